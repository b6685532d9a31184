// The data of the page, and how to read them.
import type { Data, Indicator, Interval, Row, Series, Table } from "./types";
export type * from "./types";

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

/** The options with money that are compared with the reference; all others where none of them has money. */
export function compared(data: Data): number[] {
  const withMoney = others(data).filter((o) => hasLines(data, o));
  return withMoney.length > 0 ? withMoney : others(data);
}

/** Whether an option has lines of money of its own. */
export function hasLines(data: Data, option: number): boolean {
  return data.expected[option]?.has_lines ?? false;
}

/** Whether an option and the reference are asked to cost the same: one without lines is not. */
export function equalMoney(data: Data, option: number): boolean {
  return data.equal_money === true && hasLines(data, option) && hasLines(data, data.reference);
}

/** The option in which nothing is bought, -1 when there is none. */
export function nothingOf(data: Data): number {
  return data.expected.findIndex((e) => !e.has_lines);
}

/** The options in which something is bought. */
export function paid(data: Data): number[] {
  return data.options.map((_, o) => o).filter((o) => hasLines(data, o));
}

/** Whether a margin leaves out zero. */
export function isClear([mean, lower, upper]: Interval): boolean {
  return mean !== null && lower !== null && upper !== null && (lower > 0 || upper < 0);
}

export function indicatorOf(data: Data, name: string): Indicator | undefined {
  return data.indicators.find((i) => i.name === name);
}

export function seriesOf(data: Data, name: string): Series | undefined {
  return data.series.find((s) => s.indicator === name);
}
