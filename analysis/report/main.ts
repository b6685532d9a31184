// The page: reads the data that stand in it, and builds every section in the reader's language; or, at #annex, the
// two sheets for the council.
import { annex, fitSheets } from "./annex";
import type { Data, Language } from "./data";
import { el, p } from "../../ui/dom";
import { drawFigures, forgetFigures } from "../../ui/figure";
import { answerSection } from "./sections/answer";
import { certaintySection } from "./sections/certainty";
import { chainSection } from "./sections/chain";
import { courseSection } from "./sections/course";
import { menuSection } from "./sections/later";
import { limitsSection, provenanceSection } from "./sections/limits";
import { livesSection } from "./sections/lives";
import { moneySection } from "./sections/money";
import { preventedSection } from "./sections/prevented";
import { reachedSection } from "./sections/reached";
import { risksSection, staffSection } from "./sections/staff";
import { Words } from "./words";

const sections = [
  answerSection,
  reachedSection,
  courseSection,
  staffSection,
  risksSection,
  preventedSection,
  moneySection,
  menuSection,
  livesSection,
  certaintySection,
  chainSection,
  limitsSection,
  provenanceSection,
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

let shown: Language = data.language;
const asksForAnnex = (): boolean => location.hash === "#annex";

/** The way to the two sheets and back, and to the printer. */
function ways(w: Words): HTMLElement {
  if (!asksForAnnex()) return el("a", { class: "way", href: "#annex" }, w.t("annex.open"));
  const print = el("button", { type: "button", class: "print" }, w.t("annex.print"));
  print.addEventListener("click", () => window.print());
  return el("span", { class: "ways" }, el("a", { class: "way", href: "#answer" }, w.t("annex.close")), print);
}

function report(w: Words, title: string): HTMLElement {
  const built = sections.map((make) => make(w, data)).filter((one) => one !== null);
  const [answer, ...rest] = built;
  return el("main", { id: "main" }, el("h1", {}, title || "Weefsel"), answer, contents(w, built), ...rest);
}

function show(language: Language): void {
  const w = new Words(language, data);
  shown = language;
  document.documentElement.lang = language;
  document.body.className = asksForAnnex() ? "annex" : "";
  const title = w.language === "nl" ? data.title_nl : data.title;
  document.title = title ? `${title} – Weefsel` : "Weefsel";
  forgetFigures();
  const main = asksForAnnex() ? annex(w, data) : report(w, title);
  document.body.replaceChildren(
    el("a", { class: "skip", href: asksForAnnex() ? "#main" : "#answer" }, w.t("skip")),
    el("header", {}, el("p", { class: "program" }, w.t("program")), ways(w), languageButtons(language)),
    main,
    el("footer", {}, p(w.t("footer"))),
  );
  drawFigures();
  fitSheets();
}

show(data.language);
let annexShown = asksForAnnex();
addEventListener("hashchange", () => {
  if (annexShown === asksForAnnex()) return;
  annexShown = asksForAnnex();
  show(shown);
  scrollTo(0, 0);
});
// What is opened is drawn then: before, it had no width.
document.addEventListener("toggle", drawFigures, true);
let waiting = 0;
// On paper nothing can be opened: all but the tables of numbers is, and as it was afterwards.
let closed: HTMLDetailsElement[] = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll<HTMLDetailsElement>("details:is(.life, .more):not([open])")];
  closed.forEach((one) => (one.open = true));
  drawFigures();
});
addEventListener("afterprint", () => closed.forEach((one) => (one.open = false)));
addEventListener("resize", () => {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(drawFigures);
});
