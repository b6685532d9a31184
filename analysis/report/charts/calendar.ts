// A calendar of staff: a line for every world, a mark for every month, and gaps where nobody is.
import { svg } from "../../../ui/dom";

export interface CalendarRow {
  label: string;
  /** [world][month] Share of what was bought that was at work; null: nothing was bought. */
  at_work: (number | null)[][];
}

/** From where on a month counts as fully staffed, and as half. */
const nearlyAll = 0.9,
  half = 0.5;

function look(share: number): Record<string, string | number> {
  if (share >= nearlyAll) return { fill: "var(--met-3)" };
  if (share >= half) return { fill: "var(--met-1)" };
  return { fill: "var(--gap)" };
}

/** Months in a row that look alike are one mark. */
function runs(months: (number | null)[]): { from: number; to: number; share: number }[] {
  const kind = (v: number | null): number => (v === null ? -1 : v >= nearlyAll ? 2 : v >= half ? 1 : 0);
  const out: { from: number; to: number; share: number }[] = [];
  months.forEach((v, m) => {
    const last = out[out.length - 1];
    if (v === null) return;
    if (last && last.to === m && kind(last.share) === kind(v)) last.to = m + 1;
    else out.push({ from: m, to: m + 1, share: v });
  });
  return out;
}

export function calendar(
  rows: CalendarRow[],
  years: number,
  yearWord: string,
  key: [string, string, string],
  width: number,
): SVGElement {
  const line = 10,
    gap = 3,
    labelHeight = 20,
    months = years * 12,
    at = (month: number): number => 1 + (month / months) * (width - 2);
  const made = svg("svg", { class: "plot", "aria-hidden": "true" });
  let y = 0;
  for (const row of rows) {
    made.append(svg("text", { x: 0, y: y + 14, fill: "currentColor" }, row.label));
    y += labelHeight;
    for (const world of row.at_work) {
      made.append(
        svg("rect", { x: 1, y, width: width - 2, height: line, fill: "none", stroke: "var(--rule)" }),
      );
      for (const run of runs(world))
        made.append(
          svg("rect", {
            x: at(run.from),
            y,
            width: at(run.to) - at(run.from),
            height: line,
            ...look(run.share),
          }),
        );
      y += line + gap;
    }
    y += 6;
  }
  const step = Math.max(1, Math.ceil(years / Math.max(2, Math.floor(width / 60))));
  for (let year = 0; year <= years; year += step)
    made.append(
      svg("line", { x1: at(year * 12), x2: at(year * 12), y1: y - 4, y2: y + 2, stroke: "currentColor" }),
      svg(
        "text",
        {
          x: at(year * 12),
          y: y + 15,
          fill: "currentColor",
          "text-anchor": year === 0 ? "start" : year + step > years ? "end" : "middle",
        },
        year === 0 ? `${yearWord} 0` : String(year),
      ),
    );
  y += 24;
  let x = 1;
  [1, half, 0].forEach((share, i) => {
    const wide = 36 + 7.4 * key[i].length;
    if (x > 1 && x + wide > width) {
      x = 1;
      y += 20;
    }
    made.append(
      svg("rect", { x, y: y + 3, width: 14, height: 12, stroke: "var(--map-edge)", ...look(share) }),
      svg("text", { x: x + 21, y: y + 14, fill: "currentColor" }, key[i]),
    );
    x += wide;
  });
  y += 22;
  made.setAttribute("width", String(width));
  made.setAttribute("height", String(y));
  made.setAttribute("viewBox", `0 0 ${width} ${y}`);
  return made;
}
