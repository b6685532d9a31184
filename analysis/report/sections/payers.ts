// 7, continued. What a payer gets in hand of a saving, and what residents pay.
import { compared, others, rowOf, type Data, type Interval } from "../data";
import { el, p } from "../../../ui/dom";
import { cell, csvButton, tableOf, type Cell, type TableOf } from "../../../ui/figure";
import type { Key, Words } from "../words";

/** What comes free of a saving on care; a gain only where the margin leaves out zero. */
export function cashSaid(w: Words, data: Data): HTMLElement[] {
  const how = w.shown("cashable_municipality");
  return compared(data).flatMap((o) => {
    const row = rowOf(data, o, "cashable_municipality", data.years);
    if (!row) return [];
    const said = row.verdict;
    const kind =
      said === "higher" ? "gain" : said === "lower" ? "loss" : said === "same" ? "none" : "unclear";
    const amount = w.withMargin(row.difference, how);
    return [p(w.t(`cash.is_${kind}` as Key, { year: data.years, option: w.option(o), amount }))];
  });
}

/** Who gets what of a saving on care in hand, and when; null when the file does not say. */
export function cash(w: Words, data: Data): HTMLElement | null {
  const { payers, cash_share: share, cash_after: after, balances } = data.money;
  const known = payers.map((_, k) => k).filter((k) => (share[k] ?? null) !== null);
  if (known.length === 0 || after === null) return null;
  const table: TableOf = {
    name: "cashable",
    caption: w.t("cash.table", { years: data.years }),
    heads: [
      w.t("option"),
      w.t("money.payer"),
      w.t("cash.saved"),
      w.t("lower"),
      w.t("upper"),
      w.t("cash.share"),
      w.t("cash.after"),
      w.t("cash.free"),
      w.t("lower"),
      w.t("upper"),
    ],
    rows: others(data).flatMap((o) =>
      known.map((k) => {
        const b = balances[o][k];
        return [
          cell(w.option(o)),
          cell(w.named("payer", payers[k])),
          ...b.saved.map((v) => cell(w.euros(v), v)),
          cell(`${w.number(100 * share[k]!)}\u00a0%`, share[k]),
          cell(w.number(after), after),
          ...b.cash.map((v) => cell(w.euros(v), v)),
        ];
      }),
    ),
  };
  return el(
    "div",
    {},
    p(w.t("cash.note")),
    tableOf(table),
    csvButton(w, table),
  );
}

/** Residents pay too: their own contributions, and hours for which no money changes hands. */
export function residentsPay(w: Words, data: Data): HTMLElement[] {
  const payer = data.money.payers.indexOf("residents");
  if (payer < 0) return [];
  const stated = (name: string): number | null => data.parameters.find((q) => q.name === name)?.value ?? null;
  const price = stated("care.price_informal_hour");
  // Hours follow from their value where an hour has one price.
  const hourly = price !== null && price > 0 && price === stated("care.price_volunteer_hour") ? price : null;
  const more = (v: number | null): number | null => (v === null ? null : -v + 0);
  const rows = others(data).flatMap((o) => {
    const b = data.money.balances[o][payer];
    const line = (what: string, gain: Interval, format: (v: number | null) => string, by = 1): Cell[] => [
      cell(w.option(o)),
      cell(what),
      ...[gain[0], gain[2], gain[1]].map((v) => {
        const paid = more(v === null ? null : v / by);
        return cell(format(paid), paid);
      }),
    ];
    return [
      line(w.t("residents.contributions"), b.care, (v) => w.euros(v)),
      ...(hourly === null ? [] : [line(w.t("residents.hours"), b.own_hours, (v) => w.euros(v), hourly)]),
      line(w.t("residents.valued"), b.own_hours, (v) => w.euros(v)),
    ];
  });
  const table: TableOf = {
    name: "residents-pay",
    caption: w.t("residents.table", { years: data.years, reference: w.option(data.reference) }),
    heads: [w.t("option"), w.t("residents.what"), w.t("mean"), w.t("lower"), w.t("upper")],
    rows,
  };
  return [el("h3", {}, w.t("residents.head")), ...sentences(w, data), tableOf(table), csvButton(w, table)];
}

function sentences(w: Words, data: Data): HTMLElement[] {
  const out: HTMLElement[] = [];
  const residents = data.money.payers.indexOf("residents");
  if (residents < 0) return out;
  out.push(p(w.t("money.hours_note")));
  for (const o of others(data)) {
    const { own_hours: gain, own_hours_verdict: verdict } = data.money.balances[o][residents];
    const less = (gain[0] ?? 0) >= 0,
      unclear = ["unclear", "unknown"].includes(verdict);
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
