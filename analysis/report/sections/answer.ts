// 1. The first screen: the question, one finding, how sure it is, and the three questions side by side.
import { dotsOfWorlds, marginMark } from "../charts/small";
import { hasLines, linesOf, optionOf, others, type Data, type Line } from "../data";
import { findingsOf, firstFinding, questions, typeset, type Finding, type Question } from "../findings";
import { el, p } from "../../../ui/dom";
import type { Key, Words } from "../words";
import { folded } from "./folded";

/** The sentence about an option and the reference with all its margins; what is said of each indicator stands out. */
export function sentence(w: Words, data: Data, option: number): HTMLElement {
  const mine = (line: Line): boolean => optionOf(data, line) === option;
  const out = el("p", { class: "whole" });
  let rest = typeset(linesOf(data, "answer").find(mine)?.text(`sentence_${w.language}`) ?? "");
  for (const part of linesOf(data, "answer_parts").filter(mine)) {
    const said = part.text(`said_${w.language}`);
    const at = rest.indexOf(said);
    if (at < 0) continue;
    out.append(rest.slice(0, at), el("strong", {}, said));
    rest = rest.slice(at + said.length);
  }
  out.append(rest);
  return out;
}

/** In how many sets of assumptions an option is noticeably better, or in how many pairs better. */
export function sureness(w: Words, data: Data, option: number): string {
  const known = data.headlines
    .map((name) => data.worlds.find((v) => v.indicator === name))
    .filter((v) => v !== undefined);
  if (known.length === 0) return "";
  const sets = data.draws > 1;
  const list = known.map((v) =>
    w.t(sets ? "sure.in_sets" : "sure.in_pairs", {
      what: w.named("answer.of", v.indicator),
      n: (sets ? v.passing_draws : v.better)[option],
      from: w.noticeable(w.shown(v.indicator)),
    }),
  );
  return w.t(sets ? "sure.draws" : "sure.luck", {
    option: w.option(option),
    reference: w.option(data.reference),
    list: w.list(list),
    draws: data.draws,
    pairs: known[0].pairs[option],
  });
}

/** Whether the options cost the same, in a line; and all that is to be said of it. */
export function moneySaid(w: Words, data: Data): { short: string; whole: string } {
  const unequal = w.t("answer.unequal"),
    unknown = w.t("answer.money_unknown");
  if (data.equal_money === false) return { short: unequal, whole: unequal };
  const options = data.options.map((_, o) => o);
  const withMoney = options.filter((o) => hasLines(data, o));
  if (data.equal_money !== true || withMoney.length === 0) return { short: unknown, whole: unknown };
  const without = options.filter((o) => !withMoney.includes(o)).map((o) => `‘${w.option(o)}’`);
  const of = data.expected[withMoney.includes(data.reference) ? data.reference : withMoney[0]];
  const budget = data.equal_budget;
  const cost = budget ? of.granted : of.granted - of.returned;
  const places = {
    euros: w.number(Math.round(cost / 1000) * 1000),
    years: of.years,
    rate: w.number(100 * of.discount_rate, 2),
    price_year: String(of.price_year),
  };
  const butNothing = without.length === 0 ? "" : "_but_nothing";
  const whole: string[] = [];
  if (withMoney.length > 1)
    whole.push(w.t(`answer.${budget ? "budget" : "equal"}${butNothing}` as Key, places));
  if (without.length > 0)
    whole.push(
      w.t(without.length === 1 ? "answer.no_lines" : "answer.no_lines_many", { options: w.list(without) }),
    );
  const short =
    withMoney.length > 1
      ? w.t(`answer.${budget ? "budget" : "equal"}_short${butNothing}` as Key, places)
      : whole.join(" ");
  return { short, whole: whole.join(" ") };
}

/** One line of a tile: what was found of one option. */
function clearLine(w: Words, data: Data, f: Finding): HTMLElement {
  const several = findingsOf(data, f.question).length > 1;
  return el(
    "li",
    { class: "clear" },
    several ? el("span", { class: "of-option" }, `‘${w.option(f.option(data))}’: `) : null,
    el("strong", {}, f.inPeople(w)),
    " ",
    marginMark(
      f.difference.map((v) => (v === null ? null : v * w.shown(f.indicator).factor)) as typeof f.difference,
      w.shown(f.indicator).noticeable,
    ),
  );
}

function tile(w: Words, data: Data, question: Question): HTMLElement {
  const all = findingsOf(data, question);
  const list = el("ul");
  for (const f of all.filter((one) => one.clear)) list.append(clearLine(w, data, f));
  for (const undecided of [false, true]) {
    const mine = all.filter((f) => !f.clear && f.undecided(w, data) === undecided);
    if (mine.length === 0) continue;
    // What is the same of all options needs no names.
    const named =
      mine.length < all.length ? `${w.list(mine.map((f) => `‘${w.option(f.option(data))}’`))}: ` : "";
    list.append(
      el(
        "li",
        {},
        el("span", { class: "of-option" }, named),
        w.t(undecided ? "tile.undecided" : "tile.none"),
      ),
    );
  }
  const first = all[0];
  const about = first
    ? w.t(`tile.${question}.about` as Key, {
        against: w.option(first.against(data)),
        option: w.option(first.option(data)),
        years: data.years,
        ended: first.year - first.monthsAfter / 12,
        months: first.monthsAfter,
      })
    : w.t("tile.absent");
  const adults = question === "work" && all.map((f) => f.adults).find((n) => n !== null);
  return el(
    "div",
    { class: "tile", "data-question": question },
    el("h3", {}, w.t(`tile.${question}` as Key)),
    el("p", { class: "about" }, about, adults ? w.t("tile.adults", { adults: w.number(adults) }) : ""),
    all.length > 0 ? list : null,
  );
}

/** What shows no difference that matters: one line, and all that was found behind it. */
function noDifference(w: Words, data: Data): string {
  const names = data.headlines.filter((name) =>
    others(data).every((o) => {
      const line = linesOf(data, "answer_parts").find(
        (l) => optionOf(data, l) === o && l.text("indicator") === name,
      );
      return ["equal", "too_small"].includes(line?.text("reserve") ?? "");
    }),
  );
  if (names.length === 0) return w.t("answer.behind");
  return w.t("answer.no_difference", { list: w.list(names.map((name) => w.named("answer.of", name))) });
}

function behind(w: Words, data: Data): HTMLElement {
  const inside: HTMLElement[] = [];
  for (const question of questions) {
    const all = findingsOf(data, question);
    if (all.length === 0) continue;
    inside.push(el("h3", {}, w.t(`tile.${question}` as Key)));
    for (const f of all) inside.push(p(`${f.sentence(w)} ${f.certainty(w)}`));
  }
  if (others(data).length > 0) inside.push(el("h3", {}, w.t("answer.all_headlines")));
  for (const o of others(data)) {
    inside.push(sentence(w, data, o));
    const sure = sureness(w, data, o);
    if (sure !== "") inside.push(p(sure, "sure"));
  }
  inside.push(p(moneySaid(w, data).whole, "equal-whole"), p(w.t("answer.order"), "note"));
  return folded(noDifference(w, data), ...inside);
}

/** That the form of the money shows no difference, where the finding is about something else. */
function formShowsNone(w: Words, data: Data, first: Finding): HTMLElement | null {
  const form = findingsOf(data, "form");
  if (first.question === "form" || form.length === 0) return null;
  const undecided = form.some((f) => f.undecided(w, data));
  const options = [...form.map((f) => f.option(data)), form[0].against(data)];
  return el(
    "p",
    { class: "form-verdict" },
    w.t("answer.between", { options: w.list(options.map((o) => `‘${w.option(o)}’`)) }),
    el("strong", {}, w.t(undecided ? "tile.undecided" : "tile.none")),
    ".",
  );
}

export function headline(w: Words, data: Data): HTMLElement {
  const first = firstFinding(data);
  if (first === undefined) {
    const only = others(data)[0];
    if (only === undefined) return p(w.t("answer.one_option"), "answer");
    const said = sentence(w, data, only);
    said.className = "answer";
    return said;
  }
  return el(
    "div",
    { class: "headline" },
    el("p", { class: "answer" }, first.short(w, data)),
    el(
      "p",
      { class: "certainty" },
      first.oneWay === null ? null : dotsOfWorlds(first.oneWay, first.worlds),
      el("span", {}, first.certainty(w)),
    ),
    formShowsNone(w, data, first),
  );
}

/** The three questions, and how their marks are read where there are any. */
export function tiles(w: Words, data: Data): HTMLElement {
  const marked = questions.some((q) => findingsOf(data, q).some((f) => f.clear));
  return el(
    "div",
    {},
    el("div", { class: "tiles" }, ...questions.map((q) => tile(w, data, q))),
    marked ? p(w.t("tile.mark"), "note") : null,
  );
}

export function answerSection(w: Words, data: Data): HTMLElement {
  const section = el("section", { id: "answer", "aria-labelledby": "answer-head" });
  const question = w.language === "nl" ? data.question_nl : data.question;
  if (question)
    section.append(
      el("p", { class: "question" }, el("span", { class: "label" }, w.t("question")), " ", question),
    );
  section.append(el("h2", { id: "answer-head" }, w.t("answer.head")), headline(w, data));
  if (others(data).length === 0) return section;
  section.append(tiles(w, data));
  section.append(p(moneySaid(w, data).short, "equal"));
  const chanceAlone = data.draws === 1 ? w.t("sure.chance_alone") : "";
  if (chanceAlone) section.append(p(chanceAlone, "sure"));
  if (data.made.failures) section.append(p(w.t("answer.failures"), "sure"));
  if (data.made.replaced_equations)
    section.append(p(w.t("answer.replaced", { what: data.made.replaced_equations }), "sure"));
  section.append(behind(w, data));
  return section;
}
