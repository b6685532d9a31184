// Small pictures that stand beside a sentence: how many worlds, and where a margin lies.
import type { Interval } from "../data";
import { svg } from "../../../ui/dom";

function picture(width: number, height: number, ...shapes: SVGElement[]): SVGElement {
  return svg(
    "svg",
    { class: "small", "aria-hidden": "true", width, height, viewBox: `0 0 ${width} ${height}` },
    ...shapes,
  );
}

/** More dots than this are drawn as so many parts of the whole. */
const mostDots = 60;

/** A dot for every world, filled where it says the same; `share`: of all. */
export function dotsOfWorlds(share: number, worlds: number): SVGElement {
  const dots = worlds > mostDots ? 20 : worlds,
    filled = Math.round(share * dots);
  const columns = dots > 20 ? Math.ceil(dots / 3) : Math.min(dots, 10),
    step = 14;
  const shapes = [...Array(dots).keys()].map((i) =>
    svg("circle", {
      cx: (i % columns) * step + 7,
      cy: Math.floor(i / columns) * step + 7,
      r: 4.75,
      fill: i < filled ? "var(--option-1)" : "none",
      stroke: i < filled ? "var(--option-1)" : "var(--map-edge)",
      "stroke-width": 1.5,
    }),
  );
  return picture(columns * step, Math.ceil(dots / columns) * step, ...shapes);
}

/** Ten marks, one for every tenth of the worlds. */
export function tenths(share: number | null): SVGElement {
  const filled = Math.round((share ?? 0) * 10);
  const shapes = [...Array(10).keys()].map((i) =>
    svg("rect", {
      x: i * 9 + 0.75,
      y: 1.75,
      width: 6.5,
      height: 12.5,
      rx: 1.5,
      fill: i < filled ? "var(--option-2)" : "none",
      stroke: i < filled ? "var(--option-2)" : "var(--map-edge)",
    }),
  );
  return picture(92, 16, ...shapes);
}

/** A margin around zero; what lies on the shaded strip nobody would notice. */
export function marginMark([mean, lower, upper]: Interval, noticeable: number): SVGElement {
  const width = 170,
    height = 20;
  const known = [mean ?? 0, lower ?? 0, upper ?? 0];
  const low = Math.min(...known, -1.2 * noticeable, -1e-9),
    high = Math.max(...known, 1.2 * noticeable, 1e-9);
  const at = (v: number): number => 6 + ((v - low) / (high - low)) * (width - 12);
  const shapes = [
    svg("rect", {
      x: at(-noticeable),
      y: 0,
      width: at(noticeable) - at(-noticeable),
      height,
      fill: "var(--rule)",
      "fill-opacity": 0.7,
    }),
    svg("line", { x1: at(0), x2: at(0), y1: 0, y2: height, stroke: "currentColor" }),
  ];
  if (lower !== null && upper !== null)
    shapes.push(
      svg("line", {
        x1: at(lower),
        x2: at(upper),
        y1: height / 2,
        y2: height / 2,
        stroke: "var(--option-1)",
        "stroke-width": 4,
        "stroke-linecap": "round",
      }),
    );
  if (mean !== null)
    shapes.push(svg("circle", { cx: at(mean), cy: height / 2, r: 5.5, fill: "var(--option-1)" }));
  return picture(width, height, ...shapes);
}
