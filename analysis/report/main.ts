// The page: reads the data that stand in it, and builds every section in the reader's language.
import type { Data, Language } from "./data";
import { el, p } from "../../ui/dom";
import { drawFigures, forgetFigures } from "../../ui/figure";
import { answerSection } from "./sections/answer";
import { certaintySection } from "./sections/certainty";
import { courseSection } from "./sections/course";
import { effectsSection } from "./sections/effects";
import { figuresSection } from "./sections/figures";
import { groupsSection } from "./sections/groups";
import { labourSection } from "./sections/labour";
import { limitsSection } from "./sections/limits";
import { moneySection } from "./sections/money";
import { preventedSection } from "./sections/prevented";
import { Words } from "./words";

const sections = [
  answerSection,
  figuresSection,
  courseSection,
  preventedSection,
  moneySection,
  groupsSection,
  labourSection,
  effectsSection,
  certaintySection,
  limitsSection,
];

const data = JSON.parse(document.getElementById("data")!.textContent!) as Data;

function languageButtons(now: Language): HTMLElement {
  const group = el("div", { class: "languages", role: "group", "aria-label": "Taal / Language" });
  for (const [language, name] of [
    ["nl", "Nederlands"],
    ["en", "English"],
  ] as const) {
    const button = el(
      "button",
      {
        type: "button",
        lang: language,
        "data-language": language,
        "aria-pressed": String(language === now),
      },
      name,
    );
    button.addEventListener("click", () => {
      show(language);
      document.querySelector<HTMLElement>(`button[data-language="${language}"]`)?.focus();
    });
    group.append(button);
  }
  return group;
}

function contents(w: Words, built: HTMLElement[]): HTMLElement {
  const list = el("ol");
  for (const section of built)
    list.append(
      el("li", {}, el("a", { href: `#${section.id}` }, section.querySelector("h2")?.textContent ?? "")),
    );
  return el(
    "nav",
    { "aria-label": w.t("contents") },
    el("details", {}, el("summary", {}, w.t("contents")), list),
  );
}

function show(language: Language): void {
  const w = new Words(language, data);
  document.documentElement.lang = language;
  const title = w.language === "nl" ? data.title_nl : data.title;
  document.title = title ? `${title} – Weefsel` : "Weefsel";
  forgetFigures();
  const built = sections.map((make) => make(w, data));
  const [answer, ...rest] = built;
  const main = el(
    "main",
    { id: "main" },
    el("h1", {}, title || "Weefsel"),
    answer,
    contents(w, built),
    ...rest,
  );
  document.body.replaceChildren(
    el("a", { class: "skip", href: "#answer" }, w.t("skip")),
    el("header", {}, el("p", { class: "program" }, w.t("program")), languageButtons(language)),
    main,
    el("footer", {}, p(w.t("footer"))),
  );
  drawFigures();
}

show(data.language);
let waiting = 0;
// On paper nothing can be opened: the lives are, and as they were afterwards.
let closed: HTMLDetailsElement[] = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll<HTMLDetailsElement>("details.life:not([open])")];
  closed.forEach((life) => (life.open = true));
});
addEventListener("afterprint", () => closed.forEach((life) => (life.open = false)));
addEventListener("resize", () => {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(drawFigures);
});
