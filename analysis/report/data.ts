// What the page is given: analysis/report/report_json.cpp writes this form.

/** Mean, lower and upper end of the 95 % interval over worlds; null: unknown. */
export type Interval = [number | null, number | null, number | null];
export type Language = "nl" | "en";
/** What may be said of a difference, as the program judged it. */
export type Verdict = "unknown" | "same" | "unclear" | "too_small" | "higher" | "lower";

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
  better: number | null;
  verdict: Verdict;
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
  /** Metres from the centre of what is named in `within`; empty when unknown. */
  x: number[];
  y: number[];
  within: string[];
}
/** What a payer gains against the reference, EUR of all years; a loss is negative. */
export interface Balance {
  present_value: Interval[];
  granted: Interval;
  care: Interval;
  /** Of `care`, what does not fall in added years of life. */
  saved: Interval;
  own_hours: Interval;
  added_life: Interval;
  /** Of what is saved on care, what becomes cash before the last year ends. */
  cash: Interval;
  granted_by_year: number[];
  care_by_year: number[];
  /** The part of `care_by_year` that is youth care; empty: unknown. */
  youth_by_year: number[];
  /** What is paid in a year as it stands, not against the reference. */
  granted_paid: number[];
  care_paid: number[];
  youth_paid: number[];
  cumulative: Interval[];
}
export interface Money {
  payers: string[];
  rates: number[];
  /** By payer: the share of a saving on care that becomes cash, after so many months. */
  cash_share: (number | null)[];
  cash_after: number | null;
  balances: Balance[][];
}
export interface LedgerEntry {
  entry: string;
  counts: Interval[];
  placebo: Interval[];
  /** The same per 1000 residents of month 0, as the terminal has it; empty when they were not counted. */
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
  /** Where several sets of assumptions come from; empty with one. */
  parameter_draws: string;
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
  /** What the answer is about. */
  headlines: string[];
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

/** A line of a table of a later analysis, read by the names of its columns. */
export class Line {
  constructor(
    private readonly table: Table,
    private readonly row: number,
  ) {}
  private at(column: string): string | number | null {
    return this.table.columns.find((c) => c.name === column)?.values[this.row] ?? null;
  }
  /** Null when it is unknown or there is no such column. */
  number(column: string): number | null {
    const v = this.at(column);
    return typeof v === "number" ? v : null;
  }
  text(column: string): string {
    return String(this.at(column) ?? "");
  }
  /** A value and the ends of its margin. */
  interval(value: string, lower = "lower", upper = "upper"): Interval {
    return [this.number(value), this.number(lower), this.number(upper)];
  }
}

/** The lines of a table; none when the results hold no such table. */
export function linesOf(data: Data, table: string): Line[] {
  const found = data.tables.find((t) => t.name === table);
  return found === undefined ? [] : (found.columns[0]?.values ?? []).map((_, i) => new Line(found, i));
}

/** The number of the option that a line is about, -1 when there is none of that name. */
export function optionOf(data: Data, line: Line): number {
  return data.options.findIndex((o) => o.name === line.text("option"));
}

/** The lines in groups that have the same key, in the order in which keys first occur. */
export function grouped(lines: Line[], key: (line: Line) => string): Line[][] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const mine = groups.get(key(line));
    if (mine) mine.push(line);
    else groups.set(key(line), [line]);
  }
  return [...groups.values()];
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

/** Whether an option has lines of money of its own. */
export function hasLines(data: Data, option: number): boolean {
  return data.expected[option]?.has_lines ?? false;
}

/** Whether an option and the reference are asked to cost the same: one without lines is not. */
export function equalMoney(data: Data, option: number): boolean {
  return data.equal_money === true && hasLines(data, option) && hasLines(data, data.reference);
}

export function indicatorOf(data: Data, name: string): Indicator | undefined {
  return data.indicators.find((i) => i.name === name);
}

export function seriesOf(data: Data, name: string): Series | undefined {
  return data.series.find((s) => s.indicator === name);
}
