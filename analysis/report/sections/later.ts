// Tables that another part of the program may add: a menu of what can be bought, and when it has paid for itself.
// A result file without them prints nothing.
import { linesOf, type Data } from "../data";
import type { Words } from "../words";
import { sectionOf } from "./folded";
import { found } from "./found";

/** The table /decision/menu as a section. */
export function menuSection(w: Words, data: Data): HTMLElement | null {
  if (linesOf(data, "menu").length === 0) return null;
  return sectionOf("menu", w.t("found.menu"), ...found(w, data, "menu").slice(1));
}

/** The table /decision/break_even. */
export function breakEvenTable(w: Words, data: Data): HTMLElement[] {
  return linesOf(data, "break_even").length === 0 ? [] : found(w, data, "break_even");
}
