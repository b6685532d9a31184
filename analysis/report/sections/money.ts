// 5. Who pays, who gains.
import { dots } from "../charts/differences";
import { legend } from "../charts/look";
import { others, type Balance, type Data } from "../data";
import { el, p } from "../dom";
import { cell, figure, type Cell } from "../figure";
import type { Words } from "../words";
import { budget } from "./budget";
import { leastEuros } from "./euros";
import { lonelyYears } from "./lonely_years";
import { cash, residentsPay } from "./payers";

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

function byPayer(w: Words, data: Data): HTMLElement {
  const compared = others(data),
    { payers, rates, balances } = data.money;
  const rows = payers.flatMap((name, payer) =>
    compared.map((o) => ({
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
    title: w.t("money.title", { years: data.years, rate: rate(rates[rateShown]) }),
    note: w.t("money.sign"),
    says: rows.map((r) => `${r.label}, ${w.option(r.option)}: ${w.eurosWithMargin(r.difference)}`).join("; "),
    legend: compared.length > 1 ? legend(w, data, compared) : null,
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
      rows: compared.flatMap((o) => payers.map((_, payer) => line(w.option(o), o, payer))),
    },
  });
}

export function moneySection(w: Words, data: Data): HTMLElement {
  const section = el(
    "section",
    { id: "money", "aria-labelledby": "money-head" },
    el("h2", { id: "money-head" }, w.t("money.head")),
  );
  if (data.money.payers.length === 0 || others(data).length === 0) {
    section.append(p(w.t("money.absent"), "absent"));
    return section;
  }
  const year = data.expected[0]?.price_year;
  section.append(
    p(w.t("money.note") + (year ? " " + w.t("money.prices", { year: String(year) }) : "")),
    byPayer(w, data),
  );
  const free = cash(w, data);
  if (free) section.append(free);
  section.append(...residentsPay(w, data));
  section.append(...budget(w, data), ...lonelyYears(w, data));
  return section;
}
