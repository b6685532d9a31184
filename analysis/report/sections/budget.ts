// 7, continued. The municipality: four years by task field, and when it has its money back.
import { legend } from "../charts/look";
import { timeline } from "../charts/timeline";
import { others, type Balance, type Data } from "../data";
import { el, p } from "../../../ui/dom";
import { cell, csvButton, figure, foldedTable, tableOf, type Cell, type TableOf } from "../../../ui/figure";
import type { Key, Words } from "../words";
import { leastEuros } from "./euros";

/** Task fields of a municipality's budget: the difference, or all of it with each option. */
function fourYears(w: Words, data: Data, option: number, payer: number, all: boolean): TableOf {
  const years = [0, 1, 2, 3].filter((y) => y < data.years);
  const b = data.money.balances[option][payer],
    base = data.money.balances[data.reference][payer];
  const split = b.youth_paid.length > 0;
  type Paid = (of: Balance, y: number) => number;
  const fields: [string, Paid][] = [
    [w.t("budget.base"), (of, y) => of.granted_paid[y]],
    ...(split
      ? ([
          [w.t("budget.wmo"), (of, y) => of.care_paid[y] - of.youth_paid[y]],
          [w.t("budget.youth"), (of, y) => of.youth_paid[y]],
        ] as [string, Paid][])
      : ([[w.t("budget.care"), (of, y) => of.care_paid[y]]] as [string, Paid][])),
    [w.t("budget.total"), (of, y) => of.granted_paid[y] + of.care_paid[y]],
  ];
  const numbers = (of: (y: number) => number, shown: (v: number) => string): Cell[] =>
    [...years.map(of), years.reduce((sum, y) => sum + of(y), 0)].map((v) => cell(shown(v), v));
  const plain = (v: number): string => w.plainEuros(v),
    signed = (v: number): string => w.euros(v);
  const places = { option: w.option(option), reference: w.option(data.reference) };
  const rows = fields.flatMap(([name, paid]) =>
    all
      ? [
          [cell(name), cell(w.option(data.reference)), ...numbers((y) => paid(base, y), plain)],
          [cell(name), cell(w.option(option)), ...numbers((y) => paid(b, y), plain)],
        ]
      : [[cell(name), ...numbers((y) => paid(base, y) - paid(b, y), signed)]],
  );
  return {
    name: `four-years-${all ? "spending-" : ""}${data.options[option].name}`,
    caption: w.t(all ? "budget.all" : "budget.caption", places),
    heads: [
      w.t("budget.field"),
      ...(all ? [w.t("option")] : []),
      ...years.map((y) => w.t("budget.year", { year: y + 1 })),
      w.t("budget.together"),
    ],
    rows,
  };
}

/** From which year on the municipality has its money back and keeps it, or that this cannot be said. */
export function breakEven(w: Words, data: Data, option: number, payer: number): string {
  const { cumulative, break_even, break_even_year } = data.money.balances[option][payer];
  return w.t(`break_even.${break_even}` as Key, {
    option: w.option(option),
    years: data.years,
    reference: w.option(data.reference),
    margin: w.eurosWithMargin(cumulative[cumulative.length - 1]),
    year: break_even_year,
  });
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
    title: compared.map((o) => breakEven(w, data, o, payer)).join(" "),
    note: `${w.t("budget.cumulative")}. ${w.t("budget.cumulative_note")}`,
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

/** Nothing where no municipality pays. */
export function budget(w: Words, data: Data): HTMLElement[] {
  const payer = data.money.payers.indexOf("municipality");
  if (payer < 0) return [];
  const out: HTMLElement[] = [p(w.t("budget.note"))];
  for (const o of others(data)) {
    const table = fourYears(w, data, o, payer, false);
    out.push(tableOf(table), csvButton(w, table));
    const fourth = data.money.balances[o][payer].cumulative[3];
    if (fourth && fourth[1] !== null)
      out.push(p(w.t("budget.margin", { option: w.option(o), margin: w.eurosWithMargin(fourth) }), "note"));
    out.push(foldedTable(w, fourYears(w, data, o, payer, true)));
  }
  out.push(cumulative(w, data, payer));
  return out;
}
