// What the page is given: made from the fields of analysis/report/report_data.hpp. Change those, and run
//   WEEFSEL_UPDATE=1 build/release/tests/weefsel_analysis_tests "the types of the page*"

/** Mean, lower and upper end of the 95 % interval over worlds; null: unknown. */
export type Interval = [number | null, number | null, number | null];
export type Language = "nl" | "en";
/** What may be said of a difference, as the program judged it. */
export type Verdict = "unknown" | "same" | "unclear" | "too_small" | "higher" | "lower";
export interface Table {
  name: string;
  columns: { name: string; values: (string | number | null)[] }[];
}
export interface Option {
  name: string;
  nl: string;
  en: string;
}
export interface Expected {
  option: string;
  has_lines: boolean;
  granted: number;
  returned: number;
  direct_hours: number;
  hours_per_euro: number;
  years: number;
  discount_rate: number;
  price_year: number;
}
export interface Indicator {
  name: string;
  unit: string;
  better: string;
  measured: string;
  nl: string;
  en: string;
  how_nl: string;
  how_en: string;
  /** What kind of number: share, score, money, ... */
  scale: string;
  /** Smallest difference worth noticing, in its unit, unless one was set; 0: not known. */
  usual_noticeable: number;
  /** The one that was set, where one was. */
  noticeable?: number;
}
export interface Row {
  option: number;
  indicator: string;
  horizon: number;
  level: Interval;
  difference: Interval;
  /** Share of pairs in which the option is better. */
  better: number | null;
  verdict: Verdict;
  pairs: number;
}
export interface Series {
  indicator: string;
  /** [option][year] */
  levels: Interval[][];
  /** [option][year] */
  differences: Interval[][];
}
export interface Worlds {
  indicator: string;
  /** [option][world] */
  differences: (number | null)[][];
  /** By option: how many worlds it was measured in. */
  pairs: number[];
  /** By option: in how many of them it is more than in the reference. */
  more: number[];
  /** By option: in how many of them it is better. */
  better: number[];
  /** By option: in how many sets of assumptions it is better by what is worth noticing. */
  passing_draws: number[];
}
export interface GroupValues {
  indicator: string;
  /** [option][group] */
  levels: Interval[][];
  /** [option][group] */
  differences: Interval[][];
  /** Of the differences, whatever their size. */
  verdicts: Verdict[][];
}
export interface Grouping {
  name: string;
  groups: string[];
  values: GroupValues[];
  /** Metres from the centre of what is named in `within`; empty when unknown. */
  x: number[];
  y: number[];
  within: string[];
}
export interface Balance {
  /** By rate. */
  present_value: Interval[];
  /** Of the present value at the first rate. */
  verdict: Verdict;
  granted: Interval;
  care: Interval;
  /** Of `care`, what does not fall in added years of life. */
  saved: Interval;
  /** Valued; no money, and not in the balance. */
  own_hours: Interval;
  own_hours_verdict: Verdict;
  /** The part of `care` that falls in added years of life. */
  added_life: Interval;
  granted_by_year: number[];
  care_by_year: number[];
  /** The part of `care_by_year` that is youth care; empty: unknown. */
  youth_by_year: number[];
  /** Of what is saved on care, what becomes cash before the last year ends. */
  cash: Interval;
  /** What is paid in a year as it stands, not against the reference. */
  granted_paid: number[];
  care_paid: number[];
  youth_paid: number[];
  /** To the end of each year. */
  cumulative: Interval[];
  /** Whether the payer has its money back and keeps it: from, never, unclear, same or unknown. */
  break_even: string;
  /** From which year on, where it has. */
  break_even_year: number;
}
export interface Money {
  payers: string[];
  /** Discount rates a year. */
  rates: number[];
  /** By payer: the share of a saving on care that becomes cash. */
  cash_share: (number | null)[];
  /** After so many months. */
  cash_after: number | null;
  /** [option][payer] */
  balances: Balance[][];
}
export interface LedgerEntry {
  entry: string;
  /** By option. */
  counts: Interval[];
  /** By option; empty without a placebo comparison. */
  placebo: Interval[];
  /** Per 1000 residents of month 0; empty when they were not counted. */
  per_1000: Interval[];
  placebo_per_1000: Interval[];
}
export interface Ledger {
  kind: string;
  entries: LedgerEntry[];
}
export interface Shock {
  kind: string;
  start_year: number;
  months: number;
  /** It may begin later, or never. */
  random: boolean;
}
export interface Bought {
  option: string;
  line: string;
  form: string;
  /** What kind of purchase: role, place, support, public_space, ... */
  kind: string;
  /** Which: opbouwwerker, buurthuis, ...; empty where the kind says it all. */
  what: string;
  /** What `much` counts: fte, hours_week, ... */
  quantity: string;
  much: number;
  /** Whom its money is meant for; empty: everybody. */
  goal: string;
}
export interface Staffing {
  option: string;
  /** Fte, mean over worlds. */
  bought: number[];
  /** Share of worlds with less than half of it at work; null: nothing was bought. */
  below_half: (number | null)[];
  /** [world][month] Share of what was bought that was at work, of the first worlds. */
  at_work: (number | null)[][];
}
export interface Parameter {
  name: string;
  value: number;
  unit: string;
  source: string;
  evidence: string;
  meaning: string;
}
export interface Made {
  version: string;
  commit: string;
  tree_clean: string;
  created: string;
  command: string;
  seed: string;
  scenario_sha256: string;
  failures: string;
  /** Where several sets of assumptions come from; empty with one. */
  parameter_draws: string;
  /** Equations of the model that a plugin replaces; empty when none does. */
  replaced_equations: string;
}
export interface Data {
  language: Language;
  title: string;
  question: string;
  title_nl: string;
  question_nl: string;
  made: Made;
  draws: number;
  replicates: number;
  reference: number;
  years: number;
  /** In the first month, mean over the worlds of the reference. */
  residents: number;
  /** Whether the scenario asks for it. */
  equal_money?: boolean;
  /** Whether it asks that of what is granted, not of the net cost. */
  equal_budget: boolean;
  /** What the answer is about, in order. */
  headlines: string[];
  /** The same, those about which the answer is clearest first. */
  clearest: string[];
  neighbourhoods: string[];
  options: Option[];
  expected: Expected[];
  indicators: Indicator[];
  comparison: Row[];
  series: Series[];
  worlds: Worlds[];
  groupings: Grouping[];
  money: Money;
  ledgers: Ledger[];
  shocks: Shock[];
  bought: Bought[];
  staffing: Staffing[];
  parameters: Parameter[];
  tables: Table[];
}
