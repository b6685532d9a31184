// The answer as it comes in: a sentence, three differences with their margins, and what you thought beforehand.
import { el, p, svg } from "../../ui/dom";
import { factorOf, signed, unitOf, type Part } from "../answer";
import { fewestWorlds, type Live } from "../live";
import type { PageWords } from "../words";
import { worlds } from "../worlds";

/** Per 1,000 adults, severely lonely; fewer is below zero. */
export interface Prediction {
  asked: boolean;
  given: number | null;
}

function whisker(part: Part, prediction: number | null): SVGElement {
  const { difference: d, observable: o } = part;
  const width = 320,
    height = 44,
    middle = width / 2;
  const least = o.noticeable || 0.001;
  const reach = Math.max(3 * least, Math.abs(d.lower) || 0, Math.abs(d.upper) || 0, Math.abs(prediction ?? 0)) * 1.1;
  const x = (value: number): number => middle + (value / reach) * (middle - 6);
  const drawing = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "whisker", "aria-hidden": "true" });
  drawing.append(
    svg("rect", { x: x(-least), y: 6, width: x(least) - x(-least), height: 32, rx: 4, class: "unnoticed" }),
    svg("line", { x1: middle, x2: middle, y1: 2, y2: 42, class: "zero" }),
  );
  if (!Number.isNaN(d.lower))
    drawing.append(
      svg("line", { x1: x(d.lower), x2: x(d.upper), y1: 22, y2: 22, class: "margin" }),
      svg("circle", { cx: x(d.mean), cy: 22, r: 6, class: `dot ${part.verdict}` }),
    );
  if (prediction !== null) {
    const at = x(prediction);
    drawing.append(svg("path", { d: `M${at} 9l6 6-6 6-6-6z`, class: "guess" }));
  }
  return drawing;
}

export function answerView(w: PageWords, live: Live, prediction: Prediction, again: () => void): HTMLElement {
  const n = live.finished.size;
  const section = el("section", { id: "answer", class: "answer-view", "aria-labelledby": "answer-head", "aria-busy": String(!live.done) });
  section.append(el("h2", { id: "answer-head" }, w.t("answer.head")));
  const veiled = prediction.asked && prediction.given === null;
  section.append(predictionView(w, live, prediction, again));
  if (veiled) return section;
  const { answer } = live;
  if (!answer) section.append(p(w.t(n === 0 ? (live.warmedUp < 1 ? "answer.warming" : "answer.none") : "answer.few", { n: Math.min(n, fewestWorlds) }), "answer waiting"));
  else {
    const { parts } = answer;
    const sentence = el("p", { class: "answer" });
    let rest = answer.sentence[w.language];
    for (const part of parts) {
      const said = part.said[w.language];
      const at = rest.indexOf(said);
      if (at < 0) continue;
      sentence.append(rest.slice(0, at), el("strong", {}, said));
      rest = rest.slice(at + said.length);
    }
    sentence.append(rest);
    section.append(sentence);
    const list = el("div", { class: "parts" });
    for (const part of [...parts].sort((a, b) => a.observable.headline - b.observable.headline)) {
      const f = factorOf(part.observable);
      const decimals = 2;
      const guess = part.observable.name === "severely_lonely" && prediction.given !== null ? prediction.given / 1000 : null;
      list.append(
        el(
          "div",
          { class: "part", "data-indicator": part.observable.name, "data-mean": String(part.difference.mean), "data-lower": String(part.difference.lower), "data-upper": String(part.difference.upper), "data-verdict": part.verdict },
          el("h3", {}, part.observable[w.language]),
          el("p", { class: "levels" }, w.t("levels", { now: w.number(f * part.reference, f === 100 ? 1 : 2), then: w.number(f * part.level, f === 100 ? 1 : 2), unit: f === 100 ? " %" : "" })),
          whisker(part, guess) as unknown as HTMLElement,
          el("p", { class: "difference" }, `${signed(f * part.difference.mean, decimals, w.language).replace("-", "−")} ${unitOf(part.observable, w.language)}`),
        ),
      );
    }
    section.append(list, p(w.t("answer.key"), "note"));
    section.append(p(w.t("better", { n: Math.round(answer.worlds * (parts.find((x) => x.observable.name === "severely_lonely")?.better ?? 0)), all: answer.worlds }), "note"));
  }
  const bar = el("progress", { max: String(worlds), value: String(n), "aria-label": w.t("worlds", { n, all: worlds }) });
  section.append(el("div", { class: "progress" }, bar, el("span", {}, w.t("worlds", { n, all: worlds }))));
  return section;
}

function predictionView(w: PageWords, live: Live, prediction: Prediction, again: () => void): HTMLElement {
  const box = el("div", { class: "predict" });
  if (!prediction.asked) {
    const button = el("button", { type: "button", id: "predict" }, w.t("predict.first"));
    button.addEventListener("click", () => {
      prediction.asked = true;
      again();
    });
    box.append(button);
    return box;
  }
  const kept = (text: string): HTMLElement => el("p", { class: "guess-said", tabindex: "-1" }, text);
  if (prediction.given !== null) {
    const part = live.answer?.parts.find((x) => x.observable.name === "severely_lonely");
    const says = (value: number): string => w.t(value === 0 ? "guess.same" : value < 0 ? "guess.fewer" : "guess.more", { n: w.number(Math.abs(value), Number.isInteger(value) ? 0 : 1) });
    if (part) {
      const d = part.difference;
      const inside = prediction.given / 1000 >= d.lower && prediction.given / 1000 <= d.upper;
      box.append(kept(w.t("predict.said", { guess: says(prediction.given), said: says(Math.round(d.mean * 10000) / 10) }) + " " + w.t(inside ? "predict.inside" : "predict.outside")));
    } else box.append(kept(w.t("predict.kept", { guess: says(prediction.given) })));
    return box;
  }
  const input = el("input", { type: "range", id: "guess", min: "-30", max: "30", step: "1", value: "0" });
  const said = el("output", { for: "guess" });
  const show = (): void => {
    const value = Number(input.value);
    said.textContent = w.t(value === 0 ? "guess.same" : value < 0 ? "guess.fewer" : "guess.more", { n: Math.abs(value) });
    input.setAttribute("aria-valuetext", said.textContent);
  };
  input.addEventListener("input", show);
  show();
  const give = el("button", { type: "button", class: "primary", id: "give" }, w.t("predict.give"));
  give.addEventListener("click", () => {
    prediction.given = Number(input.value);
    again();
  });
  box.append(el("label", { for: "guess" }, w.t("predict.question")), input, said, give);
  return box;
}
