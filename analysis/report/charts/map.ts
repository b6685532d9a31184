// Streets seen from above. Colour and sign say how much more or less, a thick edge that it is clear.
import type { Grouping, Interval, Verdict } from "../data";
import { el, svg } from "../../../ui/dom";
import type { Words } from "../words";

/** Classes of a difference, in steps of what people would notice. */
const classes = [
  {
    name: "much_less",
    sign: "−−",
    from: -Infinity,
    colour: "var(--map-much-less)",
    ink: "var(--map-ink-strong)",
  },
  { name: "less", sign: "−", from: -2, colour: "var(--map-less)", ink: "var(--map-ink)" },
  { name: "as_much", sign: "", from: -1, colour: "var(--map-same)", ink: "var(--map-ink)" },
  { name: "more", sign: "+", from: 1, colour: "var(--map-more)", ink: "var(--map-ink)" },
  { name: "much_more", sign: "++", from: 2, colour: "var(--map-much-more)", ink: "var(--map-ink-strong)" },
] as const;

export function classOf(difference: number, step: number): (typeof classes)[number] {
  const steps = difference / step;
  if (steps <= -2) return classes[0];
  if (steps <= -1) return classes[1];
  if (steps < 1) return classes[2];
  return steps < 2 ? classes[3] : classes[4];
}

export function mapLegend(w: Words, step: number, format: (value: number) => string): HTMLElement {
  const list = el("ul", { class: "legend", "aria-hidden": "true" });
  const ends = [
    w.t("map.at_most", { end: format(-2 * step) }),
    w.t("map.between", { from: format(-2 * step), to: format(-step) }),
    w.t("map.between", { from: format(-step), to: format(step) }),
    w.t("map.between", { from: format(step), to: format(2 * step) }),
    w.t("map.at_least", { end: format(2 * step) }),
  ];
  classes.forEach((c, i) => {
    const sample = svg(
      "svg",
      { width: 30, height: 16, viewBox: "0 0 30 16", class: "map" },
      svg("rect", {
        x: 1,
        y: 1,
        width: 28,
        height: 14,
        rx: 3,
        fill: c.colour,
        stroke: "var(--map-edge)",
      }),
      svg("text", { x: 15, y: 12.5, fill: c.ink, "text-anchor": "middle" }, c.sign),
    );
    list.append(el("li", {}, sample, ends[i]));
  });
  const clear = svg(
    "svg",
    { width: 30, height: 16, viewBox: "0 0 30 16" },
    svg("rect", {
      x: 2,
      y: 2,
      width: 26,
      height: 12,
      rx: 3,
      fill: "none",
      stroke: "currentColor",
      "stroke-width": 2.5,
    }),
  );
  list.append(el("li", {}, clear, w.t("map.clear")));
  return list;
}

/** The least distance between two places along an axis; `otherwise` when all lie on one line. */
function spacing(values: number[], otherwise: number): number {
  const sorted = [...new Set(values.map((v) => Math.round(v)))].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((v, i) => v - sorted[i]);
  return gaps.length > 0 ? Math.max(1, Math.min(...gaps)) : otherwise;
}

interface Panel {
  name: string;
  streets: number[];
}

/** A street is as wide as the distance to the next one. */
class Plan {
  readonly cellX: number;
  readonly cellY: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;

  constructor(g: Grouping, streets: number[]) {
    const usual = 100;
    const x = streets.map((s) => g.x[s]),
      y = streets.map((s) => g.y[s]);
    this.cellX = spacing(x, usual);
    this.cellY = spacing(y, usual / 2);
    this.left = Math.min(...x) - this.cellX / 2;
    this.top = Math.max(...y) + this.cellY / 2;
    this.width = Math.max(...x) - Math.min(...x) + this.cellX;
    this.height = Math.max(...y) - Math.min(...y) + this.cellY;
  }
}

const heading = 20,
  below = 34,
  gap = 24;
/** The widest and highest that a plan is drawn: one alone, and one of several, which are at least so wide. */
const alone = { width: 620, height: 440 },
  among = { width: 280, height: 280, least: 140 };

function scaleBar(scale: number, y: number): SVGElement[] {
  const metres = [50, 100, 200, 500, 1000].find((m) => m * scale >= 60) ?? 2000;
  return [
    svg("path", {
      d: `M0.5,${y - 4}v8M0.5,${y}h${metres * scale}v-4v8`,
      stroke: "currentColor",
      fill: "none",
    }),
    svg("text", { x: metres * scale + 8, y: y + 4, fill: "currentColor" }, `${metres} m`),
  ];
}

/** A name as far as there is room for it. */
function fitting(name: string, width: number): string {
  const letters = Math.floor(width / 8);
  return name.length <= letters ? name : `${name.slice(0, letters - 1).trimEnd()}…`;
}

export interface MapOf {
  grouping: Grouping;
  differences: Interval[];
  verdicts: Verdict[];
  /** From where a difference is noticed, in the unit of the differences. */
  step: number;
  says: (street: number) => string;
}

function drawPanel(of: MapOf, panel: Panel, titled: boolean, width: number, height: number): SVGElement {
  const plan = new Plan(of.grouping, panel.streets);
  const scale = Math.min(width / plan.width, height / plan.height);
  const top = titled ? heading : 0;
  const made = svg("g", {});
  if (titled) made.append(svg("text", { x: 0, y: 14, fill: "currentColor" }, fitting(panel.name, width)));
  for (const s of panel.streets) {
    const mean = of.differences[s][0];
    const kind = mean === null ? null : classOf(mean, of.step);
    const clear = ["higher", "lower"].includes(of.verdicts[s]);
    const w = plan.cellX * scale - 4,
      h = plan.cellY * scale - 4;
    const x = (of.grouping.x[s] - plan.left) * scale - w / 2,
      y = (plan.top - of.grouping.y[s]) * scale - h / 2 + top;
    const cell = svg(
      "g",
      {},
      svg("title", {}, of.says(s)),
      svg("rect", {
        x,
        y,
        width: Math.max(w, 2),
        height: Math.max(h, 2),
        rx: 3,
        fill: kind?.colour ?? "none",
        stroke: clear ? "currentColor" : "var(--map-edge)",
        "stroke-width": clear ? 2.5 : 1,
        "stroke-dasharray": kind === null ? "3 3" : "none",
      }),
    );
    const middle = y + h / 2 + 5;
    if (kind && h > 11 && w > 16)
      cell.append(
        svg(
          "text",
          { class: "sign", x: x + w / 2, y: middle, fill: kind.ink, "text-anchor": "middle" },
          kind.sign,
        ),
      );
    // Its number, with which the table names it, where there is room beside the sign.
    const number = of.grouping.groups[s].match(/\d+$/)?.[0];
    if (number && h > 11 && w > 46)
      cell.append(
        svg("text", { class: "street", x: x + 5, y: middle, fill: kind?.ink ?? "currentColor" }, number),
      );
    made.append(cell);
  }
  made.append(...scaleBar(scale, top + plan.height * scale + 14));
  made.setAttribute("data-height", String(top + plan.height * scale + below));
  return made;
}

/** The streets of every neighbourhood, one plan beside the other. */
export function map(of: MapOf, width: number): SVGElement {
  const names = [...new Set(of.grouping.within)];
  const panels = names.map((name) => ({
    name,
    streets: of.grouping.groups.map((_, s) => s).filter((s) => of.grouping.within[s] === name),
  }));
  const several = panels.length > 1,
    most = several ? among : alone;
  const columns = Math.max(1, Math.min(panels.length, Math.floor((width + gap) / (among.least + gap))));
  const side = Math.min(most.width, (width - 4 - gap * (columns - 1)) / columns);
  const made = svg("svg", { class: "plot map", "aria-hidden": "true" });
  let y = 0,
    row = 0;
  panels.forEach((panel, i) => {
    const drawn = drawPanel(of, panel, several, side, most.height);
    const column = i % columns;
    if (column === 0) {
      y += row;
      row = 0;
    }
    drawn.setAttribute("transform", `translate(${column * (side + gap) + 2},${y + 2})`);
    row = Math.max(row, Number(drawn.getAttribute("data-height")) + 8);
    made.append(drawn);
  });
  const height = y + row + 4;
  made.setAttribute("width", String(width));
  made.setAttribute("height", String(height));
  made.setAttribute("viewBox", `0 0 ${width} ${height}`);
  return made;
}
