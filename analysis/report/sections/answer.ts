// 1. The question, and the answer in one sentence with its margin.
import { others, rowOf, type Data } from "../data";
import { el, p } from "../dom";
import { verdict, type Key, type Verdict, type Words } from "../words";

const answered = ["social_cohesion", "severely_lonely"];
const order: Verdict[] = ["lower", "higher", "small", "unclear", "same", "unknown"];

interface Said {
  verdict: Verdict;
  name: string;
  margin: string;
  up: boolean;
}

function said(w: Words, data: Data, option: number): Said[] {
  const out: Said[] = [];
  for (const name of answered) {
    const row = rowOf(data, option, name, data.years);
    if (row === undefined) continue;
    const how = w.shown(name);
    out.push({
      verdict: verdict(row.difference, how),
      name: w.named("answer.of", name),
      margin: w.withMargin(row.difference, how),
      up: (row.difference[0] ?? 0) > 0,
    });
  }
  return out.sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

/** The sentence; what is said of each indicator stands out, its margin follows. */
export function sentence(w: Words, data: Data, option: number): HTMLElement {
  const out = el(
    "p",
    { class: "answer" },
    w.t(data.equal_money === true ? "answer.begin_equal" : "answer.begin", {
      years: data.years,
      option: w.option(option),
      reference: w.option(data.reference),
    }) + " ",
  );
  const parts = said(w, data, option);
  parts.forEach((s, i) => {
    const kind = s.verdict === "small" ? (s.up ? "small_more" : "small_less") : s.verdict;
    if (i > 0) out.append(` ${w.t("and")} `);
    // "No clear difference in a and b": said once.
    const again =
      i > 0 && parts[i - 1].verdict === s.verdict && ["unclear", "same", "unknown"].includes(s.verdict);
    out.append(
      el("strong", {}, again ? s.name : w.t(`answer.${kind}` as Key, { what: s.name })),
      ` (${s.margin})`,
    );
  });
  out.append(".");
  return out;
}

function better(
  data: Data,
  option: number,
  indicator: string,
): { better: number; equal: number; pairs: number } {
  const sign = indicator === "severely_lonely" ? -1 : 1;
  const values = (data.worlds.find((v) => v.indicator === indicator)?.differences[option] ?? []).filter(
    (v): v is number => v !== null,
  );
  return {
    better: values.filter((v) => sign * v > 0).length,
    equal: values.filter((v) => v === 0).length,
    pairs: values.length,
  };
}

/** In how many sets of assumptions the mean over replicates passes what is worth noticing. */
function drawsThatPass(w: Words, data: Data, option: number, indicator: string): number {
  const sign = indicator === "severely_lonely" ? -1 : 1;
  const values = data.worlds.find((v) => v.indicator === indicator)?.differences[option] ?? [];
  const how = w.shown(indicator);
  let pass = 0;
  for (let d = 0; d < data.draws; d++) {
    const mine = values
      .slice(d * data.replicates, (d + 1) * data.replicates)
      .filter((v): v is number => v !== null);
    const mean = mine.reduce((a, b) => a + b, 0) / mine.length;
    if (mine.length > 0 && sign * mean * how.factor >= how.noticeable) pass++;
  }
  return pass;
}

/** How sure, in two sentences. */
export function sureness(w: Words, data: Data, option: number): string {
  const cohesion = better(data, option, "social_cohesion"),
    lonely = better(data, option, "severely_lonely");
  const places = {
    option: w.option(option),
    cohesion: cohesion.better,
    lonely: lonely.better,
    pairs: cohesion.pairs,
    draws: data.draws,
  };
  if (data.draws > 1)
    return w.t("sure.draws", {
      ...places,
      cohesion: drawsThatPass(w, data, option, "social_cohesion"),
      lonely: drawsThatPass(w, data, option, "severely_lonely"),
      cohesion_from: w.noticeable(w.shown("social_cohesion")),
      lonely_from: w.noticeable(w.shown("severely_lonely")),
    });
  return w.t("sure.luck", places);
}

function moneySaid(w: Words, data: Data): string {
  const paid = data.expected.filter((e) => e.has_lines);
  const reference = data.expected[data.reference];
  if (data.equal_money !== true || reference === undefined || !reference.has_lines)
    return w.t(data.equal_money === false ? "answer.unequal" : "answer.money_unknown");
  const net = Math.round((reference.granted - reference.returned) / 1000) * 1000;
  return w.t(paid.length === data.expected.length ? "answer.equal" : "answer.equal_but_nothing", {
    euros: w.number(net),
    years: reference.years,
    rate: w.number(100 * reference.discount_rate, 2),
    price_year: String(reference.price_year),
  });
}

export function answerSection(w: Words, data: Data): HTMLElement {
  const section = el("section", { id: "answer", "aria-labelledby": "answer-head" });
  const question = w.language === "nl" ? data.question_nl : data.question;
  if (question)
    section.append(
      el("p", { class: "question" }, el("span", { class: "label" }, w.t("question")), " ", question),
    );
  section.append(el("h2", { id: "answer-head" }, w.t("answer.head")));
  const compared = others(data);
  if (compared.length === 0) section.append(p(w.t("answer.one_option"), "answer"));
  // Several answers stand together, so that they can be read as one.
  const answers = el("div", { class: compared.length > 1 ? "answers" : "" });
  for (const o of compared) answers.append(sentence(w, data, o));
  section.append(answers);
  for (const o of compared)
    if (rowOf(data, o, "social_cohesion", data.years)) section.append(p(sureness(w, data, o), "sure"));
  if (compared.length > 0) section.append(p(moneySaid(w, data), "equal"));
  if (data.draws === 1 && compared.length > 0) section.append(p(w.t("sure.only_luck"), "sure"));
  if (data.made.failures) section.append(p(w.t("answer.failures"), "sure"));
  return section;
}
