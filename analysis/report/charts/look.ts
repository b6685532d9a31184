// What an option looks like. Colours are names of the style sheet (light, dark and print differ there); every
// option has its own colour and mark, so that no meaning hangs on colour alone.
import * as Plot from "@observablehq/plot";
import type { Data } from "../data";
import { el, svg } from "../../../ui/dom";
import type { Words } from "../words";

type Mark = "circle" | "square" | "triangle" | "diamond" | "cross" | "star";
export interface Look {
  colour: string;
  symbol: Mark;
}
/** In place of an option: the placebo comparison. */
export const placebo = -1;

/** The marks as they stand on a sample of a line. */
const outlines: Record<Mark, string> = {
  circle: "M12.5,6 a4.5,4.5 0 1 0 9,0 a4.5,4.5 0 1 0 -9,0",
  square: "M13,2 h8 v8 h-8 z",
  triangle: "M17,0.5 l5.5,9.5 h-11 z",
  diamond: "M17,0 l4,6 l-4,6 l-4,-6 z",
  cross: "M15,0 h4 v4 h4 v4 h-4 v4 h-4 v-4 h-4 v-4 h4 z",
  star: "M17.0,0.0 L18.5,3.9 L22.7,4.1 L19.5,6.8 L20.5,10.9 L17.0,8.6 L13.5,10.9 L14.5,6.8 L11.3,4.1 L15.5,3.9 z",
};

const looks: Look[] = [
  { colour: "var(--option-1)", symbol: "circle" },
  { colour: "var(--option-2)", symbol: "square" },
  { colour: "var(--option-3)", symbol: "triangle" },
  { colour: "var(--option-4)", symbol: "diamond" },
];
const referenceLook: Look = { colour: "var(--reference)", symbol: "cross" };
const withoutMoneyLook: Look = { colour: "var(--soft)", symbol: "star" };

const hasNoMoney = (data: Data, option: number): boolean => data.expected[option]?.has_lines === false;

/** Options with money take the looks in turn; those without share one. */
export function lookOf(data: Data, option: number): Look {
  if (option === data.reference) return referenceLook;
  if (option === placebo) return withoutMoneyLook;
  if (hasNoMoney(data, option)) return withoutMoneyLook;
  let before = 0;
  for (let o = 0; o < option; ++o) if (o !== data.reference && !hasNoMoney(data, o)) ++before;
  return looks[before % looks.length];
}

/** Says which line and mark is which option. */
export function legend(w: Words, data: Data, options: number[]): HTMLElement {
  const list = el("ul", { class: "legend", "aria-hidden": "true" });
  for (const o of options) {
    const look = lookOf(data, o);
    const sample = svg(
      "svg",
      { width: 34, height: 12, viewBox: "0 0 34 12" },
      svg("line", {
        x1: 1,
        x2: 33,
        y1: 6,
        y2: 6,
        stroke: look.colour,
        "stroke-width": 2.5,
      }),
      svg("path", { d: outlines[look.symbol], fill: look.colour }),
    );
    const name = o === placebo ? w.t("ledger.placebo") : w.option(o);
    list.append(el("li", {}, sample, name + (o === data.reference ? ` (${w.t("reference")})` : "")));
  }
  return list;
}

/** Draws. Plot writes a style element and labels of its own: the page's style and the figure's label stand
    for them. */
export function plotted(options: Plot.PlotOptions): SVGElement {
  const made = Plot.plot({ className: "plot", ...options }) as unknown as SVGElement;
  made.querySelectorAll("style").forEach((s) => s.remove());
  made.querySelectorAll("[aria-label], [aria-description]").forEach((e) => {
    e.removeAttribute("aria-label");
    e.removeAttribute("aria-description");
  });
  made.setAttribute("aria-hidden", "true");
  return made;
}
