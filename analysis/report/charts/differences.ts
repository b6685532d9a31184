// Differences from the reference: by group, by pair of worlds, by street.
import * as Plot from "@observablehq/plot";
import type { Data, Interval } from "../data";
import { lookOf, plotted } from "./look";

export interface DotRow {
  label: string;
  option: number;
  difference: Interval;
}

/** Differences with their margins, one line a label; left of zero is less, right is more. The axis reaches at
    least to `least` on both sides. */
export function dots(
  data: Data,
  rows: DotRow[],
  format: (value: number) => string,
  label: string,
  noticeable: number,
  width: number,
  least = 0,
): SVGElement {
  const labels = [...new Set(rows.map((r) => r.label))];
  const options = [...new Set(rows.map((r) => r.option))];
  const marginLeft = Math.min(width * 0.42, 16 + 7.4 * Math.max(...labels.map((l) => l.length)));
  const ends = rows.flatMap((r) => r.difference).filter((v): v is number => v !== null);
  const reach = Math.max(...ends.map(Math.abs), noticeable, least, 1e-9) * 1.08;
  const marks: Plot.Markish[] = [
    Plot.axisX({
      ticks: Math.max(3, Math.min(5, Math.floor((width - marginLeft) / 80))),
      label,
      labelAnchor: "center",
      tickFormat: (d: number) => format(d),
    }),
    Plot.gridX({ ticks: 5, stroke: "var(--rule)", strokeOpacity: 0.6 }),
    Plot.axisY({ label: null, tickSize: 0, lineWidth: (marginLeft - 14) / 13 }),
    Plot.ruleX([0], { stroke: "currentColor" }),
  ];
  if (noticeable > 0)
    marks.push(
      Plot.ruleX([-noticeable, noticeable], {
        stroke: "currentColor",
        strokeDasharray: "2 4",
        strokeOpacity: 0.6,
      }),
    );
  options.forEach((o, i) => {
    const look = lookOf(data, o);
    const mine = rows
      .filter((r) => r.option === o && r.difference[0] !== null)
      .map((r) => ({
        label: r.label,
        mean: r.difference[0],
        lower: r.difference[1] ?? r.difference[0],
        upper: r.difference[2] ?? r.difference[0],
      }));
    const dy = (i - (options.length - 1) / 2) * 9;
    marks.push(
      Plot.ruleY(mine, {
        y: "label",
        x1: "lower",
        x2: "upper",
        stroke: look.colour,
        strokeWidth: 2.5,
        dy,
      }),
    );
    marks.push(Plot.dot(mine, { y: "label", x: "mean", fill: look.colour, symbol: look.symbol, r: 5, dy }));
  });
  return plotted({
    width,
    height: 60 + labels.length * (22 + 8 * options.length),
    marginLeft,
    marginRight: 18,
    marginTop: 8,
    marginBottom: 44,
    x: { domain: [-reach, reach] },
    y: { domain: labels, type: "point", padding: 0.6 },
    marks,
  });
}

/** Every pair of worlds a dot; a histogram when there are many. */
export function cloud(
  data: Data,
  option: number,
  values: number[],
  mean: Interval,
  format: (value: number) => string,
  label: string,
  noticeable: number,
  width: number,
): SVGElement {
  const look = lookOf(data, option);
  const ends = mean.filter((v): v is number => v !== null);
  const reach = Math.max(...values.concat(ends).map(Math.abs), noticeable, 1e-9) * 1.12;
  // Room for the highest pile of dots; when it would be too high, bars take their place.
  const dot = 9.5,
    margin = 18,
    least = 80,
    most = 240;
  const across = (v: number): number => (v / reach / 2) * (width - 2 * margin);
  const pile = Math.max(
    ...values.map((v) => values.filter((u) => Math.abs(across(u) - across(v)) < dot).length),
  );
  const inner = Math.max(least, pile * dot + 30);
  const crowded = inner > most;
  const marks: Plot.Markish[] = [
    Plot.axisX({
      ticks: Math.max(2, Math.min(5, Math.floor(width / 100))),
      label,
      labelAnchor: "center",
      tickFormat: (d: number) => format(d),
    }),
    Plot.ruleX([0], { stroke: "currentColor" }),
    crowded
      ? Plot.rectY(values, {
          ...Plot.binX({ y: "count" }, { x: (v: number) => v, thresholds: 30 }),
          fill: look.colour,
          fillOpacity: 0.6,
        })
      : Plot.dot(
          values,
          Plot.dodgeY("middle", {
            x: (v: number) => v,
            fill: look.colour,
            fillOpacity: 0.75,
            r: 4.5,
          }),
        ),
  ];
  if (noticeable > 0)
    marks.push(
      Plot.ruleX([-noticeable, noticeable], {
        stroke: "currentColor",
        strokeDasharray: "2 4",
        strokeOpacity: 0.6,
      }),
    );
  if (mean[1] !== null && mean[2] !== null)
    marks.push(
      Plot.ruleY([{ x1: mean[1], x2: mean[2] }], {
        y: null,
        x1: "x1",
        x2: "x2",
        dy: (crowded ? least : inner) / 2 - 8,
        stroke: "currentColor",
        strokeWidth: 4,
      } as Plot.RuleYOptions),
    );
  return plotted({
    width,
    height: (crowded ? least : inner) + 50,
    marginLeft: margin,
    marginRight: margin,
    marginTop: 6,
    marginBottom: 44,
    x: { domain: [-reach, reach] },
    y: { axis: null },
    marks,
  });
}

/** Streets from the largest loss to the largest gain. */
export function streetBars(
  data: Data,
  option: number,
  differences: Interval[],
  format: (value: number) => string,
  label: string,
  noticeable: number,
  width: number,
): SVGElement {
  const look = lookOf(data, option);
  const rows = differences
    .filter((d) => d[0] !== null)
    .sort((a, b) => a[0]! - b[0]!)
    .map((d, i) => ({ place: i + 1, mean: d[0]!, lower: d[1] ?? d[0]!, upper: d[2] ?? d[0]! }));
  const marks: Plot.Markish[] = [
    Plot.axisY({ ticks: 5, tickSize: 0, label, tickFormat: (d: number) => format(d) }),
    Plot.gridY({ ticks: 5, stroke: "var(--rule)", strokeOpacity: 0.6 }),
    Plot.ruleX(rows, {
      x: "place",
      y1: "lower",
      y2: "upper",
      stroke: look.colour,
      strokeOpacity: 0.35,
      strokeWidth: 2,
    }),
    Plot.dot(rows, { x: "place", y: "mean", fill: look.colour, symbol: look.symbol, r: 3.5 }),
    Plot.ruleY([0], { stroke: "currentColor" }),
  ];
  if (noticeable > 0)
    marks.push(
      Plot.ruleY([-noticeable, noticeable], {
        stroke: "currentColor",
        strokeDasharray: "2 4",
        strokeOpacity: 0.6,
      }),
    );
  return plotted({
    width,
    height: 230,
    marginLeft: 64,
    marginTop: 30,
    marginBottom: 14,
    marginRight: 12,
    x: { axis: null, domain: [0, rows.length + 1] },
    marks,
  });
}
