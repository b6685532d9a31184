// Tables of later analyses, drawn as they stand in the results; one sentence when they are not there.
import type { Data } from "../data";
import { el, p } from "../dom";
import { cell, csvButton, tableOf } from "../figure";
import type { Key, Words } from "../words";

export function found(w: Words, data: Data, name: string): HTMLElement[] {
  const table = data.tables.find((t) => t.name === name);
  if (table === undefined || table.columns.length === 0) return [p(w.t(`absent.${name}` as Key), "absent")];
  // A column of texts in the other language stays away.
  const other = w.language === "nl" ? "_en" : "_nl";
  const columns = table.columns.filter((c) => !c.name.endsWith(other));
  const rows = columns[0].values.map((_, i) =>
    columns.map((c) => {
      const v = c.values[i];
      return typeof v === "number" ? cell(w.number(v, Number.isInteger(v) ? 0 : 3), v) : cell(v ?? "–");
    }),
  );
  const of = {
    name,
    caption: w.named("found", name),
    heads: columns.map((c) => w.named("column", c.name.replace(/_(nl|en)$/, ""))),
    rows,
  };
  return [el("h3", {}, of.caption), tableOf(of), csvButton(w, of)];
}
