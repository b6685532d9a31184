// What few need is folded: a line that says what is in it, and opens it.
import { el } from "../../../ui/dom";

export function folded(title: string, ...inside: (Node | string | null)[]): HTMLElement {
  return el("details", { class: "more" }, el("summary", {}, title), ...inside);
}

/** A section with its heading. */
export function sectionOf(id: string, title: string, ...inside: (Node | string | null)[]): HTMLElement {
  return el(
    "section",
    { id, "aria-labelledby": `${id}-head` },
    el("h2", { id: `${id}-head` }, title),
    ...inside,
  );
}
