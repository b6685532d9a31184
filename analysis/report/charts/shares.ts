// Shares of a whole, one bar a line.
import { svg } from "../../../ui/dom";

/** What the parts look like, and the ink of a number on them. */
export interface Palette {
  colours: string[];
  inks: string[];
}
/** Better, hardly another, worse. */
export const betterOrWorse: Palette = {
  colours: ["var(--map-much-more)", "var(--map-same)", "var(--map-much-less)"],
  inks: ["var(--map-ink-strong)", "var(--map-ink)", "var(--map-ink-strong)"],
};
/** From nothing to much. */
export const moreAndMore: Palette = {
  colours: ["var(--map-same)", "var(--met-1)", "var(--met-2)", "var(--met-3)"],
  inks: ["var(--map-ink)", "var(--map-ink)", "var(--met-ink-2)", "var(--map-ink-strong)"],
};

/** Every line a bar from 0 to 1, cut in `names.length` parts; a part bears its share where there is room. */
export function stacked(
  rows: { label: string; parts: number[] }[],
  names: string[],
  palette: Palette,
  format: (value: number) => string,
  width: number,
): SVGElement {
  const bar = 22,
    labelHeight = 19,
    gap = 7,
    room = 44,
    keyHeight = 22;
  const made = svg("svg", { class: "plot", "aria-hidden": "true" });
  let y = 0;
  for (const row of rows) {
    made.append(svg("text", { x: 0, y: y + 14, fill: "currentColor" }, row.label));
    y += labelHeight;
    let x = 1;
    row.parts.forEach((share, i) => {
      const wide = share * (width - 2);
      if (wide <= 0) return;
      made.append(
        svg("rect", {
          x,
          y,
          width: wide,
          height: bar,
          fill: palette.colours[i],
          stroke: "var(--map-edge)",
        }),
      );
      if (wide > room)
        made.append(
          svg(
            "text",
            { x: x + wide / 2, y: y + 16, fill: palette.inks[i], "text-anchor": "middle" },
            format(share),
          ),
        );
      x += wide;
    });
    y += bar + gap;
  }
  // The key, as many in a line as fit.
  let x = 1;
  names.forEach((name, i) => {
    const wide = 36 + 7.4 * name.length;
    if (x > 1 && x + wide > width) {
      x = 1;
      y += keyHeight;
    }
    made.append(
      svg("rect", {
        x,
        y: y + 3,
        width: 14,
        height: 14,
        fill: palette.colours[i],
        stroke: "var(--map-edge)",
      }),
      svg("text", { x: x + 21, y: y + 14.5, fill: "currentColor" }, name),
    );
    x += wide;
  });
  y += keyHeight;
  made.setAttribute("width", String(width));
  made.setAttribute("height", String(y + 2));
  made.setAttribute("viewBox", `0 0 ${width} ${y + 2}`);
  return made;
}
