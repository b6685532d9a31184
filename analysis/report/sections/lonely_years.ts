// 7, continued. What a year of severe loneliness that did not happen costs; it stands alone.
import { linesOf, optionOf, type Data, type Interval, type Line } from "../data";
import { p } from "../../../ui/dom";
import { cell, csvButton, tableOf, type TableOf } from "../../../ui/figure";
import type { Key, Words } from "../words";

const verdicts = [
  "cost",
  "saves_and_prevents",
  "saves_and_harms",
  "costs_and_harms",
  "no_clear_difference",
];

/** An amount that its sentence calls less or fewer, without its sign. */
function positive([mean, lower, upper]: Interval): Interval {
  const negated = (v: number | null): number | null => (v === null ? null : -v);
  return (mean ?? 0) < 0 ? [negated(mean), negated(upper), negated(lower)] : [mean, lower, upper];
}

function sentence(w: Words, data: Data, line: Line): string {
  const kind = verdicts.includes(line.text("verdict")) ? line.text("verdict") : "no_clear_difference";
  const years = ([mean, lower, upper]: Interval): string =>
    lower === null
      ? w.number(mean, 1)
      : w.t("lonely_years.years_margin", {
          years: w.number(mean, 1),
          lower: w.number(lower, 1),
          upper: w.number(upper, 1),
        });
  const extra = line.interval("extra_cost", "extra_cost_lower", "extra_cost_upper");
  const unclear = ["unclear", "unknown", "same"].includes(line.text("extra_verdict"));
  const harms = kind.endsWith("_and_harms");
  const plain = ([value, lower, upper]: Interval): string =>
    lower === null
      ? w.t("lonely_years.euros", { euros: w.plainEuros(value) })
      : w.t("lonely_years.euros_margin", {
          euros: w.plainEuros(value),
          lower: w.plainEuros(lower),
          upper: w.plainEuros(upper),
        });
  return w.t(`lonely_years.${harms && unclear ? "harms_unclear" : kind}` as Key, {
    option: w.option(optionOf(data, line)),
    reference: w.option(data.reference),
    years: years(positive(line.interval("prevented", "prevented_lower", "prevented_upper"))),
    cost: plain(line.interval("cost_per_year", "cost_lower", "cost_upper")),
    extra: plain(positive(extra)),
    difference: w.eurosWithMargin(extra),
  });
}

export function lonelyYears(w: Words, data: Data): HTMLElement[] {
  const lines = linesOf(data, "lonely_years").filter((l) => {
    const o = optionOf(data, l);
    return o >= 0 && o !== data.reference;
  });
  if (lines.length === 0) return [p(w.t("absent.lonely_years"), "absent")];
  const euros = ["cost_per_year", "cost_lower", "cost_upper"],
    extra = ["extra_cost", "extra_cost_lower", "extra_cost_upper"];
  const table: TableOf = {
    name: "lonely-years",
    caption: w.t("lonely_years.caption"),
    heads: [
      w.t("option"),
      w.t("lonely_years.prevented"),
      w.t("lower"),
      w.t("upper"),
      w.t("lonely_years.extra"),
      w.t("lower"),
      w.t("upper"),
      w.t("lonely_years.price"),
      w.t("lower"),
      w.t("upper"),
    ],
    rows: lines.map((l) => [
      cell(w.option(optionOf(data, l))),
      ...["prevented", "prevented_lower", "prevented_upper"].map((c) =>
        cell(w.signed(l.number(c), 1), l.number(c)),
      ),
      ...extra.map((c) => cell(w.euros(l.number(c)), l.number(c))),
      ...euros.map((c) => cell(w.plainEuros(l.number(c)), l.number(c))),
    ]),
  };
  return [
    ...lines.map((l) => p(sentence(w, data, l))),
    p(w.t("lonely_years.note"), "note"),
    tableOf(table),
    csvButton(w, table),
  ];
}
