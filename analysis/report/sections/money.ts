// 7. Who pays, who gains.
import { dots } from "../charts/differences";
import { legend } from "../charts/look";
import { compared, equalMoney, others, type Balance, type Data, type Interval } from "../data";
import { p } from "../../../ui/dom";
import { cell, figure, type Cell } from "../../../ui/figure";
import type { Key, Words } from "../words";
import { budget } from "./budget";
import { leastEuros } from "./euros";
import { folded, sectionOf } from "./folded";
import { groups } from "./groups";
import { breakEvenTable } from "./later";
import { lonelyYears } from "./lonely_years";
import { cash, cashSaid, residentsPay } from "./payers";

const rateShown = 1; // 2.25 %

function present(
  w: Words,
  data: Data,
  kind: (b: Balance) => (number | null)[],
): (text: string, o: number, payer: number) => Cell[] {
  return (text, o, payer) => [
    cell(text),
    cell(w.named("payer", data.money.payers[payer])),
    ...kind(data.money.balances[o][payer]).map((v) => cell(w.euros(v), v)),
  ];
}

/** Whether the municipality spends more or less with an option; those of which the same is said stand together. */
export function balanceTitle(w: Words, data: Data): string {
  const payer = data.money.payers.indexOf("municipality");
  if (payer < 0) return w.t("money.by_payer");
  const said = new Map<string, string[]>();
  for (const o of compared(data)) {
    const verdict = data.money.balances[o][payer].verdict;
    const kind = ["higher", "lower", "same"].includes(verdict) ? verdict : "not_clear";
    said.set(kind, [...(said.get(kind) ?? []), `‘${w.option(o)}’`]);
  }
  const parts = [...said].map(([kind, options]) =>
    w.t(`money.title.${kind}` as Key, { options: w.list(options), reference: w.option(data.reference) }),
  );
  return w.t("money.title", { years: data.years, said: parts.join("; ") });
}

function byPayer(w: Words, data: Data): HTMLElement {
  const shown = others(data),
    { payers, rates, balances } = data.money;
  const rows = payers.flatMap((name, payer) =>
    shown.map((o) => ({
      label: w.named("payer", name),
      option: o,
      difference: balances[o][payer].present_value[rateShown],
    })),
  );
  const rate = (r: number): string => `${w.number(100 * r, r * 100 === Math.round(r * 100) ? 0 : 2)}\u00a0%`;
  const line = present(w, data, (b) => [
    ...b.present_value.flatMap((v) => v),
    b.granted[0],
    b.care[0],
    b.added_life[0],
    b.own_hours[0],
  ]);
  return figure(w, {
    id: "payers",
    title: balanceTitle(w, data),
    note: w.t("money.sign", { years: data.years, rate: rate(rates[rateShown]) }),
    says: rows.map((r) => `${r.label}, ${w.option(r.option)}: ${w.eurosWithMargin(r.difference)}`).join("; "),
    legend: shown.length > 1 ? legend(w, data, shown) : null,
    draw: (width) => dots(data, rows, (v) => w.euros(v), w.t("money.axis"), 0, width, leastEuros),
    table: {
      name: "balance-by-payer",
      caption: w.t("money.table"),
      heads: [
        w.t("option"),
        w.t("money.payer"),
        ...rates.flatMap((r) => [w.t("money.at", { rate: rate(r) }), w.t("lower"), w.t("upper")]),
        w.t("money.granted"),
        w.t("money.care"),
        w.t("money.added_life"),
        w.t("money.own_hours"),
      ],
      rows: shown.flatMap((o) => payers.map((_, payer) => line(w.option(o), o, payer))),
    },
  });
}

/** What the municipality pays for the social base in a year; why that may differ where options cost the same. */
function paidInAYear(w: Words, data: Data): HTMLElement[] {
  const payer = data.money.payers.indexOf("municipality");
  if (payer < 0 || data.residents <= 0) return [];
  const share = 1 / data.years / data.residents;
  const yearly = (o: number): string =>
    w.number(share * data.money.balances[o][payer].granted_paid.reduce((a, b) => a + b, 0), 2);
  const more = ([mean, lower, upper]: Interval): Interval =>
    [mean, upper, lower].map((v) => (v === null ? null : -v * share)) as Interval;
  const how = { ...w.shown(""), differenceUnit: w.t("money.euro") };
  const out = compared(data).map((o) =>
    p(
      w.t("money.paid", {
        years: data.years,
        option: w.option(o),
        reference: w.option(data.reference),
        mine: yearly(o),
        other: yearly(data.reference),
        difference: w.withMargin(more(data.money.balances[o][payer].granted), how),
      }),
    ),
  );
  if (others(data).some((o) => equalMoney(data, o)))
    out.push(p(w.t("money.why_both", { years: data.expected[data.reference].years }), "note"));
  return out;
}

export function moneySection(w: Words, data: Data): HTMLElement {
  const section = sectionOf("money", w.t("money.head"));
  if (data.money.payers.length === 0 || others(data).length === 0) {
    section.append(p(w.t("money.absent"), "absent"));
    return section;
  }
  const year = data.expected[0]?.price_year;
  const prices = year ? " " + w.t("money.prices", { year: String(year) }) : "";
  section.append(
    byPayer(w, data),
    ...breakEvenTable(w, data),
    folded(w.t("money.paid_head"), p(w.t("money.note") + prices), ...paidInAYear(w, data)),
    folded(w.t("cash.head"), ...cashSaid(w, data), cash(w, data), ...residentsPay(w, data)),
  );
  const municipal = budget(w, data);
  if (municipal.length > 0) section.append(folded(w.t("budget.head"), ...municipal));
  section.append(folded(w.t("lonely_years.head"), ...lonelyYears(w, data)));
  const whom = groups(w, data);
  section.append(folded(w.t("groups.head"), ...whom));
  return section;
}
