// Whom the work met, what that did to them, and what went wrong with it: the engine's own sentences, and how many were at work.
import { el, p, svg } from "../../ui/dom";
import type { Both } from "../answer";
import type { Live } from "../live";
import { choice, reference, years } from "../scenario";
import type { PageWords } from "../words";
import { worlds } from "../worlds";

const months = 12 * years;

/** Fte at work and fte bought of the first world, month by month: the last two columns of what is kept of a run. */
function staffOf(blocks: Float32Array): { atWork: Float32Array; bought: Float32Array } {
  const end = blocks.length;
  return { atWork: blocks.subarray(end - 2 * months, end - months), bought: blocks.subarray(end - months, end) };
}

/** What was bought as a pale area, who was at work before it: what stays pale is a gap. */
function staffing(w: PageWords, blocks: Float32Array, most: number, name: string): HTMLElement {
  const { atWork, bought } = staffOf(blocks);
  const width = 360,
    height = 96,
    left = 30,
    bottom = 20,
    top = 6;
  const x = (month: number): number => left + (month / months) * (width - left - 4);
  const y = (fte: number): number => height - bottom - (fte / most) * (height - bottom - top);
  const steps = (of: Float32Array): string => `M${x(0)} ${y(0)}${[...of].map((fte, m) => `L${x(m)} ${y(fte)}L${x(m + 1)} ${y(fte)}`).join("")}L${x(months)} ${y(0)}Z`;
  const gaps = [...atWork].filter((fte, m) => bought[m] > 0 && fte < bought[m] / 2).length;
  const said = w.t("work.gaps", { n: gaps });
  const drawing = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "staffing", role: "img", "aria-label": `${name}: ${said}` });
  drawing.append(svg("path", { d: steps(bought), class: "bought" }), svg("path", { d: steps(atWork), class: "at-work" }));
  drawing.append(svg("line", { x1: left, x2: width - 4, y1: y(0), y2: y(0), class: "zero" }));
  for (const fte of [0, most]) drawing.append(svg("text", { x: left - 5, y: y(fte) + 4, class: "tick", "text-anchor": "end" }, w.number(fte, fte === 0 ? 0 : fte < 1 ? 2 : 1)));
  for (const year of [0, 5, 10, 15, 20]) drawing.append(svg("text", { x: x(12 * year), y: height - 5, class: "tick", "text-anchor": year === 20 ? "end" : "middle" }, String(year)));
  return el("figure", {}, el("figcaption", {}, name, el("span", {}, `: ${said}`)), drawing as unknown as HTMLElement);
}

export function workView(w: PageWords, live: Live): HTMLElement {
  const section = el("section", { class: "work", "aria-labelledby": "work-head" });
  section.append(el("h2", { id: "work-head" }, w.t("work.head")), p(w.t("work.note"), "note"));
  const blocks = live.blocksOf(0);
  if (blocks) {
    const most = Math.max(0.1, ...blocks.flatMap((of) => [...staffOf(of).bought, ...staffOf(of).atWork]));
    section.append(
      el("h3", {}, w.t("work.staff")),
      p(w.t("work.staff.note"), "note"),
      el("div", { class: "charts" }, staffing(w, blocks[0], most, w.t("label.now")), staffing(w, blocks[1], most, w.t("label.if"))),
    );
  }
  const { answer } = live;
  if (!answer) return section;
  const list = (of: Map<string, Both[]>): HTMLElement[] => [reference, choice].flatMap((name) => (of.get(name) ?? []).map((said) => p(said[w.language])));
  const met = [...list(answer.met), ...list(answer.missed)];
  if (met.length > 0) section.append(el("h3", {}, w.t("work.met")), ...met);
  if (answer.options > 2) section.append(...list(answer.finding));
  else if (live.answered) {
    const running = live.experiments.get("work");
    const button = el("button", { type: "button", id: "work-ask" }, w.t("work.ask"));
    button.addEventListener("click", () => {
      live.askExperiment("work", true);
      const now = workView(w, live);
      section.replaceWith(now);
      now.querySelector<HTMLElement>(".running")?.focus();
    });
    section.append(running ? el("div", { role: "status", class: "running", tabindex: "-1" }, p(w.t("work.running", { n: running.size, all: worlds }), "note")) : button);
  }
  const risks = list(answer.risk);
  if (risks.length > 0) section.append(el("h3", {}, w.t("work.risks")), ...risks);
  if (answer.enough) section.append(p(answer.enough[w.language], "note"));
  return section;
}
