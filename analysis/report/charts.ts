// The drawings. Colours are names of the style sheet (light, dark and print differ there); every option has
// its own colour, dash and mark, so that no meaning hangs on colour alone.
import * as Plot from "@observablehq/plot";
import { el, svg } from "./dom";
import type { Data, Interval, Shock } from "./data";
import type { Words } from "./words";

type Mark = "circle" | "square" | "triangle" | "diamond" | "star";
export interface Look { colour: string; dash: string; symbol: Mark }

/** The marks as they stand on a sample of a line. */
const outlines: Record<Mark, string> = {
  circle: "M12.5,6 a4.5,4.5 0 1 0 9,0 a4.5,4.5 0 1 0 -9,0", square: "M13,2 h8 v8 h-8 z", triangle: "M17,0.5 l5.5,9.5 h-11 z",
  diamond: "M17,0 l4,6 l-4,6 l-4,-6 z", star: "",
};

const looks: Look[] = [
  { colour: "var(--option-1)", dash: "", symbol: "circle" },
  { colour: "var(--option-2)", dash: "", symbol: "square" },
  { colour: "var(--option-3)", dash: "", symbol: "triangle" },
  { colour: "var(--option-4)", dash: "", symbol: "diamond" },
];
const referenceLook: Look = { colour: "var(--reference)", dash: "6 4", symbol: "star" };

export function lookOf(data: Data, option: number): Look {
  if (option === data.reference) return referenceLook;
  return looks[(option < data.reference ? option : option - 1) % looks.length];
}

/** Says which line and mark is which option. */
export function legend(w: Words, data: Data, options: number[]): HTMLElement {
  const list = el("ul", { class: "legend", "aria-hidden": "true" });
  for (const o of options) {
    const look = lookOf(data, o);
    const sample = svg("svg", { width: 34, height: 12, viewBox: "0 0 34 12" },
      svg("line", { x1: 1, x2: 33, y1: 6, y2: 6, stroke: look.colour, "stroke-width": 2.5, "stroke-dasharray": look.dash || "none" }),
      o === data.reference ? null : svg("path", { d: outlines[look.symbol], fill: look.colour }));
    list.append(el("li", {}, sample, w.option(o) + (o === data.reference ? ` (${w.t("reference")})` : "")));
  }
  return list;
}

/** Plot writes a style element and labels of its own: the page's style and the figure's label stand for them. */
function plotted(options: Plot.PlotOptions): SVGElement {
  const made = Plot.plot({ className: "plot", ...options }) as unknown as SVGElement;
  made.querySelectorAll("style").forEach((s) => s.remove());
  made.querySelectorAll("[aria-label], [aria-description]").forEach((e) => {
    e.removeAttribute("aria-label");
    e.removeAttribute("aria-description");
  });
  made.setAttribute("aria-hidden", "true");
  return made;
}

export interface Line { option: number; points: { x: number; y: number; lower: number | null; upper: number | null }[] }
export interface TimelineOf {
  lines: Line[]; years: number; shocks: Shock[]; format: (value: number) => string;
  /** Sums that may lie on both sides of zero; without it nothing lies below zero. */
  zero?: boolean;
  /** The least that the upright axis spans, so that a small difference is not drawn as a large one. */
  span: number;
}

export function timeline(w: Words, data: Data, of: TimelineOf, width: number): SVGElement {
  const terms = [];
  for (let year = 4; year <= of.years; year += 4) terms.push(year);
  const heights = of.lines.flatMap((l) => l.points.flatMap((q) => [q.y, q.lower ?? q.y, q.upper ?? q.y])).concat(of.zero ? [0] : []);
  const low = Math.min(...heights), high = Math.max(...heights);
  const spare = Math.max((high - low) * 0.06, (of.span - (high - low)) / 2, 1e-9);
  const lineHeight = 15;
  const shocks = of.shocks.map((s, i) => ({ line: i % 2, x1: s.start_year, x2: Math.min(of.years, s.start_year + s.months / 12), words: w.named("shock", s.kind) }));
  const marks: Plot.Markish[] = [
    Plot.rect(shocks, { x1: "x1", x2: "x2", fill: "var(--shock)" }),
    ...[0, 1].map((line) => Plot.text(shocks.filter((s) => s.line === line), { x: "x1", text: "words", frameAnchor: "top-left", textAnchor: "start", dy: -15 - line * lineHeight, fill: "currentColor" })),
    Plot.ruleX(terms, { stroke: "var(--rule)" }),
    Plot.axisX({ ticks: terms.length > 0 ? [0, ...terms] : [...Array(of.years + 1).keys()], label: w.t("course.axis"), labelAnchor: "center", tickFormat: (d: number) => String(d) }),
    Plot.axisY({ ticks: 5, tickSize: 0, label: null, tickFormat: (d: number) => of.format(d) }),
    Plot.gridY({ ticks: 5, stroke: "var(--rule)", strokeOpacity: 0.6 }),
  ];
  if (of.zero) marks.push(Plot.ruleY([0], { stroke: "currentColor" }));
  for (const line of of.lines) {
    const look = lookOf(data, line.option);
    if (line.option !== data.reference || of.zero)
      marks.push(Plot.areaY(line.points.filter((q) => q.lower !== null), { x: "x", y1: "lower", y2: "upper", fill: look.colour, fillOpacity: of.lines.length > 3 ? 0.1 : 0.2, clip: true }));
  }
  for (const line of of.lines) {
    const look = lookOf(data, line.option);
    marks.push(Plot.line(line.points, { x: "x", y: "y", stroke: look.colour, strokeWidth: 2.5, strokeDasharray: look.dash || undefined }));
    if (line.option !== data.reference)
      marks.push(Plot.dot(line.points.filter((_, i) => i % 4 === 3 || line.points.length < 4), { x: "x", y: "y", fill: look.colour, symbol: look.symbol, r: 4 }));
  }
  return plotted({ width, height: Math.max(220, Math.min(320, width * 0.45)), marginLeft: of.zero ? 84 : 56, marginTop: 14 + lineHeight * Math.min(2, shocks.length), marginBottom: 44, marginRight: 16,
    x: { domain: [0, of.years] }, y: { domain: [of.zero ? low - spare : Math.max(0, low - spare), high + spare] }, marks });
}

export interface DotRow { label: string; option: number; difference: Interval }

/** Differences with their margins, one line a label; left of zero is less, right is more. The axis reaches at
    least to `least` on both sides. */
export function dots(data: Data, rows: DotRow[], format: (value: number) => string, label: string, noticeable: number, width: number, least = 0): SVGElement {
  const labels = [...new Set(rows.map((r) => r.label))];
  const options = [...new Set(rows.map((r) => r.option))];
  const marginLeft = Math.min(width * 0.42, 16 + 7.4 * Math.max(...labels.map((l) => l.length)));
  const ends = rows.flatMap((r) => r.difference).filter((v): v is number => v !== null);
  const reach = Math.max(...ends.map(Math.abs), noticeable, least, 1e-9) * 1.08;
  const marks: Plot.Markish[] = [
    Plot.axisX({ ticks: Math.max(3, Math.min(5, Math.floor((width - marginLeft) / 80))), label, labelAnchor: "center", tickFormat: (d: number) => format(d) }),
    Plot.gridX({ ticks: 5, stroke: "var(--rule)", strokeOpacity: 0.6 }),
    Plot.axisY({ label: null, tickSize: 0 }),
    Plot.ruleX([0], { stroke: "currentColor" }),
  ];
  if (noticeable > 0) marks.push(Plot.ruleX([-noticeable, noticeable], { stroke: "currentColor", strokeDasharray: "2 4", strokeOpacity: 0.6 }));
  options.forEach((o, i) => {
    const look = lookOf(data, o);
    const mine = rows.filter((r) => r.option === o && r.difference[0] !== null)
      .map((r) => ({ label: r.label, mean: r.difference[0], lower: r.difference[1] ?? r.difference[0], upper: r.difference[2] ?? r.difference[0] }));
    const dy = (i - (options.length - 1) / 2) * 9;
    marks.push(Plot.ruleY(mine, { y: "label", x1: "lower", x2: "upper", stroke: look.colour, strokeWidth: 2.5, dy }));
    marks.push(Plot.dot(mine, { y: "label", x: "mean", fill: look.colour, symbol: look.symbol, r: 5, dy }));
  });
  return plotted({ width, height: 60 + labels.length * (22 + 8 * options.length), marginLeft, marginRight: 18, marginTop: 8, marginBottom: 44,
    x: { domain: [-reach, reach] }, y: { domain: labels, type: "point", padding: 0.6 }, marks });
}

/** Plain bars from zero, one an option. */
export function bars(w: Words, data: Data, values: { option: number; value: number }[], format: (value: number) => string, label: string, width: number): SVGElement {
  const rows = values.map((v) => ({ name: w.option(v.option), value: v.value, fill: lookOf(data, v.option).colour, text: format(v.value) }));
  const marginLeft = Math.min(width * 0.4, 16 + 7.4 * Math.max(...rows.map((r) => r.name.length)));
  return plotted({ width, height: 50 + rows.length * 34, marginLeft, marginRight: 60, marginBottom: 40, marginTop: 6,
    x: { domain: [0, Math.max(...rows.map((r) => r.value)) || 1] }, y: { domain: rows.map((r) => r.name) },
    marks: [
      Plot.axisX({ ticks: 4, label, labelAnchor: "center", tickFormat: (d: number) => format(d) }),
      Plot.axisY({ label: null, tickSize: 0 }),
      Plot.barX(rows, { x: "value", y: "name", fill: "fill" }),
      Plot.text(rows, { x: "value", y: "name", text: "text", textAnchor: "start", dx: 6, fill: "currentColor" }),
    ] });
}

/** Every pair of worlds a dot; a histogram when there are many. */
export function cloud(data: Data, option: number, values: number[], mean: Interval, format: (value: number) => string, label: string, noticeable: number, width: number): SVGElement {
  const look = lookOf(data, option);
  const reach = Math.max(...values.map(Math.abs), noticeable, 1e-9) * 1.12;
  // Room for the highest pile of dots; when it would be too high, bars take their place.
  const dot = 9.5, margin = 18, least = 80, most = 240;
  const across = (v: number): number => (v / reach / 2) * (width - 2 * margin);
  const pile = Math.max(...values.map((v) => values.filter((u) => Math.abs(across(u) - across(v)) < dot).length));
  const inner = Math.max(least, pile * dot + 30);
  const crowded = inner > most;
  const marks: Plot.Markish[] = [
    Plot.axisX({ ticks: Math.max(2, Math.min(5, Math.floor(width / 100))), label, labelAnchor: "center", tickFormat: (d: number) => format(d) }),
    Plot.ruleX([0], { stroke: "currentColor" }),
    crowded
      ? Plot.rectY(values, { ...Plot.binX({ y: "count" }, { x: (v: number) => v, thresholds: 30 }), fill: look.colour, fillOpacity: 0.6 })
      : Plot.dot(values, Plot.dodgeY("middle", { x: (v: number) => v, fill: look.colour, fillOpacity: 0.75, r: 4.5 })),
  ];
  if (noticeable > 0) marks.push(Plot.ruleX([-noticeable, noticeable], { stroke: "currentColor", strokeDasharray: "2 4", strokeOpacity: 0.6 }));
  if (mean[1] !== null && mean[2] !== null)
    marks.push(Plot.ruleY([{ x1: mean[1], x2: mean[2] }], { y: null, x1: "x1", x2: "x2", dy: (crowded ? least : inner) / 2 - 8, stroke: "currentColor", strokeWidth: 4 } as Plot.RuleYOptions));
  return plotted({ width, height: (crowded ? least : inner) + 50, marginLeft: margin, marginRight: margin, marginTop: 6, marginBottom: 44, x: { domain: [-reach, reach] }, marks });
}

/** Streets from the largest loss to the largest gain. */
export function streetBars(data: Data, option: number, differences: Interval[], format: (value: number) => string, label: string, noticeable: number, width: number): SVGElement {
  const look = lookOf(data, option);
  const rows = differences.filter((d) => d[0] !== null).sort((a, b) => a[0]! - b[0]!)
    .map((d, i) => ({ place: i + 1, mean: d[0]!, lower: d[1] ?? d[0]!, upper: d[2] ?? d[0]! }));
  const marks: Plot.Markish[] = [
    Plot.axisY({ ticks: 5, tickSize: 0, label, tickFormat: (d: number) => format(d) }),
    Plot.gridY({ ticks: 5, stroke: "var(--rule)", strokeOpacity: 0.6 }),
    Plot.ruleX(rows, { x: "place", y1: "lower", y2: "upper", stroke: look.colour, strokeOpacity: 0.35, strokeWidth: 2 }),
    Plot.dot(rows, { x: "place", y: "mean", fill: look.colour, symbol: look.symbol, r: 3.5 }),
    Plot.ruleY([0], { stroke: "currentColor" }),
  ];
  if (noticeable > 0) marks.push(Plot.ruleY([-noticeable, noticeable], { stroke: "currentColor", strokeDasharray: "2 4", strokeOpacity: 0.6 }));
  return plotted({ width, height: 230, marginLeft: 64, marginTop: 30, marginBottom: 14, marginRight: 12, x: { axis: null, domain: [0, rows.length + 1] }, marks });
}

/** The neighbourhood seen from above: size and colour of a street say how large its difference is. */
export function map(grouping: { x: number[]; y: number[] }, differences: Interval[], width: number): SVGElement {
  const most = Math.max(...differences.map((d) => Math.abs(d[0] ?? 0)), 1e-9);
  const rows = differences.map((d, i) => ({ x: grouping.x[i], y: grouping.y[i], size: Math.abs(d[0] ?? 0) / most, more: (d[0] ?? 0) >= 0 }));
  const side = Math.min(width, 460);
  const mark = (more: boolean): Plot.Markish => Plot.dot(rows.filter((r) => r.more === more), { x: "x", y: "y", r: (r: { size: number }) => 3 + 9 * r.size,
    symbol: more ? "circle" : "square", fill: more ? "var(--more)" : "var(--less)", fillOpacity: 0.8, stroke: "var(--paper)" });
  return plotted({ width: side, height: side, margin: 20, x: { axis: null }, y: { axis: null }, r: { type: "identity" }, aspectRatio: 1, marks: [mark(true), mark(false)] });
}

/** People as icons, each standing for `each` of them. */
export function people(rows: { label: string; count: number; colour: string }[], each: number, format: (value: number) => string, width: number): SVGElement {
  const size = 18, gap = 3, left = 0, labelHeight = 22;
  const perLine = Math.max(4, Math.floor((width - left) / (size + gap)));
  const made = svg("svg", { class: "plot", "aria-hidden": "true" });
  let y = 0;
  for (const row of rows) {
    made.append(svg("text", { x: 0, y: y + 14, fill: "currentColor" }, `${row.label}: ${format(row.count)}`));
    y += labelHeight;
    const icons = Math.round(Math.abs(row.count) / each);
    for (let i = 0; i < icons; i++) {
      const x = left + (i % perLine) * (size + gap), top = y + Math.floor(i / perLine) * (size + 6);
      made.append(svg("circle", { cx: x + size / 2, cy: top + 4.5, r: 4, fill: row.colour }));
      made.append(svg("path", { d: `M${x + 2},${top + size} v-3 a7,6 0 0 1 14,0 v3 z`, fill: row.colour }));
    }
    y += Math.max(1, Math.ceil(icons / perLine)) * (size + 6) + 8;
  }
  made.setAttribute("width", String(width));
  made.setAttribute("height", String(y));
  made.setAttribute("viewBox", `0 0 ${width} ${y}`);
  return made;
}
