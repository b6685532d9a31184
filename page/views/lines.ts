// How the differences come about in twenty years: a line, its margin, and what nobody would notice.
import { el, p, svg } from "../../ui/dom";
import { differenceIn, factorOf, unitOf } from "../answer";
import type { Live } from "../live";
import { years } from "../scenario";
import type { PageWords } from "../words";

function course(w: PageWords, live: Live, observable: number): SVGElement {
  const o = live.observables[observable];
  const width = 360,
    height = 190,
    left = 44,
    right = 10,
    top = 12,
    bottom = 26;
  const f = factorOf(o);
  const points = Array.from({ length: years }, (_, i) => ({ year: i + 1, d: differenceIn(live, observable, i + 1) }))
    .filter(({ d }) => d.n > 0 && !Number.isNaN(d.mean))
    .map(({ year, d }) => ({ year, mean: f * d.mean, lower: f * d.lower, upper: f * d.upper, n: d.n }));
  const least = f * o.noticeable;
  const reach = Math.max(3 * least, 1e-6, ...points.flatMap((q) => [Math.abs(q.mean), Math.abs(q.lower) || 0, Math.abs(q.upper) || 0])) * 1.05;
  const x = (year: number): number => left + (year / years) * (width - left - right);
  const y = (value: number): number => top + ((reach - value) / (2 * reach)) * (height - top - bottom);
  const drawing = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": w.t("course.says", { what: o.plain[w.language] }) });
  drawing.append(svg("rect", { x: left, y: y(least), width: width - left - right, height: y(-least) - y(least), class: "unnoticed" }));
  drawing.append(svg("line", { x1: left, x2: width - right, y1: y(0), y2: y(0), class: "zero" }));
  const most = 10 ** Math.floor(Math.log10(reach));
  const tick = reach / most >= 5 ? 5 * most : reach / most >= 2 ? 2 * most : most;
  for (const value of [-tick, 0, tick])
    drawing.append(svg("text", { x: left - 6, y: y(value) + 4, class: "tick", "text-anchor": "end" }, w.signed(value, Math.max(0, -Math.floor(Math.log10(tick))))));
  for (const year of [0, 5, 10, 15, 20])
    drawing.append(svg("text", { x: x(year), y: height - 8, class: "tick", "text-anchor": "middle" }, String(year)));
  const banded = points.filter((q) => q.n >= 3 && !Number.isNaN(q.lower));
  if (banded.length > 1)
    drawing.append(
      svg("path", {
        class: "band",
        d: `M${banded.map((q) => `${x(q.year)} ${y(q.upper)}`).join("L")}L${[...banded].reverse().map((q) => `${x(q.year)} ${y(q.lower)}`).join("L")}Z`,
      }),
    );
  if (points.length > 0)
    drawing.append(svg("path", { class: "course", d: `M${x(0)} ${y(0)}L${points.map((q) => `${x(q.year)} ${y(q.mean)}`).join("L")}` }));
  return drawing;
}

/** What changes on the way to the headlines. */
const onTheWay = ["same_worker_after_3_years", "residents_reached", "volunteering"];

function row(w: PageWords, live: Live, names: string[]): HTMLElement {
  const charts = el("div", { class: "charts" });
  for (const name of names) {
    const at = live.index(name);
    if (at < 0) continue;
    const o = live.observables[at];
    const unit = unitOf(o, w.language);
    const caption = el("figcaption", {}, o[w.language], el("span", {}, unit ? ` (${w.t("course.unit", { unit })})` : ""));
    charts.append(el("figure", {}, caption, course(w, live, at) as unknown as HTMLElement));
  }
  return charts;
}

export function linesView(w: PageWords, live: Live): HTMLElement {
  const section = el("section", { class: "lines", "aria-labelledby": "lines-head" });
  section.append(el("h2", { id: "lines-head" }, w.t("lines.head")), p(w.t("lines.note"), "note"));
  const headlines = live.observables.filter((o) => o.headline > 0).sort((a, b) => a.headline - b.headline);
  section.append(row(w, live, headlines.map((o) => o.name)));
  section.append(el("h3", {}, w.t("lines.way")), p(w.t("lines.way.note"), "note"), row(w, live, onTheWay));
  return section;
}
