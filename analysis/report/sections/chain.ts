// What one option rests on: what is bought, whom it meets, what that does, and when, each with its evidence.
import { isClear, linesOf, optionOf, paid, type Data, type Line } from "../data";
import { el, p } from "../../../ui/dom";
import type { Key, Words } from "../words";
import { hours, purchase } from "./bought";
import { folded, sectionOf } from "./folded";

const grades = ["measured", "literature", "expert", "assumption"] as const;

/** Groups of numbers that each link rests on, by the first part of their names. */
const restsOn: Record<string, string[]> = {
  bought: ["funding", "professional"],
  met: ["professional", "meeting_place", "help"],
  personal: ["wellbeing", "support", "company"],
  communal: ["network", "cohesion", "meeting_place"],
  institutional: ["care", "funding", "professional"],
};

const spheres: [string, string[]][] = [
  ["personal", ["lonely", "severely_lonely", "distressed", "healthy", "close_ties"]],
  ["communal", ["social_cohesion", "friends", "participation", "volunteering", "belonging"]],
];

/** How many of the numbers behind a link are of which grade; the weakest that is most of them leads. */
export function gradeOf(w: Words, data: Data, link: string): string {
  const mine = data.parameters.filter((q) => restsOn[link].includes(q.name.split(".")[0]));
  if (mine.length === 0) return w.t("chain.no_grade");
  const count = (grade: string): number => mine.filter((q) => q.evidence === grade).length;
  const list = grades.filter((g) => count(g) > 0).map((g) => `${count(g)} × ${w.named("grade", g)}`);
  return w.t("chain.grade", { all: mine.length, list: w.list(list) });
}

function link(w: Words, data: Data, name: string, ...said: (Node | string)[]): HTMLElement {
  return el(
    "li",
    { class: "link" },
    el("h3", {}, w.t(`chain.${name}` as Key)),
    ...said.map((s) => (typeof s === "string" ? p(s) : s)),
    p(gradeOf(w, data, name), "grade"),
  );
}

function listOf(items: string[]): HTMLElement {
  return el("ul", {}, ...items.map((text) => el("li", {}, text)));
}

function boughtBy(w: Words, data: Data, option: number): HTMLElement {
  const mine = data.bought.filter((b) => b.option === data.options[option].name);
  const lines = [...new Set(mine.map((b) => b.line))];
  return listOf(
    lines.map((line) => {
      const of = mine.filter((b) => b.line === line);
      const form = of[0].form ? w.named("form", of[0].form) : w.t("form.own");
      const goal = of[0].goal && of[0].goal !== "everyone" ? ` (${w.named("goal", of[0].goal)})` : "";
      return `${form}${goal}: ${of.map((b) => purchase(w, b)).join("; ")}`;
    }),
  );
}

function metBy(w: Words, data: Data, option: number): HTMLElement {
  const all = linesOf(data, "reached").filter((l) => optionOf(data, l) === option);
  const effects = linesOf(data, "reached_effect");
  const kept = [...new Set(effects.map((l) => l.number("year") ?? 0))];
  const years = kept.length > 0 ? kept : [data.years];
  const residents = (year: number, name: string): number =>
    all.find((l) => l.number("year") === year && l.text("class") === name)?.number("residents") ?? 0;
  return listOf(
    years.map((year) => {
      const often = residents(year, "10+"),
        met = residents(year, "1-2") + residents(year, "3-9") + often,
        there = met + residents(year, "0");
      return w.t("chain.met_in", {
        year,
        met: w.number(met),
        there: w.number(there),
        share: w.percent(there > 0 ? met / there : 0),
        often: w.number(often),
      });
    }),
  );
}

/** The first kept year in which an effect on those met leaves out zero, and how large it is in the last. */
function does(w: Words, data: Data, lines: Line[], indicator: string): string | null {
  const mine = lines
    .filter((l) => l.text("indicator") === indicator)
    .sort((a, b) => (a.number("year") ?? 0) - (b.number("year") ?? 0));
  if (mine.length === 0) return null;
  const effect = (l: Line) => l.interval("effect", "effect_lower", "effect_upper");
  const clear = mine.find((l) => isClear(effect(l)));
  const how = w.shown(indicator),
    shown = clear ?? mine[mine.length - 1];
  return w.t(clear ? "chain.from_year" : "chain.not_clear", {
    what: how.name,
    year: shown.number("year") ?? data.years,
    effect: w.withMargin(effect(shown), how),
  });
}

/** What is not followed person by person: against the reference, from which of the compared years on it is clear. */
function institutions(w: Words, data: Data, option: number): (Node | string)[] {
  if (option === data.reference) return [w.t("chain.is_reference")];
  const said = ["institutional_trust", "waiting", "same_worker_after_3_years"].flatMap((indicator) => {
    const rows = data.comparison
      .filter((r) => r.option === option && r.indicator === indicator)
      .sort((a, b) => a.horizon - b.horizon);
    if (rows.length === 0) return [];
    const clear = rows.find((r) => isClear(r.difference)),
      shown = clear ?? rows[rows.length - 1];
    return w.t(clear ? "chain.from_year_all" : "chain.not_clear", {
      what: w.shown(indicator).name,
      year: shown.horizon,
      effect: w.withMargin(shown.difference, w.shown(indicator)),
    });
  });
  return [w.t("chain.against", { reference: w.option(data.reference) }), listOf(said)];
}

function chainOf(w: Words, data: Data, option: number): HTMLElement {
  const lines = linesOf(data, "reached_effect").filter((l) => optionOf(data, l) === option);
  const list = el("ol", { class: "chain" });
  list.append(
    link(w, data, "bought", boughtBy(w, data, option)),
    link(w, data, "met", metBy(w, data, option)),
  );
  for (const [sphere, indicators] of spheres) {
    const said = indicators.map((i) => does(w, data, lines, i)).filter((s) => s !== null);
    list.append(link(w, data, sphere, said.length > 0 ? listOf(said) : w.t("chain.not_counted")));
  }
  list.append(link(w, data, "institutional", ...institutions(w, data, option)));
  return list;
}

export function chainSection(w: Words, data: Data): HTMLElement {
  const options = paid(data);
  const section = sectionOf("chain", w.t("chain.head"), p(w.t("chain.note")));
  if (options.length === 0 || data.bought.length === 0) {
    section.append(p(w.t("chain.absent"), "absent"));
    return section;
  }
  const place = el("div", { "aria-live": "polite" });
  const choice = el("select", { id: "chain-option" });
  for (const o of options) choice.append(el("option", { value: String(o) }, w.option(o)));
  const draw = (): void => place.replaceChildren(chainOf(w, data, Number(choice.value)));
  choice.addEventListener("change", draw);
  draw();
  const chart = hours(w, data);
  section.append(
    folded(
      w.t("chain.open"),
      el("p", {}, el("label", { for: "chain-option" }, w.t("chain.choose")), " ", choice),
      place,
      chart,
    ),
  );
  return section;
}
