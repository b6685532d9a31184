// A few lives, told line by line: who it is, what happens when, and where the lives part.
import { grouped, linesOf, optionOf, type Data, type Line as Row, type Table } from "../data";
import { el, p } from "../../../ui/dom";
import { cell, csvButton, tableOf, type Cell, type TableOf } from "../../../ui/figure";
import type { Words } from "../words";
import { folded, sectionOf } from "./folded";

type Line = { resident: string; when: string; text: string };

function lines(w: Words, table: Table): Line[] {
  const column = (name: string) => table.columns.find((c) => c.name === name)?.values ?? [];
  const text = column(`text_${w.language}`),
    when = column(`when_${w.language}`);
  return column("resident").map((resident, i) => ({
    resident: String(resident),
    when: String(when[i] ?? ""),
    text: String(text[i] ?? ""),
  }));
}

const manyDecimals = 4;

/** One table of terms: a month of both lives, or what each term did since the options began. */
function termTable(w: Words, data: Data, rows: Row[], number: number): TableOf {
  const first = rows[0],
    option = optionOf(data, first);
  const shares = first.number("reference") === null;
  const resident = first.text("resident");
  const value = (v: number | null): Cell => cell(w.signed(v, manyDecimals), v);
  const cells = (row: Row): Cell[] => {
    const head = cell(row.text(`term_${w.language}`)),
      last = row.number("difference");
    if (shares) return [head, value(last)];
    const two = ["reference", "value"].map((c) => row.number(c));
    if (row.text("kind") === "hazard")
      return [
        head,
        ...two.map((v) => cell(w.number(v, manyDecimals + 1), v)),
        cell(`× ${w.number(last, 3)}`, last),
      ];
    return [head, ...two.map(value), value(last)];
  };
  return {
    name: `life-${resident}-terms-${number}`,
    caption: first.text(`heading_${w.language}`),
    heads: shares
      ? [w.t("lives.term"), w.t("difference")]
      : [w.t("lives.term"), w.option(data.reference), w.option(option), w.t("difference")],
    rows: rows.map(cells),
  };
}

/** Why the lives part there, term by term; folded, for few need it. */
function terms(w: Words, data: Data, resident: string): HTMLElement | null {
  const rows = linesOf(data, "lives_terms").filter((row) => row.text("resident") === resident);
  if (rows.length === 0) return null;
  const made = el(
    "details",
    { class: "terms" },
    el("summary", {}, `${w.t("lives.terms")}: ${w.t("resident")} ${resident}`),
    p(w.t("lives.terms_note"), "note"),
  );
  grouped(rows, (row) => row.text("option") + row.text("heading_en")).forEach((block, i) => {
    const table = termTable(w, data, block, i + 1);
    made.append(tableOf(table), csvButton(w, table));
  });
  return made;
}

/** As many lines of a life stand at once. */
const atOnce = 16;

/** What belongs to no month is a paragraph, the rest a list. */
function told(to: HTMLElement, of: Line[]): void {
  let list: HTMLElement | null = null;
  for (const line of of) {
    if (line.when === "") {
      to.append(p(line.text));
      list = null;
      continue;
    }
    if (list === null) {
      list = el("ul", {});
      to.append(list);
    }
    list.append(el("li", {}, el("strong", {}, `${line.when}: `), line.text));
  }
}

function life(w: Words, data: Data, of: Line[], open: boolean): HTMLElement {
  const story = el("details", { class: "life" }, el("summary", {}, `${w.t("resident")} ${of[0].resident}`));
  if (open) story.setAttribute("open", "");
  told(story, of.slice(0, atOnce));
  if (of.length > atOnce) {
    const rest = folded(w.t("lives.rest"));
    told(rest, of.slice(atOnce));
    story.append(rest);
  }
  const why = terms(w, data, of[0].resident);
  if (why) story.append(why);
  return story;
}

export function livesSection(w: Words, data: Data): HTMLElement {
  const section = sectionOf("lives", w.t("lives.head"));
  const table = data.tables.find((t) => t.name === "lives");
  const all = table === undefined ? [] : lines(w, table);
  if (all.length === 0) {
    section.append(p(w.t("absent.lives"), "absent"));
    return section;
  }
  section.append(p(w.t("lives.note"), "note"));
  [...new Set(all.map((l) => l.resident))].forEach((resident, i) =>
    section.append(
      life(
        w,
        data,
        all.filter((l) => l.resident === resident),
        i === 0,
      ),
    ),
  );
  const of = {
    name: "lives",
    caption: w.t("lives.head"),
    heads: ["resident", "when", "text"].map((c) => w.named("column", c)),
    rows: all.map((l) => [cell(l.resident), cell(l.when), cell(l.text)]),
  };
  section.append(csvButton(w, of));
  return section;
}
