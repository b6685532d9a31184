// Amounts of each option: bars; residents and months as icons.
import * as Plot from "@observablehq/plot";
import type { Data } from "../data";
import { svg } from "../../../ui/dom";
import type { Words } from "../words";
import { lookOf, plotted } from "./look";

/** Plain bars from zero, one an option. */
export function bars(
  w: Words,
  data: Data,
  values: { option: number; value: number }[],
  format: (value: number) => string,
  label: string,
  width: number,
): SVGElement {
  const rows = values.map((v) => ({
    name: w.option(v.option),
    value: v.value,
    fill: lookOf(data, v.option).colour,
    text: format(v.value),
  }));
  const marginLeft = Math.min(width * 0.4, 16 + 7.4 * Math.max(...rows.map((r) => r.name.length)));
  return plotted({
    width,
    height: 50 + rows.length * 34,
    marginLeft,
    marginRight: 60,
    marginBottom: 40,
    marginTop: 6,
    x: { domain: [0, Math.max(...rows.map((r) => r.value)) || 1] },
    y: { domain: rows.map((r) => r.name) },
    marks: [
      Plot.axisX({ ticks: 4, label, labelAnchor: "center", tickFormat: (d: number) => format(d) }),
      Plot.axisY({ label: null, tickSize: 0 }),
      Plot.barX(rows, { x: "value", y: "name", fill: "fill" }),
      Plot.text(rows, {
        x: "value",
        y: "name",
        text: "text",
        textAnchor: "start",
        dx: 6,
        fill: "currentColor",
      }),
    ],
  });
}

export interface IconRow {
  label: string;
  /** What is drawn: at least one half of `each`, else nothing. Below zero the icons are hollow. */
  count: number;
  each: number;
  colour: string;
  shape: "resident" | "months";
}

/** The least round number that so many icons of it stand for `most`. */
export function eachOf(most: number): number {
  const icons = 40;
  return [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((n) => most / n <= icons) ?? 2000;
}

const size = 18,
  gap = 3;

function icon(row: IconRow, x: number, y: number): SVGElement[] {
  const paint: Record<string, string | number> =
    row.count < 0 ? { fill: "none", stroke: row.colour, "stroke-width": 1.5 } : { fill: row.colour };
  if (row.shape === "months")
    return [svg("rect", { x: x + 2.5, y: y + 3.5, width: size - 5, height: size - 5, rx: 1.5, ...paint })];
  return [
    svg("circle", { cx: x + size / 2, cy: y + 4.5, r: 4, ...paint }),
    svg("path", { d: `M${x + 2},${y + size} v-3 a7,6 0 0 1 14,0 v3 z`, ...paint }),
  ];
}

/** Residents and months as icons, each standing for `each` of them. */
export function icons(rows: IconRow[], width: number): SVGElement {
  const labelHeight = 22,
    lineHeight = size + 6;
  const perLine = Math.max(4, Math.floor(width / (size + gap)));
  const made = svg("svg", { class: "plot", "aria-hidden": "true" });
  let y = 0;
  for (const row of rows) {
    made.append(svg("text", { x: 0, y: y + 14, fill: "currentColor" }, row.label));
    y += labelHeight;
    const all = Math.round(Math.abs(row.count) / row.each);
    for (let i = 0; i < all; i++)
      made.append(...icon(row, (i % perLine) * (size + gap), y + Math.floor(i / perLine) * lineHeight));
    y += Math.ceil(all / perLine) * lineHeight + 6;
  }
  made.setAttribute("width", String(width));
  made.setAttribute("height", String(y));
  made.setAttribute("viewBox", `0 0 ${width} ${y}`);
  return made;
}
