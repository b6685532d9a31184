// A figure: a drawing, its numbers in a table, and those numbers as a file.
import { el, p } from "./dom";

/** The two texts of its own that a figure needs. */
export interface FigureWords {
  t(key: "figure.csv" | "figure.table"): string;
}

/** What a cell says, and the number behind it. */
export interface Cell {
  text: string;
  raw?: number | null;
}
export interface TableOf {
  name: string;
  caption: string;
  /** Whether the caption says no more than the heading before it: then it is there to be read out only. */
  headed?: boolean;
  heads: string[];
  rows: Cell[][];
}
export interface FigureOf {
  id: string;
  title: string;
  /** What the drawing shows, for who cannot see it. */
  says: string;
  note?: string;
  legend?: HTMLElement | null;
  draw: (width: number) => SVGElement;
  table: TableOf;
}

export const cell = (text: string, raw?: number | null): Cell => ({ text, raw });

const drawers: { place: HTMLElement; draw: (width: number) => SVGElement; width: number }[] = [];

export function forgetFigures(): void {
  drawers.length = 0;
}

/** Draws every figure whose place has another width than when it was last drawn. */
export function drawFigures(): void {
  for (const d of drawers) {
    const width = Math.floor(d.place.clientWidth);
    if (width === 0 || width === d.width) continue;
    d.width = width;
    d.place.replaceChildren(d.draw(width));
  }
}

function field(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

export function csvOf(table: TableOf): string {
  const lines = [table.heads.map(field).join(",")];
  for (const row of table.rows)
    lines.push(
      row.map((c) => (c.raw === undefined ? field(c.text) : c.raw === null ? "" : String(c.raw))).join(","),
    );
  return lines.join("\n") + "\n";
}

function save(name: string, text: string): void {
  const link = el("a", {
    href: URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" })),
    download: name,
  });
  link.click();
  URL.revokeObjectURL(link.href);
}

export function tableOf(table: TableOf): HTMLElement {
  const head = el("tr");
  table.heads.forEach((h, i) => {
    const ofNumbers = table.rows.length > 0 && table.rows.every((row) => row[i]?.raw !== undefined);
    head.append(el("th", ofNumbers ? { scope: "col", class: "of-numbers" } : { scope: "col" }, h));
  });
  const body = el("tbody");
  for (const row of table.rows) {
    const line = el("tr");
    row.forEach((c, i) => {
      const made = i === 0 ? el("th", { scope: "row" }, c.text) : el("td", {}, c.text);
      if (c.raw !== undefined) {
        made.classList.add("number");
        if (c.raw !== null) made.setAttribute("data-value", String(c.raw));
      }
      line.append(made);
    });
    body.append(line);
  }
  const made = el(
    "table",
    {},
    el("caption", table.headed ? { class: "unseen" } : {}, el("span", {}, table.caption)),
    el("thead", {}, head),
    body,
  );
  return scrolled(table.caption, made);
}

/** A table in a box that the keyboard can reach and scroll where the screen is narrower than the table. */
export function scrolled(label: string, table: HTMLElement): HTMLElement {
  return el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": label }, table);
}

export function csvButton(w: FigureWords, table: TableOf): HTMLElement {
  const button = el("button", { type: "button", class: "csv", "data-csv": table.name }, w.t("figure.csv"));
  button.setAttribute("aria-label", `${w.t("figure.csv")}: ${table.caption}`);
  button.addEventListener("click", () => save(`${table.name}.csv`, csvOf(table)));
  return button;
}

/** The table behind a line that opens it. */
export function foldedTable(w: FigureWords, table: TableOf): HTMLElement {
  return el(
    "details",
    { class: "numbers" },
    el("summary", {}, `${w.t("figure.table")}: ${table.caption}`),
    tableOf(table),
    csvButton(w, table),
  );
}

export function figure(w: FigureWords, of: FigureOf): HTMLElement {
  const place = el("div", { class: "chart", role: "img", "aria-label": of.says });
  drawers.push({ place, draw: of.draw, width: 0 });
  return el(
    "figure",
    { id: of.id },
    el("figcaption", {}, of.title),
    of.note ? p(of.note, "note") : null,
    of.legend ?? null,
    place,
    foldedTable(w, of.table),
  );
}
