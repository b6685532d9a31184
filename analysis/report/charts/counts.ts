// Amounts of each option: bars.
import * as Plot from "@observablehq/plot";
import type { Data } from "../data";
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
