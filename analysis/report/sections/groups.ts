// 7, continued. For whom: by age, income and other groups, and by street.
import { dots, streetBars } from "../charts/differences";
import { legend } from "../charts/look";
import { compared, type Data, type Grouping, type GroupValues, type Interval } from "../data";
import { el, p } from "../../../ui/dom";
import { cell, figure, type Cell, type TableOf } from "../../../ui/figure";
import type { Words } from "../words";

const indicators = ["social_cohesion", "severely_lonely"];
const many = 12;

function table(w: Words, data: Data, g: Grouping, v: GroupValues, options: number[]): TableOf {
  const how = w.shown(v.indicator);
  const rows: Cell[][] = [];
  g.groups.forEach((name, i) => {
    for (const o of options) {
      const base = v.levels[data.reference][i][0],
        level = v.levels[o][i][0];
      rows.push([
        cell(w.named(`group.${g.name}`, name)),
        cell(w.option(o)),
        cell(w.value(base, how), base),
        cell(w.value(level, how), level),
        ...v.differences[o][i].map((d) => cell(w.difference(d, how), d)),
      ]);
    }
  });
  const whose =
    options.length === 1 && compared(data).length > 1
      ? [data.options[options[0]].name, w.option(options[0])]
      : null;
  return {
    name: `${v.indicator}-by-${g.name}${whose ? "-" + whose[0] : ""}`,
    caption: [how.name, w.named("grouping", g.name), ...(whose ? [whose[1]] : [])].join(", "),
    heads: [
      w.named("grouping", g.name),
      w.t("option"),
      w.t("reference_level", { reference: w.option(data.reference) }),
      w.t("level"),
      w.t("difference"),
      w.t("lower"),
      w.t("upper"),
    ],
    rows,
  };
}

function panel(w: Words, data: Data, g: Grouping, v: GroupValues): HTMLElement {
  const how = w.shown(v.indicator);
  const rows = g.groups.flatMap((name, i) =>
    compared(data).map((o) => ({
      label: w.named(`group.${g.name}`, name),
      option: o,
      difference: v.differences[o][i],
      scaled: v.differences[o][i].map((d) => (d === null ? null : d * how.factor)) as Interval,
    })),
  );
  return figure(w, {
    id: `groups-${g.name}-${v.indicator}`,
    title: w.named("grouping", g.name),
    says: rows.map((r) => `${r.label}: ${w.withMargin(r.difference, how)}`).join("; "),
    draw: (width) =>
      dots(
        data,
        rows.map((r) => ({ ...r, difference: r.scaled })),
        (d) => w.signed(d, how.factor === 100 ? 1 : 2),
        how.differenceUnit,
        how.noticeable,
        width,
      ),
    table: table(w, data, g, v, compared(data)),
  });
}

function clear(v: GroupValues, option: number): { more: number; less: number; all: number } {
  const said = v.verdicts[option];
  return {
    more: said.filter((s) => s === "higher").length,
    less: said.filter((s) => s === "lower").length,
    all: v.differences[option].filter((d) => d[0] !== null).length,
  };
}

function streets(w: Words, data: Data, g: Grouping, v: GroupValues, option: number): HTMLElement {
  const how = w.shown(v.indicator);
  const said = clear(v, option);
  const text = w.t("groups.streets_say", { what: how.name, option: w.option(option), ...said });
  const scaled = v.differences[option].map(
    (d) => d.map((x) => (x === null ? null : x * how.factor)) as typeof d,
  );
  const format = (d: number): string => w.signed(d, how.factor === 100 ? 1 : 2);
  return figure(w, {
    id: `groups-${g.name}-${v.indicator}-${option}`,
    title: text,
    says: text,
    note: w.t("groups.streets_in_order"),
    draw: (width) => streetBars(data, option, scaled, format, how.differenceUnit, how.noticeable, width),
    table: table(w, data, g, v, [option]),
  });
}

export function groups(w: Words, data: Data): HTMLElement[] {
  const shown = compared(data);
  if (data.groupings.length === 0 || shown.length === 0) return [p(w.t("groups.absent"), "absent")];
  const out: HTMLElement[] = [p(w.t("groups.note", { years: data.years }))];
  if (shown.length > 1) out.push(legend(w, data, shown));
  for (const name of indicators) {
    const how = w.shown(name);
    const few = el("div", { class: "multiples" });
    const rest = el("div", { class: shown.length > 1 ? "multiples" : "" });
    for (const g of data.groupings) {
      const v = g.values.find((x) => x.indicator === name);
      if (v === undefined) continue;
      if (g.groups.length <= many && g.x.length === 0) few.append(panel(w, data, g, v));
      else for (const o of shown) rest.append(streets(w, data, g, v, o));
    }
    out.push(el("h3", {}, w.t("groups.difference", { what: how.name, unit: how.differenceUnit })), few, rest);
  }
  return out;
}
