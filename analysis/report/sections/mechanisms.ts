// 9, continued. Which mechanism did it, and whether the city's own monitor could have seen it.
import { partBars } from "../charts/parts";
import { grouped, linesOf, optionOf, type Data, type Interval, type Line } from "../data";
import { el, p } from "../../../ui/dom";
import { cell, csvButton, figure, tableOf, type TableOf } from "../../../ui/figure";
import type { Key, Words } from "../words";
import { notAsked } from "./found";

function parts(w: Words, data: Data, lines: Line[]): HTMLElement {
  const o = optionOf(data, lines[0]),
    name = lines[0].text("indicator"),
    how = w.shown(name);
  const label = (l: Line): string => w.named("mechanism", l.text("mechanism"));
  const said = lines.map((l) => `${label(l)}: ${w.withMargin(l.interval("value"), how)}`).join("; ");
  const title = `${how.name}: ${w.option(o)}`;
  return figure(w, {
    id: `mechanisms-${name}-${o}`,
    title,
    says: said,
    draw: (width) =>
      partBars(
        data,
        o,
        lines.map((l) => ({
          label: label(l),
          value: l.interval("value").map((v) => (v === null ? null : v * how.factor)) as Interval,
        })),
        (v) => w.signed(v, how.factor === 100 ? 1 : 2),
        how.differenceUnit,
        how.noticeable,
        width,
      ),
    table: {
      name: `mechanisms-${name}-${data.options[o].name}`,
      caption: title,
      heads: [w.t("mechanisms.what"), w.t("mechanisms.part"), w.t("lower"), w.t("upper")],
      rows: lines.map((l) => [
        cell(label(l)),
        ...l.interval("value").map((v) => cell(w.difference(v, how), v)),
      ]),
    },
  });
}

export function mechanisms(w: Words, data: Data): HTMLElement[] {
  const lines = linesOf(data, "mechanisms").filter((l) => optionOf(data, l) >= 0);
  const head = el("h3", {}, w.t("mechanisms.head"));
  if (lines.length === 0) return [notAsked(w, "absent.mechanisms", "weefsel compare --mechanisms")];
  const charts = el("div", { class: "multiples" });
  for (const mine of grouped(lines, (l) => `${l.text("option")}/${l.text("indicator")}`))
    charts.append(parts(w, data, mine));
  return [head, p(w.t("mechanisms.note")), charts];
}

/** A test is said to be able to see what it finds four times in five. */
const powerful = 0.8,
  hopeful = 0.5;

function seen(w: Words, data: Data, line: Line): string {
  const how = w.shown(line.text("indicator")),
    power = line.number("power");
  const kind: Key =
    power === null
      ? "monitor.unknown"
      : power >= powerful
        ? "monitor.yes"
        : power >= hopeful
          ? "monitor.perhaps"
          : "monitor.no";
  return w.t(kind, {
    option: w.option(optionOf(data, line)),
    what: how.name,
    year: line.number("year") ?? "",
    power: w.number(100 * (power ?? 0)),
    difference: `${w.difference(line.number("difference"), how)} ${how.differenceUnit}`.trim(),
    detectable: `${w.value(line.number("detectable"), { ...how, decimals: 2 })} ${how.differenceUnit}`.trim(),
    respondents: w.number(line.number("respondents")),
  });
}

export function monitor(w: Words, data: Data): HTMLElement[] {
  const lines = linesOf(data, "monitor").filter((l) => {
    const o = optionOf(data, l);
    return o >= 0 && o !== data.reference;
  });
  const head = el("h3", {}, w.t("monitor.head"));
  if (lines.length === 0) return [p(w.t("absent.monitor"), "absent")];
  const table: TableOf = {
    name: "monitor",
    caption: w.t("monitor.caption"),
    heads: [
      w.t("option"),
      w.t("indicator"),
      w.t("year"),
      w.t("monitor.expected"),
      w.t("difference"),
      w.t("monitor.respondents"),
      w.t("monitor.power"),
      w.t("monitor.detectable"),
    ],
    rows: lines.map((l) => {
      const how = w.shown(l.text("indicator"));
      const number = (column: string): number | null => l.number(column);
      return [
        cell(w.option(optionOf(data, l))),
        cell(how.unit ? `${how.name} (${how.unit})` : how.name),
        cell(w.number(number("year")), number("year")),
        cell(w.value(number("expected"), how), number("expected")),
        cell(w.difference(number("difference"), how), number("difference")),
        cell(w.number(number("respondents")), number("respondents")),
        cell(number("power") === null ? "–" : `${w.number(100 * number("power")!)}\u00a0%`, number("power")),
        cell(w.value(number("detectable"), { ...how, decimals: 2 }), number("detectable")),
      ];
    }),
  };
  const list = el("ul");
  for (const l of lines) list.append(el("li", {}, seen(w, data, l)));
  return [head, p(w.t("monitor.note")), list, tableOf(table), csvButton(w, table)];
}
