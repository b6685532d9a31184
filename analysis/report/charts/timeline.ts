// Lines over the years, with bands, council terms and shocks.
import * as Plot from "@observablehq/plot";
import type { Data, Shock } from "../data";
import type { Words } from "../words";
import { lookOf, plotted } from "./look";

export interface Line {
  option: number;
  points: { x: number; y: number; lower: number | null; upper: number | null }[];
}
export interface TimelineOf {
  lines: Line[];
  years: number;
  shocks: Shock[];
  format: (value: number) => string;
  /** Sums that may lie on both sides of zero; without it nothing lies below zero. */
  zero?: boolean;
  /** What stands under the axis where it is not the years of a scenario; no council terms are marked then. */
  axis?: string;
  /** The least that the upright axis spans, so that a small difference is not drawn as a large one. */
  span: number;
}

export function timeline(w: Words, data: Data, of: TimelineOf, width: number): SVGElement {
  const terms = [];
  if (of.axis === undefined) for (let year = 4; year <= of.years; year += 4) terms.push(year);
  const heights = of.lines
    .flatMap((l) => l.points.flatMap((q) => [q.y, q.lower ?? q.y, q.upper ?? q.y]))
    .concat(of.zero ? [0] : []);
  const low = Math.min(...heights),
    high = Math.max(...heights);
  const spare = Math.max((high - low) * 0.06, (of.span - (high - low)) / 2, 1e-9);
  const lineHeight = 15;
  const shocks = of.shocks.map((s, i) => ({
    line: i % 2,
    x1: s.start_year,
    x2: Math.min(of.years, s.start_year + s.months / 12),
    words: w.named("shock", s.kind),
  }));
  const marks: Plot.Markish[] = [
    Plot.rect(shocks, { x1: "x1", x2: "x2", fill: "var(--shock)" }),
    ...[0, 1].map((line) =>
      Plot.text(
        shocks.filter((s) => s.line === line),
        {
          x: "x1",
          text: "words",
          frameAnchor: "top-left",
          textAnchor: "start",
          dy: -15 - line * lineHeight,
          fill: "currentColor",
        },
      ),
    ),
    Plot.ruleX(terms, { stroke: "var(--rule)" }),
    Plot.axisX({
      ticks:
        terms.length > 0
          ? [0, ...terms]
          : [...Array(Math.floor(of.years) + 1).keys()].filter((y) => y % Math.ceil(of.years / 10) === 0),
      label: of.axis ?? w.t("course.axis"),
      labelAnchor: "center",
      tickFormat: (d: number) => String(d),
    }),
    Plot.axisY({ ticks: 5, tickSize: 0, label: null, tickFormat: (d: number) => of.format(d) }),
    Plot.gridY({ ticks: 5, stroke: "var(--rule)", strokeOpacity: 0.6 }),
  ];
  if (of.zero) marks.push(Plot.ruleY([0], { stroke: "currentColor" }));
  for (const line of of.lines) {
    const look = lookOf(data, line.option);
    if (line.option !== data.reference || of.zero)
      marks.push(
        Plot.areaY(
          line.points.filter((q) => q.lower !== null),
          {
            x: "x",
            y1: "lower",
            y2: "upper",
            fill: look.colour,
            fillOpacity: of.lines.length > 3 ? 0.1 : 0.2,
            clip: true,
          },
        ),
      );
  }
  for (const line of of.lines) {
    const look = lookOf(data, line.option);
    marks.push(
      Plot.line(line.points, {
        x: "x",
        y: "y",
        stroke: look.colour,
        strokeWidth: 2.5,
      }),
      Plot.dot(
        line.points.filter((_, i) => i % 4 === 3 || line.points.length < 4),
        { x: "x", y: "y", fill: look.colour, symbol: look.symbol, r: 4 },
      ),
    );
  }
  return plotted({
    width,
    height: Math.max(220, Math.min(320, width * 0.45)),
    marginLeft: of.zero ? 84 : 56,
    marginTop: 14 + lineHeight * Math.min(2, shocks.length),
    marginBottom: 44,
    marginRight: 16,
    x: { domain: [0, of.years] },
    y: { domain: [of.zero ? low - spare : Math.max(0, low - spare), high + spare] },
    marks,
  });
}
