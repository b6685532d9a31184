// 3, continued. All other figures.
import { compared, others, rowOf, type Data } from "../data";
import { el, p } from "../../../ui/dom";
import { cell, foldedTable, type Cell } from "../../../ui/figure";
import type { Words } from "../words";

const isMoney = (unit: string): boolean => unit === "EUR/year";

function allTable(w: Words, data: Data): HTMLElement {
  const rows: Cell[][] = [];
  for (const i of data.indicators) {
    for (const o of others(data)) {
      const row = rowOf(data, o, i.name, data.years),
        base = rowOf(data, data.reference, i.name, data.years);
      if (!row || row.level[0] === null) continue;
      const how = w.shown(i.name);
      rows.push([
        cell(how.unit ? `${how.name} (${how.unit})` : how.name),
        cell(w.option(o)),
        cell(w.value(base?.level[0] ?? null, how), base?.level[0] ?? null),
        cell(w.value(row.level[0], how), row.level[0]),
        ...row.difference.map((d) => cell(w.difference(d, how), d)),
        cell(row.better === null ? "–" : `${w.number(100 * row.better)} %`, row.better),
      ]);
    }
  }
  return foldedTable(w, {
    name: "all-indicators",
    caption: w.t("effects.table", { years: data.years }),
    heads: [
      w.t("indicator"),
      w.t("option"),
      w.t("reference_level", { reference: w.option(data.reference) }),
      w.t("level"),
      w.t("difference"),
      w.t("lower"),
      w.t("upper"),
      w.t("better"),
    ],
    rows,
  });
}

function said(w: Words, data: Data, option: number): HTMLElement[] {
  const groups = { higher: [] as string[], lower: [] as string[], too_small: [] as string[] };
  let all = 0;
  for (const i of data.indicators) {
    const row = rowOf(data, option, i.name, data.years);
    if (!row || isMoney(i.unit) || i.name === "population" || data.headlines.includes(i.name) || row.difference[0] === null) continue;
    all++;
    const how = w.shown(i.name),
      kind = row.verdict;
    if (kind !== "higher" && kind !== "lower" && kind !== "too_small") continue;
    const size = w.difference(row.difference[0], how, w.decimalsOf(row.difference, how));
    groups[kind].push(`${how.name} (${`${size} ${how.differenceUnit}`.trim()})`);
  }
  const clear = groups.higher.length + groups.lower.length + groups.too_small.length;
  const places = {
    option: w.option(option),
    reference: w.option(data.reference),
    all,
    clear,
    chance: Math.round(all * 0.05),
  };
  const out: HTMLElement[] = [p(w.t(clear === 0 ? "effects.none" : "effects.some", places))];
  const list = el("ul");
  if (groups.higher.length > 0)
    list.append(el("li", {}, el("strong", {}, w.t("effects.higher")), " " + w.list(groups.higher)));
  if (groups.lower.length > 0)
    list.append(el("li", {}, el("strong", {}, w.t("effects.lower")), " " + w.list(groups.lower)));
  if (groups.too_small.length > 0)
    list.append(el("li", {}, el("strong", {}, w.t("effects.small")), " " + w.list(groups.too_small)));
  if (clear > 0) out.push(list);
  out.push(p(w.t("effects.chance", places), "note"));
  return out;
}

/** What else differs, and the table of all figures. */
export function otherFigures(w: Words, data: Data): HTMLElement[] {
  return [...compared(data).flatMap((o) => said(w, data, o)), allTable(w, data)];
}
