// Shares of a whole, one bar a line.
import { svg } from "../../../ui/dom";

const colours = ["var(--map-much-more)", "var(--map-same)", "var(--map-much-less)"];
const inks = ["var(--map-ink-strong)", "var(--map-ink)", "var(--map-ink-strong)"];

/** Every line a bar from 0 to 1, cut in `names.length` parts; a part bears its share where there is room. */
export function shares(
  rows: { label: string; parts: number[] }[],
  names: string[],
  format: (value: number) => string,
  width: number,
): SVGElement {
  const bar = 26,
    labelHeight = 20,
    gap = 10,
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
        svg("rect", { x, y, width: wide, height: bar, fill: colours[i], stroke: "var(--map-edge)" }),
      );
      if (wide > room)
        made.append(
          svg("text", { x: x + wide / 2, y: y + 18, fill: inks[i], "text-anchor": "middle" }, format(share)),
        );
      x += wide;
    });
    y += bar + gap;
  }
  names.forEach((name, i) => {
    made.append(
      svg("rect", {
        x: 1,
        y: y + 3,
        width: 14,
        height: 14,
        fill: colours[i],
        stroke: "var(--map-edge)",
      }),
      svg("text", { x: 22, y: y + 14.5, fill: "currentColor" }, name),
    );
    y += keyHeight;
  });
  made.setAttribute("width", String(width));
  made.setAttribute("height", String(y + 2));
  made.setAttribute("viewBox", `0 0 ${width} ${y + 2}`);
  return made;
}
