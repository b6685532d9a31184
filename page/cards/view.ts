// The cards and the guide, for paper: a conversation card, five roles, and how to lead the conversation.
import { el, p } from "../../ui/dom";
import type { PageWords } from "../words";

const cards = 6,
  most = 8;

function card(w: PageWords, n: number): HTMLElement {
  const questions = el("ol", {});
  for (let k = 1; w.has(`card.${n}.question.${k}`); ++k) questions.append(el("li", {}, w.named(`card.${n}.question`, String(k))));
  return el("article", { class: "card", "aria-labelledby": `card-${n}` }, el("p", { class: "program" }, `Weefsel · ${w.t("cards.card", { n })}`), el("h2", { id: `card-${n}` }, w.named(`card.${n}`, "title")), p(w.named(`card.${n}`, "lead")), questions);
}

export function cardsView(w: PageWords): HTMLElement {
  const print = el("button", { type: "button", id: "print", class: "primary" }, w.t("cards.print"));
  print.addEventListener("click", () => window.print());
  const guide = el("article", { class: "guide", "aria-labelledby": "guide-head" }, el("h2", { id: "guide-head" }, w.t("guide.head")));
  for (let k = 1; k <= most; ++k) guide.append(el("h3", {}, w.named(`guide.${k}`, "title")), p(w.named(`guide.${k}`, "text")));
  return el(
    "section",
    { id: "cards", class: "lesson cards", "aria-labelledby": "cards-head" },
    el("h1", { id: "cards-head", tabindex: "-1" }, w.t("cards.head")),
    p(w.t("cards.lead"), "lead"),
    el("div", { class: "buttons" }, print),
    el("div", { class: "deck" }, ...Array.from({ length: cards }, (_, i) => card(w, i + 1))),
    guide,
  );
}
