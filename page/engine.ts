// The engine as typed calls. It keeps one study, its realisations and their runs; numbers come as copies, for the memory
// that they stand in may move with the next call.

/** What Emscripten makes of page/engine.cpp. */
export interface Exports {
  HEAPU8: Uint8Array;
  [call: `_w_${string}`]: (...numbers: number[]) => number;
}
export type EngineMaker = (how: { wasmBinary: ArrayBuffer | Uint8Array }) => Promise<Exports>;

/** Something that is wrong, and where in the text. */
export interface Problem {
  file: string;
  line: number;
  column: number;
  text: string;
}
export class Refused extends Error {
  constructor(readonly problems: Problem[]) {
    super(problems.map((p) => p.text).join("\n"));
  }
}

export interface Observable {
  name: string;
  unit: string;
  scale: string;
  better: number;
  noticeable: number;
  headline: number;
  yearly: boolean;
  nl: string;
  en: string;
  /** As it stands within a sentence. */
  plain: { nl: string; en: string };
  how: { nl: string; en: string };
}
export interface LedgerKind {
  name: string;
  nl: string;
  en: string;
}
export interface OptionMoney {
  name: string;
  exempt: boolean;
  granted: number;
  returned: number;
  hours: number;
}
/** A row of a table of neighbourhoods. */
export interface TableRow {
  code: string;
  name: string;
  municipality: string;
  residents: number;
}

/** Columns of what happened to one resident (page::Happened). */
export const happenedColumns = 10;
/** Bytes of one drawn resident (page::Drawn): person u32, dwelling u16, loneliness u8, flags u8. */
export const drawnBytes = 8;
export const nowhere = 65535;
export const flag = { adult: 1, severe: 2, reached: 4, care: 8, volunteer: 16 };

/** Of money: how many flows and payers there are (MoneyFlow, Payer), and which flows are read here. */
const flows = 8;
export const payers = 4;
export const flow = { granted: 0, returned: 2, care: 4 };

export class Engine {
  private readonly toText = new TextDecoder();
  private readonly toBytes = new TextEncoder();

  constructor(private readonly w: Exports) {}

  /** Bytes of its memory. */
  get held(): number {
    return this.w.HEAPU8.length;
  }
  private put(text: string): number {
    const bytes = this.toBytes.encode(text);
    const at = this.w._w_room(bytes.length);
    this.w.HEAPU8.set(bytes, at);
    return bytes.length;
  }
  private said(): string {
    const at = this.w._w_text();
    return this.toText.decode(this.w.HEAPU8.slice(at, at + this.w._w_text_size()));
  }
  private lines(): string[][] {
    return this.said()
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.split("\t"));
  }
  private must(result: number): number {
    if (result >= 0) return result;
    throw new Refused(
      this.lines().map(([file, line, column, ...text]) => ({
        file,
        line: Number(line),
        column: Number(column),
        text: text.join(" "),
      })),
    );
  }
  private bytes(at: number, size: number): ArrayBuffer {
    return this.w.HEAPU8.slice(at, at + size).buffer as ArrayBuffer;
  }

  give(name: string, text: string): void {
    const head = this.toBytes.encode(name).length;
    this.put(name + text);
    this.w._w_give(head);
  }
  /** Whether what was simulated before the options is still good. */
  read(toml: string): boolean {
    this.put(toml);
    return this.must(this.w._w_read()) === 1;
  }
  resolved(): string {
    this.must(this.w._w_resolved());
    return this.said();
  }
  money(): OptionMoney[] {
    this.must(this.w._w_money());
    return this.lines().map(([name, exempt, granted, returned, hours]) => ({
      name,
      exempt: exempt === "1",
      granted: Number(granted),
      returned: Number(returned),
      hours: Number(hours),
    }));
  }
  /** Euros a year of the first line of an option with which it costs as much as the reference. */
  equalEuroYear(option: string): number {
    this.put(option);
    return this.must(this.w._w_equal_euro_year());
  }
  observables(): Observable[] {
    this.w._w_observables();
    return this.lines().map(
      ([name, unit, scale, better, noticeable, headline, yearly, nl, en, plainNl, plainEn, howNl, howEn]) => ({
        name,
        unit,
        scale,
        better: Number(better),
        noticeable: Number(noticeable),
        headline: Number(headline),
        yearly: yearly === "1",
        nl,
        en,
        plain: { nl: plainNl || nl, en: plainEn || name.replaceAll("_", " ") },
        how: { nl: howNl, en: howEn },
      }),
    );
  }
  ledgerKinds(): LedgerKind[] {
    this.w._w_ledger_kinds();
    return this.lines().map(([name, nl, en]) => ({ name, nl, en }));
  }
  version(): string {
    this.w._w_version();
    return this.said();
  }

  choose(draw: number, replicate: number): void {
    this.must(this.w._w_choose(draw, replicate));
  }
  /** Months of the burn-in that are left. */
  warm(months: number): number {
    return this.must(this.w._w_warm(months));
  }
  start(world: number, option: number, otherChance = false): void {
    this.must(this.w._w_start(world, option, otherChance ? 1 : 0));
  }
  drop(world: number): void {
    this.w._w_drop(world);
  }
  /** Months that are left. */
  step(world: number, months: number): number {
    return this.must(this.w._w_step(world, months));
  }

  /** Values of months `from` up to `until`, [month][observable], as a result file holds them; NaN: not measured. */
  values(world: number, from: number, until: number, observables: number): Float32Array {
    const size = 8 * observables * (until - from),
      skip = 8 * observables * from;
    const over = new Float64Array(this.bytes(this.w._w_numerators(world) + skip, size));
    const under = new Float64Array(this.bytes(this.w._w_denominators(world) + skip, size));
    return Float32Array.from(over, (value, i) => (under[i] === 0 ? NaN : value / under[i]));
  }
  drawn(world: number): ArrayBuffer {
    const rows = this.must(this.w._w_draw(world));
    return this.bytes(this.w._w_drawn(), rows * drawnBytes);
  }
  friends(world: number): Uint16Array {
    const numbers = this.must(this.w._w_befriend(world));
    return new Uint16Array(this.bytes(this.w._w_friends(), 2 * numbers));
  }
  /** x, y, street, quality of public space of each dwelling. */
  dwellings(): Float32Array {
    const rows = this.must(this.w._w_dwell());
    return new Float32Array(this.bytes(this.w._w_town(), 16 * rows));
  }
  /** x, y, kind, hours open a week of each place. */
  places(world: number): Float32Array {
    const rows = this.must(this.w._w_meet(world));
    return new Float32Array(this.bytes(this.w._w_town(), 16 * rows));
  }
  happened(a: number, b: number): Int32Array {
    const rows = this.must(this.w._w_happen(a, b));
    return new Int32Array(this.bytes(this.w._w_happened(), 4 * happenedColumns * rows));
  }
  /** [kind][entry] of the ledger of b against a. */
  ledger(a: number, b: number, kinds: number): Float64Array {
    const entries = this.must(this.w._w_ledger(a, b));
    return new Float64Array(this.bytes(this.w._w_numbers(), 8 * kinds * entries));
  }
  /** `to` is a copy of world `from`, and goes on by itself. */
  fork(from: number, to: number): void {
    this.must(this.w._w_fork(from, to));
  }
  /** Whom the work met and what went wrong with it; `nothing`: the world without it, null: not simulated. */
  blocks(world: number, reference: number, nothing: number | null): Float32Array {
    const count = this.must(this.w._w_blocks(world, reference, nothing ?? -1));
    return Float32Array.from(this.numbers(count));
  }
  /** What `compare` says of these values: lines of cells. */
  judge(values: Float32Array, worlds: number, options: number): string[][] {
    this.w.HEAPU8.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), this.w._w_room(values.byteLength));
    this.must(this.w._w_judge(worlds, options));
    return this.lines();
  }
  private numbers(count: number): number[] {
    return [...new Float64Array(this.bytes(this.w._w_numbers(), 8 * count))];
  }
  resident(world: number, row: number): { age: number; dwelling: number; loneliness: number; coping: number } {
    const [age, dwelling, loneliness, coping] = this.numbers(this.must(this.w._w_resident(world, row)));
    return { age, dwelling, loneliness, coping };
  }
  /** Hours of the ties of a resident outside the house, the strongest first. */
  threads(world: number, row: number): number[] {
    const columns = 4;
    const numbers = this.numbers(columns * this.must(this.w._w_threads(world, row)));
    return numbers.filter((_, i) => i % columns === columns - 1);
  }
  /** Ends so many of them. */
  cut(world: number, row: number, strongest: number): void {
    this.must(this.w._w_cut(world, row, strongest));
  }
  /** One visit, by the professional whom residents know best or by somebody who was never here. */
  visit(world: number, row: number, hours: number, stranger: boolean): { efficacy: number; bond: number; coping: number } {
    this.must(this.w._w_visit(world, row, hours, stranger ? 1 : 0));
    const [efficacy, bond, coping] = this.numbers(3);
    return { efficacy, bond, coping };
  }
  /** The post whose professional residents know best. */
  bestKnown(world: number): number {
    return this.must(this.w._w_best_known(world));
  }
  /** Who works there leaves in the coming month. */
  resign(world: number, post: number): void {
    this.must(this.w._w_resign(world, post));
  }
  /** Who works there does not resign of their own accord. */
  stay(world: number, post: number): void {
    this.must(this.w._w_stay(world, post));
  }
  bonds(world: number, post: number): { sum: number; filled: boolean } {
    this.must(this.w._w_bonds(world, post));
    const [sum, filled] = this.numbers(2);
    return { sum, filled: filled === 1 };
  }
  /** Euros of one flow over all years, by payer. */
  flow(world: number, flow: number, years: number): number[] {
    const all = new Float64Array(this.bytes(this.w._w_flows(world), 8 * years * flows * payers));
    return Array.from({ length: payers }, (_, payer) => {
      let sum = 0;
      for (let year = 0; year < years; ++year) sum += all[(year * flows + flow) * payers + payer];
      return sum;
    });
  }
  table(text: string): TableRow[] {
    this.put(text);
    this.must(this.w._w_table());
    return this.lines().map(([code, name, municipality, residents]) => ({
      code,
      name: name || code,
      municipality,
      residents: Number(residents) || 0,
    }));
  }
}
