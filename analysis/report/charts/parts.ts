// The parts of a difference.
import * as Plot from "@observablehq/plot";
import type { Data, Interval } from "../data";
import { lookOf, plotted } from "./look";

/** A bar from zero for each part of a difference, with its margin. */
export function partBars(
  data: Data,
  option: number,
  parts: { label: string; value: Interval }[],
  format: (value: number) => string,
  label: string,
  least: number,
  width: number,
): SVGElement {
  const look = lookOf(data, option);
  const marginLeft = Math.min(width * 0.46, 16 + 7.4 * Math.max(...parts.map((q) => q.label.length)));
  const ends = parts.flatMap((q) => q.value).filter((v): v is number => v !== null);
  const reach = Math.max(...ends.map(Math.abs), least, 1e-9) * 1.08;
  const rows = parts.map((q) => ({
    label: q.label,
    mean: q.value[0],
    lower: q.value[1] ?? q.value[0],
    upper: q.value[2] ?? q.value[0],
  }));
  return plotted({
    width,
    height: 60 + rows.length * 28,
    marginLeft,
    marginRight: 18,
    marginTop: 8,
    marginBottom: 44,
    x: { domain: [-reach, reach] },
    y: { domain: rows.map((r) => r.label) },
    marks: [
      Plot.axisX({
        ticks: Math.max(3, Math.min(5, Math.floor((width - marginLeft) / 80))),
        label,
        labelAnchor: "center",
        tickFormat: (d: number) => format(d),
      }),
      Plot.gridX({ ticks: 5, stroke: "var(--rule)", strokeOpacity: 0.6 }),
      Plot.axisY({ label: null, tickSize: 0, lineWidth: (marginLeft - 14) / 13 }),
      Plot.barX(rows, { x: "mean", y: "label", fill: look.colour, fillOpacity: 0.55, insetTop: 4, insetBottom: 4 }),
      Plot.ruleY(rows, {
        y: "label",
        x1: "lower",
        x2: "upper",
        stroke: "currentColor",
        strokeWidth: 2,
      }),
      Plot.ruleX([0], { stroke: "currentColor" }),
    ],
  });
}
