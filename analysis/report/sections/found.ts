// Tables of later analyses, drawn as they stand in the results; one sentence when they are not there.
import type { Data, Table } from "../data";
import { el, p } from "../../../ui/dom";
import { cell, csvButton, tableOf, type Cell, type TableOf } from "../../../ui/figure";
import type { Key, Words } from "../words";

/** Options and indicators are shown by what readers call them. */
function textCell(w: Words, data: Data, column: string, value: string): Cell {
  const option = data.options.findIndex((o) => o.name === value);
  if (column === "option" && option >= 0) return cell(w.option(option));
  return cell(column === "indicator" ? w.shown(value).name : value);
}

/** Names of assumptions say little: their meaning stands beside them. */
function explain(w: Words, data: Data, columns: Table["columns"], of: TableOf): void {
  const names = columns.find((c) => c.name === "parameter")?.values;
  if (names === undefined) return;
  of.heads.push(w.t("assumptions.meaning"));
  of.rows.forEach((row, i) =>
    row.push(cell(data.parameters.find((q) => q.name === names[i])?.meaning ?? "–")),
  );
}

/** From how many sets of assumptions on these can be looked for (analysis/decision/how_sure.cpp). */
const fewest: Record<string, number> = { flips: 40, value_of_information: 30 };

/** That something was not looked for, and the command that does. */
export function notAsked(w: Words, key: Key, command: string): HTMLElement {
  return el("p", { class: "absent" }, `${w.t(key)} ${w.t("this_command")} `, el("code", {}, command));
}

/** Why a table is not there: never looked for, too few sets of assumptions, or nothing found. */
function absent(w: Words, data: Data, name: string): HTMLElement {
  const few = fewest[name];
  if (few === undefined) return p(w.t(`absent.${name}` as Key), "absent");
  if (data.draws === 1) return notAsked(w, `absent.${name}` as Key, `weefsel compare --draws ${few}`);
  return p(
    w.t(`${data.draws < few ? "few_draws" : "nothing"}.${name}` as Key, { few, draws: data.draws }),
    "absent",
  );
}

export function found(w: Words, data: Data, name: string): HTMLElement[] {
  const table = data.tables.find((t) => t.name === name);
  if (table === undefined || table.columns.length === 0) return [absent(w, data, name)];
  // A column of texts in the other language stays away.
  const other = w.language === "nl" ? "_en" : "_nl";
  const columns = table.columns.filter((c) => !c.name.endsWith(other));
  const rows = columns[0].values.map((_, i) =>
    columns.map((c) => {
      const v = c.values[i];
      return typeof v === "number"
        ? cell(w.number(v, Number.isInteger(v) ? 0 : 3), v)
        : textCell(w, data, c.name, v ?? "–");
    }),
  );
  const of: TableOf = {
    name,
    caption: w.named("found", name),
    headed: true,
    heads: columns.map((c) => w.named("column", c.name.replace(/_(nl|en)$/, ""))),
    rows,
  };
  explain(w, data, columns, of);
  return [el("h3", {}, of.caption), tableOf(of), csvButton(w, of)];
}
