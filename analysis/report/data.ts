// What the page is given: analysis/report_json.cpp writes this form.

/** Mean, lower and upper end of the 95 % interval over worlds; null: unknown. */
export type Interval = [number | null, number | null, number | null];
export type Language = "nl" | "en";

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
}
export interface Row {
  option: number;
  indicator: string;
  horizon: number;
  level: Interval;
  difference: Interval;
  better: number | null;
  pairs: number;
}
/** [option][year] */
export interface Series {
  indicator: string;
  levels: Interval[][];
  differences: Interval[][];
}
/** [option][world] */
export interface Worlds {
  indicator: string;
  differences: (number | null)[][];
}
/** [option][group] */
export interface GroupValues {
  indicator: string;
  levels: Interval[][];
  differences: Interval[][];
}
export interface Grouping {
  name: string;
  groups: string[];
  values: GroupValues[];
  x: number[];
  y: number[];
}
/** What a payer gains against the reference, EUR of all years; a loss is negative. */
export interface Balance {
  present_value: Interval[];
  granted: Interval;
  care: Interval;
  own_hours: Interval;
  added_life: Interval;
  granted_by_year: number[];
  care_by_year: number[];
  cumulative: Interval[];
}
export interface Money {
  payers: string[];
  rates: number[];
  balances: Balance[][];
}
export interface LedgerEntry {
  entry: string;
  counts: Interval[];
  sham: Interval[];
}
export interface Ledger {
  kind: string;
  entries: LedgerEntry[];
}
export interface Shock {
  kind: string;
  start_year: number;
  months: number;
  random: boolean;
}
export interface Parameter {
  name: string;
  value: number;
  unit: string;
  source: string;
  evidence: string;
  meaning: string;
}
export interface Table {
  name: string;
  columns: { name: string; values: (string | number | null)[] }[];
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
  residents: number;
  equal_money?: boolean;
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
  parameters: Parameter[];
  tables: Table[];
}

/** The options that are compared with the reference, by number. */
export function others(data: Data): number[] {
  return data.options.map((_, o) => o).filter((o) => o !== data.reference);
}

export function rowOf(data: Data, option: number, indicator: string, horizon: number): Row | undefined {
  return data.comparison.find(
    (r) => r.option === option && r.indicator === indicator && r.horizon === horizon,
  );
}

export function indicatorOf(data: Data, name: string): Indicator | undefined {
  return data.indicators.find((i) => i.name === name);
}

export function seriesOf(data: Data, name: string): Series | undefined {
  return data.series.find((s) => s.indicator === name);
}
