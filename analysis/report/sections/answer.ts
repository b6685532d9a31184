// 1. The question, and the answer in one sentence with its margin.
import { hasLines, linesOf, optionOf, others, type Data, type Line } from "../data";
import { el, p } from "../../../ui/dom";
import type { Key, Words } from "../words";

/** A minus before a number, as printers set it. */
function typeset(text: string): string {
  return text.replace(/-(?=\d)/g, "−");
}

/** The sentence as the program made it; what is said of each indicator stands out, its margin follows. */
export function sentence(w: Words, data: Data, option: number): HTMLElement {
  const mine = (line: Line): boolean => optionOf(data, line) === option;
  const out = el("p", { class: "answer" });
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

/** How sure, in a sentence. */
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

/** Which options cost the same, and which have no money at all. */
function moneySaid(w: Words, data: Data): string {
  if (data.equal_money === false) return w.t("answer.unequal");
  const options = data.options.map((_, o) => o);
  const paid = options.filter((o) => hasLines(data, o));
  if (data.equal_money !== true || paid.length === 0) return w.t("answer.money_unknown");
  const without = options.filter((o) => !paid.includes(o)).map((o) => `‘${w.option(o)}’`);
  const of = data.expected[paid.includes(data.reference) ? data.reference : paid[0]];
  const budget = data.equal_budget;
  const cost = Math.round((budget ? of.granted : of.granted - of.returned) / 1000) * 1000;
  const out: string[] = [];
  if (paid.length > 1)
    out.push(
      w.t(`answer.${budget ? "budget" : "equal"}${without.length === 0 ? "" : "_but_nothing"}` as Key, {
        euros: w.number(cost),
        years: of.years,
        rate: w.number(100 * of.discount_rate, 2),
        price_year: String(of.price_year),
      }),
    );
  if (without.length > 0)
    out.push(
      w.t(without.length === 1 ? "answer.no_lines" : "answer.no_lines_many", { options: w.list(without) }),
    );
  return out.join(" ");
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
  for (const o of compared) {
    const sure = sureness(w, data, o);
    if (sure !== "") section.append(p(sure, "sure"));
  }
  if (compared.length > 0) section.append(p(moneySaid(w, data), "equal"));
  if (data.draws === 1 && compared.length > 0) section.append(p(w.t("sure.only_luck"), "sure"));
  if (data.made.failures) section.append(p(w.t("answer.failures"), "sure"));
  return section;
}
