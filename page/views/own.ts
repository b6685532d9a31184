// An own neighbourhood: from the table of the statistics office, dropped here, or one row of it, pasted.
import { el, p } from "../../ui/dom";
import type { Problem, TableRow } from "../engine";
import type { Live } from "../live";
import { draftOf, neighbourhoodIn } from "../scenario";
import { usualStops } from "../settings";
import type { PageWords } from "../words";

const shown = 30;

/** Windows-1252 where a file is no UTF-8. */
async function textOf(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

export function ownPlace(w: PageWords, live: Live, chosen: (neighbourhood: string) => void): HTMLElement {
  const file = el("input", { type: "file", id: "own-file", accept: ".csv,text/csv" });
  const pasted = el("textarea", { id: "own-text", rows: "3", spellcheck: "false" });
  const find = el("input", { type: "search", id: "own-find" });
  const found = el("ul", { class: "found" });
  const message = el("p", { class: "note", role: "status" });
  const finding = el("div", { class: "finding", hidden: "" }, el("label", { for: "own-find" }, w.t("own.find")), find, found);
  let rows: TableRow[] = [];

  const wrong = (problems: Problem[]): void => {
    message.textContent = problems
      .slice(0, 3)
      .map((x) => (x.line > 0 ? w.t("own.line", { line: x.line }) : "") + x.text)
      .join(" ");
  };
  const take = async (row: TableRow): Promise<void> => {
    const figures = `[neighbourhood]\nkwb = "table.csv"\ncode = "${row.code}"`;
    try {
      const toml = await live.resolved(draftOf({ place: "own", own: "", stops: usualStops() }, figures).replace("euro_year = 0", "euro_year = 1000"));
      chosen(neighbourhoodIn(toml));
    } catch (problems) {
      wrong(problems as Problem[]);
    }
  };
  const list = (): void => {
    const wanted = find.value.trim().toLowerCase();
    const fit = rows.filter((r) => `${r.name} ${r.municipality} ${r.code}`.toLowerCase().includes(wanted));
    found.replaceChildren(
      ...fit.slice(0, shown).map((row) => {
        const button = el("button", { type: "button" }, `${row.name}, ${row.municipality} (${w.number(row.residents)})`);
        button.addEventListener("click", () => void take(row));
        return el("li", {}, button);
      }),
    );
    message.textContent = w.t("own.rows", { n: w.number(fit.length), all: w.number(rows.length) });
  };
  const read = async (text: string): Promise<void> => {
    message.textContent = w.t("own.reading");
    try {
      rows = await live.table(text);
      finding.hidden = false;
      list();
      if (rows.length === 1) await take(rows[0]);
    } catch (problems) {
      wrong(problems as Problem[]);
    }
  };
  find.addEventListener("input", list);
  file.addEventListener("change", () => {
    if (file.files?.[0]) void textOf(file.files[0]).then(read);
  });
  const use = el("button", { type: "button" }, w.t("own.use"));
  use.addEventListener("click", () => void read(pasted.value));
  const box = el(
    "details",
    { class: "own" },
    el("summary", {}, w.t("own.head")),
    p(w.t("own.note"), "note"),
    el("label", { for: "own-file" }, w.t("own.file")),
    file,
    el("label", { for: "own-text" }, w.t("own.text")),
    pasted,
    use,
    message,
    finding,
  );
  box.addEventListener("dragover", (event) => event.preventDefault());
  box.addEventListener("drop", (event) => {
    event.preventDefault();
    const dropped = event.dataTransfer?.files[0];
    if (dropped) void textOf(dropped).then(read);
  });
  return box;
}
