// Amounts of each option: bars, and people as icons.
import * as Plot from "@observablehq/plot";
import type { Data } from "../data";
import { svg } from "../dom";
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

/** People as icons, each standing for `each` of them. */
export function people(
  rows: { label: string; count: number; colour: string }[],
  each: number,
  format: (value: number) => string,
  width: number,
): SVGElement {
  const size = 18,
    gap = 3,
    left = 0,
    labelHeight = 22;
  const perLine = Math.max(4, Math.floor((width - left) / (size + gap)));
  const made = svg("svg", { class: "plot", "aria-hidden": "true" });
  let y = 0;
  for (const row of rows) {
    made.append(svg("text", { x: 0, y: y + 14, fill: "currentColor" }, `${row.label}: ${format(row.count)}`));
    y += labelHeight;
    const icons = Math.round(Math.abs(row.count) / each);
    for (let i = 0; i < icons; i++) {
      const x = left + (i % perLine) * (size + gap),
        top = y + Math.floor(i / perLine) * (size + 6);
      made.append(svg("circle", { cx: x + size / 2, cy: top + 4.5, r: 4, fill: row.colour }));
      made.append(svg("path", { d: `M${x + 2},${top + size} v-3 a7,6 0 0 1 14,0 v3 z`, fill: row.colour }));
    }
    y += Math.ceil(icons / perLine) * (size + 6) + 6;
  }
  made.setAttribute("width", String(width));
  made.setAttribute("height", String(y));
  made.setAttribute("viewBox", `0 0 ${width} ${y}`);
  return made;
}
