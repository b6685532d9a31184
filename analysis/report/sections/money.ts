// 5. Who pays, who gains.
import { dots } from "../charts/differences";
import { legend } from "../charts/look";
import { timeline } from "../charts/timeline";
import { others, type Balance, type Data, type Interval } from "../data";
import { el, p } from "../dom";
import { cell, csvButton, figure, tableOf, type Cell, type TableOf } from "../figure";
import type { Words } from "../words";

const rateShown = 1; // 2.25 %
/** Axes of money reach at least so far on both sides: a few euros are not drawn as a leap. */
const leastEuros = 1000;

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

/** What share of a saving comes free, and when, if the file says so. */
function cashSaid(w: Words, data: Data): string {
  const value = (name: string): number | undefined => data.parameters.find((q) => q.name === name)?.value;
  const share = value("care.cashable_municipality"),
    months = value("care.cashable_after");
  if (share === undefined || months === undefined) return "";
  return " " + w.t("money.cash", { share: w.number(100 * share), months: w.number(months) });
}

function sentences(w: Words, data: Data): HTMLElement[] {
  const out: HTMLElement[] = [];
  const residents = data.money.payers.indexOf("residents");
  if (residents < 0) return out;
  out.push(p(w.t("money.hours_note")));
  for (const o of others(data)) {
    const gain = data.money.balances[o][residents].own_hours;
    const less = (gain[0] ?? 0) >= 0,
      unclear = gain[1] === null || gain[2] === null || (gain[1] <= 0 && gain[2] >= 0);
    const given = gain.map((v) => (v === null ? null : less ? v : -v)) as Interval;
    const [lower, upper] = less ? [given[1], given[2]] : [given[2], given[1]];
    const same = gain.every((v) => v === 0);
    out.push(
      p(
        w.t(
          same
            ? "money.hours_same"
            : unclear
              ? "money.hours_unclear"
              : less
                ? "money.hours_less"
                : "money.hours_more",
          {
            option: w.option(o),
            reference: w.option(data.reference),
            years: data.years,
            euros: w.plainEuros(given[0]),
            lower: w.plainEuros(lower),
            upper: w.plainEuros(upper),
          },
        ),
      ),
    );
  }
  return out;
}

function fourYears(w: Words, data: Data, option: number, payer: number): TableOf {
  const years = [0, 1, 2, 3].filter((y) => y < data.years);
  const b = data.money.balances[option][payer];
  const field = (name: string, of: (y: number) => number): Cell[] => [
    cell(name),
    ...years.map((y) => cell(w.euros(of(y)), of(y))),
    cell(
      w.euros(years.reduce((s, y) => s + of(y), 0)),
      years.reduce((s, y) => s + of(y), 0),
    ),
  ];
  return {
    name: `four-years-${data.options[option].name}`,
    caption: w.t("budget.caption", { option: w.option(option), reference: w.option(data.reference) }),
    heads: [
      w.t("budget.field"),
      ...years.map((y) => w.t("budget.year", { year: y + 1 })),
      w.t("budget.together"),
    ],
    rows: [
      field(w.t("budget.base"), (y) => b.granted_by_year[y]),
      field(w.t("budget.care"), (y) => b.care_by_year[y]),
      field(w.t("budget.total"), (y) => b.granted_by_year[y] + b.care_by_year[y]),
    ],
  };
}

/** From which year on the municipality has its money back and keeps it, or that this cannot be said. */
export function breakEven(w: Words, data: Data, option: number, payer: number): string {
  const sums = data.money.balances[option][payer].cumulative;
  const [, low, high] = sums[sums.length - 1];
  const places = { option: w.option(option), years: data.years, reference: w.option(data.reference) };
  if (low === null || high === null) return w.t("break_even.unknown", places);
  if (low === 0 && high === 0) return w.t("break_even.same", places);
  if (high < 0) return w.t("break_even.never", places);
  if (low <= 0)
    return w.t("break_even.unclear", { ...places, margin: w.eurosWithMargin(sums[sums.length - 1]) });
  let year = sums.length;
  while (year > 0 && (sums[year - 1][0] ?? -1) >= 0) year--;
  return w.t("break_even.from", { ...places, year: year + 1 });
}

function cumulative(w: Words, data: Data, payer: number): HTMLElement {
  const compared = others(data);
  const lines = compared.map((o) => ({
    option: o,
    points: data.money.balances[o][payer].cumulative.map((c, y) => ({
      x: y + 1,
      y: c[0] ?? 0,
      lower: c[1],
      upper: c[2],
    })),
  }));
  return figure(w, {
    id: "cumulative",
    title: w.t("budget.cumulative"),
    note: w.t("budget.cumulative_note"),
    legend: legend(w, data, compared),
    says: compared.map((o) => breakEven(w, data, o, payer)).join(" "),
    draw: (width) =>
      timeline(
        w,
        data,
        {
          lines,
          years: data.years,
          shocks: data.shocks,
          format: (v) => w.euros(v),
          zero: true,
          span: 2 * leastEuros,
        },
        width,
      ),
    table: {
      name: "municipal-balance",
      caption: w.t("budget.cumulative"),
      heads: [w.t("year"), w.t("option"), w.t("mean"), w.t("lower"), w.t("upper")],
      rows: compared.flatMap((o) =>
        data.money.balances[o][payer].cumulative.map((c, y) => [
          cell(String(y + 1), y + 1),
          cell(w.option(o)),
          ...c.map((v) => cell(w.euros(v), v)),
        ]),
      ),
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
    p(
      w.t("money.note") + cashSaid(w, data) + (year ? " " + w.t("money.prices", { year: String(year) }) : ""),
    ),
    byPayer(w, data),
    ...sentences(w, data),
  );
  const payer = data.money.payers.indexOf("municipality");
  if (payer < 0) return section;
  section.append(el("h3", {}, w.t("budget.head")), p(w.t("budget.note")));
  for (const o of others(data)) {
    const table = fourYears(w, data, o, payer);
    section.append(tableOf(table), csvButton(w, table));
  }
  section.append(el("h3", {}, w.t("break_even.head")));
  for (const o of others(data)) section.append(p(breakEven(w, data, o, payer)));
  section.append(cumulative(w, data, payer));
  return section;
}
