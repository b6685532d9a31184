// 2. Four figures, and the hours of work that a euro buys.
import { bars } from "../charts/counts";
import { others, rowOf, type Data, type Interval, type Verdict } from "../data";
import { el, p } from "../../../ui/dom";
import { cell, figure } from "../../../ui/figure";
import type { Key, Words } from "../words";

function verdictText(w: Words, said: Verdict): HTMLElement {
  return el("p", { class: `verdict ${said}` }, w.t(`verdict.${said}` as Key));
}

function earlier(w: Words, data: Data, option: number, name: string): HTMLElement | null {
  const how = w.shown(name);
  const parts = [...new Set(data.comparison.map((r) => r.horizon))]
    .filter((h) => h < data.years)
    .map((h) => [h, rowOf(data, option, name, h)?.difference[0] ?? null] as const)
    .map(([h, d]) => w.t("figures.earlier", { years: h, difference: w.difference(d, how) }));
  return parts.length > 0 ? p(parts.join("; "), "note") : null;
}

function card(w: Words, data: Data, name: string): HTMLElement {
  const how = w.shown(name);
  const made = el(
    "div",
    { class: "card", "data-indicator": name },
    el("h3", {}, how.unit ? `${how.name} (${how.unit})` : how.name),
  );
  const reference = rowOf(data, data.reference, name, data.years);
  const compared = others(data);
  if (compared.length === 0 && reference)
    made.append(el("p", { class: "big" }, w.value(reference.level[0], how)));
  const level = (o: number, value: number | null): HTMLElement =>
    el(
      "dl",
      { class: compared.length > 1 ? "levels one-of-many" : "levels" },
      el("dt", {}, w.option(o)),
      el("dd", { class: "big" }, w.value(value, how)),
    );
  if (compared.length > 1) made.append(level(data.reference, reference?.level[0] ?? null));
  for (const o of compared) {
    const row = rowOf(data, o, name, data.years);
    if (!row) continue;
    made.append(level(o, row.level[0]));
    if (compared.length === 1) made.append(level(data.reference, reference?.level[0] ?? null));
    made.append(
      p(`${w.t("difference")}: ${w.withMargin(row.difference, how)}`),
      verdictText(w, row.verdict),
    );
    const before = compared.length === 1 ? earlier(w, data, o, name) : null;
    if (before) made.append(before);
  }
  return made;
}

/** What comes free of a saving on care; a gain only where the margin leaves out zero. */
function cashSaid(w: Words, data: Data, free: Interval, said: Verdict): string {
  const how = w.shown("cashable_municipality");
  const kind = said === "higher" ? "gain" : said === "lower" ? "loss" : said === "same" ? "none" : "unclear";
  return w.t(`figures.cash_${kind}` as Key, { year: data.years, amount: w.withMargin(free, how) });
}

function moneyCard(w: Words, data: Data): HTMLElement | null {
  const payer = data.money.payers.indexOf("municipality");
  if (payer < 0 || others(data).length === 0 || data.residents <= 0) return null;
  const made = el(
    "div",
    { class: "card", "data-indicator": "municipal_balance" },
    el("h3", {}, w.t("figures.balance")),
  );
  const share = 1 / data.years / data.residents;
  for (const o of others(data)) {
    const { present_value: value, verdict: said } = data.money.balances[o][payer];
    const [mean, low, high] = value[0].map((v) => (v === null ? null : v * share)) as Interval;
    const margin = w.t("margin.only", { lower: w.signed(low, 1), upper: w.signed(high, 1) });
    const word: Key =
      said === "higher" ? "figures.gains" : said === "lower" ? "figures.loses" : (`verdict.${said}` as Key);
    made.append(
      el(
        "dl",
        { class: others(data).length > 1 ? "levels one-of-many" : "levels" },
        el("dt", {}, w.option(o)),
        el("dd", { class: "big" }, w.signed(mean, 1)),
      ),
      p(low === null ? w.t("figures.balance_unit") : `${w.t("figures.balance_unit")} (${margin})`),
      el("p", { class: `verdict ${said}` }, w.t(word)),
    );
    const cash = rowOf(data, o, "cashable_municipality", data.years);
    if (cash && others(data).length === 1)
      made.append(p(cashSaid(w, data, cash.difference, cash.verdict), "note"));
  }
  return made;
}

function hours(w: Words, data: Data): HTMLElement | null {
  const rows = data.expected.map((e, option) => ({ e, option })).filter((r) => r.e.has_lines);
  if (rows.length === 0) return null;
  const perHundred = (v: number) => 100 * v;
  const said = rows
    .map((r) => `${w.option(r.option)} ${w.number(perHundred(r.e.hours_per_euro), 2)}`)
    .join(", ");
  return figure(w, {
    id: "hours",
    title: w.t("hours.title"),
    note: w.t("hours.note"),
    says: `${w.t("hours.title")}: ${said}`,
    draw: (width) =>
      bars(
        w,
        data,
        rows.map((r) => ({ option: r.option, value: perHundred(r.e.hours_per_euro) })),
        (v) => w.number(v, 2),
        w.t("hours.axis"),
        width,
      ),
    table: {
      name: "hours-per-euro",
      caption: w.t("hours.title"),
      heads: [
        w.t("option"),
        w.t("hours.granted"),
        w.t("hours.returned"),
        w.t("hours.direct"),
        w.t("hours.axis"),
      ],
      rows: rows.map((r) => [
        cell(w.option(r.option)),
        cell(w.number(r.e.granted), r.e.granted),
        cell(w.number(r.e.returned), r.e.returned),
        cell(w.number(r.e.direct_hours), r.e.direct_hours),
        cell(w.number(perHundred(r.e.hours_per_euro), 2), perHundred(r.e.hours_per_euro)),
      ]),
    },
  });
}

export function figuresSection(w: Words, data: Data): HTMLElement {
  const section = el(
    "section",
    { id: "figures", "aria-labelledby": "figures-head" },
    el("h2", { id: "figures-head" }, w.t("figures.head", { years: data.years })),
  );
  const cards = el("div", { class: "cards" });
  for (const name of data.clearest) cards.append(card(w, data, name));
  const money = moneyCard(w, data);
  if (money) cards.append(money);
  section.append(cards, p(w.t("figures.note"), "note"));
  const chart = hours(w, data);
  section.append(chart ?? p(w.t("hours.absent"), "absent"));
  return section;
}
