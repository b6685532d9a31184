// Data as other runs may write them: what a later analysis finds, and five options.
import { data, options, other, reference } from "./browser.mjs";

const interval = (v) => [v, v - 1, v + 1];
const ledgerOf = (kind, sham) => ({
  kind,
  entries: [
    ["event_free_months", 620],
    ["prevented", 14],
    ["postponed", 31],
    ["postponed_months", 410],
    ["brought_about", 9],
  ].map(([entry, v]) => ({
    entry,
    // 500 residents: what is shown is per 1000.
    counts: options.map((_, o) => interval(o === reference ? 0 : v / 2)),
    placebo: sham ? options.map(() => interval(7 / 2)) : [],
    per_1000: options.map((_, o) => interval(o === reference ? 0 : v)),
    placebo_per_1000: sham ? options.map(() => interval(7)) : [],
  })),
});
/** A table as a later analysis writes it, of lines that are objects. */
export const tableOf = (name, lines) => ({
  name,
  columns: Object.keys(lines[0]).map((c) => ({ name: c, values: lines.map((l) => l[c]) })),
});
const option = options[other].name;
function decisions() {
  const both = ["social_cohesion", "severely_lonely"];
  return [
    tableOf(
      "mechanisms",
      ["hours", "tenure", "gaps", "selection", "focus", "all"].map((mechanism, i) => {
        const value = [0.03, 0.05, 0.02, 0.01, -0.01, 0.1][i];
        return {
          option,
          indicator: "social_cohesion",
          mechanism,
          value,
          lower: value - 0.02,
          upper: value + 0.02,
        };
      }),
    ),
    tableOf(
      "ending",
      both.flatMap((indicator) =>
        [1, 2, 3].map((years_after) => {
          const difference = -0.02 * years_after;
          return {
            option,
            indicator,
            ended_after_years: 4,
            years_after,
            difference,
            lower: difference - 0.01,
            upper: difference + 0.01,
            left: years_after === 3 ? null : 1 - 0.3 * years_after,
          };
        }),
      ),
    ),
    tableOf("fade_out", [
      {
        option,
        indicator: both[0],
        effect_at_end: 0.2,
        lower: 0.1,
        upper: 0.3,
        halved_after: 2,
      },
      {
        option,
        indicator: both[1],
        effect_at_end: 0,
        lower: -0.1,
        upper: 0.1,
        halved_after: null,
      },
    ]),
    tableOf("monitor", [
      {
        option,
        indicator: both[0],
        year: 4,
        expected: 6.1,
        difference: 0.2,
        respondents: 400,
        power: 0.9,
        detectable: 0.15,
      },
      {
        option,
        indicator: both[1],
        year: 4,
        expected: 0.1,
        difference: -0.01,
        respondents: 400,
        power: 0.08,
        detectable: 0.07,
      },
    ]),
    tableOf("lonely_years", [
      {
        option,
        prevented: 41.3,
        prevented_lower: 12.1,
        prevented_upper: 70.5,
        extra_cost: 512000,
        extra_cost_lower: 101000,
        extra_cost_upper: 923000,
        cost_per_year: 12397,
        cost_lower: 2400,
        cost_upper: 41000,
        verdict: "cost",
        pairs: 3,
      },
    ]),
    tableOf(
      "regret",
      options.map((o, i) => ({
        indicator: both[0],
        option: o.name,
        mean: 0.1 * i,
        largest: 0.1 + 0.2 * i,
        share_best: 1 - i,
        worlds: 3,
      })),
    ),
    tableOf("certainty", [
      {
        option,
        indicator: both[0],
        draws: 3,
        better: 0.67,
        noticeably_better: 0.33,
        noticeably_worse: 0,
        variance_assumptions: 3,
        variance_luck: 1,
      },
    ]),
  ];
}
export function laterAnalyses(d) {
  d.ledgers = [ledgerOf("severe_loneliness", true), ledgerOf("residential_admission", true)];
  d.tables = [
    {
      name: "lives",
      columns: [
        { name: "resident", values: ["17", "17"] },
        { name: "when_nl", values: ["jaar 1, maand 3", "jaar 4, maand 4"] },
        { name: "when_en", values: ["year 1, month 3", "year 4, month 4"] },
        { name: "text_nl", values: ["<b>verhuist</b>", "leert buren kennen"] },
        { name: "text_en", values: ["moves", "meets neighbours"] },
      ],
    },
    {
      name: "flips",
      columns: [
        { name: "parameter", values: ["help.reach"] },
        { name: "value", values: [0.4] },
      ],
    },
    {
      name: "value_of_information",
      columns: [
        { name: "parameter", values: ["help.reach"] },
        { name: "value", values: [1200] },
      ],
    },
    ...decisions(),
  ];
  // Of two neighbourhoods, in one of which nobody lives in one street.
  const streets = d.groupings.find((g) => g.name === "street");
  streets.within = streets.groups.map((_, i) => (i % 2 === 0 ? "West" : "East"));
  const cohesion = streets.values.find((v) => v.indicator === "social_cohesion");
  cohesion.differences[other] = streets.groups.map((_, i) => {
    const value = [-0.25, -0.15, 0, 0.15, 0.25][i % 5];
    return i === 7 ? [null, null, null] : [value, value - 0.2, value + 0.2];
  });
  d.draws = 3;
  d.replicates = 1;
}
export function fiveOptions(d) {
  const copy = (list) => {
    while (list.length < 5) list.push(structuredClone(list[other]));
  };
  copy(d.options);
  d.options.forEach((o, i) => {
    if (i > 1) {
      o.name += i;
      o.nl += " " + i;
      o.en += " " + i;
    }
  });
  copy(d.expected);
  for (const s of d.series) {
    copy(s.levels);
    copy(s.differences);
  }
  for (const v of d.worlds) for (const of of [v.differences, v.pairs, v.more, v.better, v.passing_draws]) copy(of);
  for (const g of d.groupings)
    for (const v of g.values) {
      copy(v.levels);
      copy(v.differences);
    }
  copy(d.money.balances);
  for (const o of [2, 3, 4])
    d.comparison.push(...d.comparison.filter((r) => r.option === other).map((r) => ({ ...r, option: o })));
}
