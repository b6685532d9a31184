// A few lives, told line by line: who it is, what happens when, and where the lives part.
import type { Data, Table } from "../data";
import { el, p } from "../dom";
import { cell, csvButton } from "../figure";
import type { Words } from "../words";

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

/** What belongs to no month is a paragraph, the rest a list. */
function life(w: Words, of: Line[], open: boolean): HTMLElement {
  const story = el("details", { class: "life" }, el("summary", {}, `${w.t("resident")} ${of[0].resident}`));
  if (open) story.setAttribute("open", "");
  let list: HTMLElement | null = null;
  for (const line of of) {
    if (line.when === "") {
      story.append(p(line.text));
      list = null;
      continue;
    }
    if (list === null) {
      list = el("ul", {});
      story.append(list);
    }
    list.append(el("li", {}, el("strong", {}, `${line.when}: `), line.text));
  }
  return story;
}

export function livesTold(w: Words, data: Data): HTMLElement[] {
  const table = data.tables.find((t) => t.name === "lives");
  const all = table === undefined ? [] : lines(w, table);
  if (all.length === 0) return [p(w.t("absent.lives"), "absent")];
  const out: HTMLElement[] = [el("h3", {}, w.t("found.lives")), p(w.t("lives.note"), "note")];
  for (const resident of [...new Set(all.map((l) => l.resident))])
    out.push(life(w, all.filter((l) => l.resident === resident), out.length === 2));
  const of = {
    name: "lives",
    caption: w.t("found.lives"),
    heads: ["resident", "when", "text"].map((c) => w.named("column", c)),
    rows: all.map((l) => [cell(l.resident), cell(l.when), cell(l.text)]),
  };
  return [...out, csvButton(w, of)];
}
