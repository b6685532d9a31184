// What page and workers say to each other. Arrays are handed over, not copied.
import type { LedgerKind, Observable, OptionMoney, Problem, TableRow } from "./engine";

/** One world: a set of assumptions and a replicate of chance in it. */
export interface Unit {
  draw: number;
  replicate: number;
}
/** What is to be simulated: the reference (option 0) and the choice (option 1) in some worlds. */
export interface Job {
  id: number;
  /** The scenario; the choice has no `euro_year` yet where money is to be equal. */
  draft: string;
  units: Unit[];
  /** Worlds of which everything that is drawn is wanted. */
  recorded: Unit[];
  /** Worlds whose reference the page has already. */
  referenceKnown: Unit[];
}

/** What a lesson asks of a world beside its two option runs. */
export type ExperimentKind = "threads" | "visits" | "leaver" | "chance" | "payers" | "work";
/** Somebody whom a lesson can follow. */
export interface Person {
  row: number;
  age: number;
  dwelling: number;
  ties: number;
}
/** `series`: ten values each; `facts`: single numbers by name; `worked`: of the question what the work does. */
export interface Outcome {
  series: number[][];
  facts: Record<string, number>;
  people: Person[];
  worked?: Worked;
}
/** A world in which nothing is bought, and what the options' blocks are beside it. */
export interface Worked {
  values: Float32Array;
  /** Of the reference, the choice and nothing. */
  blocks: Float32Array[];
}

export type ToWorker =
  | { do: "begin"; wasm: ArrayBuffer; posterior: string }
  | { do: "simulate"; job: Job }
  | { do: "stop" }
  | { do: "placebo"; job: Job }
  | { do: "experiment"; job: Job; kind: ExperimentKind; who: number | null }
  | { do: "judge"; job: number; values: Float32Array; worlds: number; options: number }
  | { do: "table"; text: string }
  | { do: "resolve"; toml: string };

/** What is drawn of a world in one month. */
export interface Frame {
  month: number;
  /** page::Drawn, row by row. */
  residents: ArrayBuffer;
  /** Pairs of rows, at the end of a year only. */
  friends: Uint16Array | null;
  places: Float32Array;
}
/** Reference, choice. */
export type Side = 0 | 1;

export type FromWorker =
  | { said: "ready"; version: string; observables: Observable[]; kinds: LedgerKind[] }
  | { said: "resolved"; toml: string }
  | { said: "refused"; job: number | null; problems: Problem[] }
  | { said: "broken"; reason: string }
  | { said: "priced"; job: number; toml: string; money: OptionMoney[]; milliseconds: number }
  | { said: "warming"; job: number; unit: Unit; share: number }
  | { said: "town"; job: number; unit: Unit; dwellings: Float32Array }
  | { said: "months"; job: number; unit: Unit; side: Side; from: number; values: Float32Array }
  | { said: "frames"; job: number; unit: Unit; side: Side; frames: Frame[] }
  | { said: "done"; job: number; unit: Unit; ledger: Float64Array; happened: Int32Array; blocks: [Float32Array, Float32Array]; held: number }
  | { said: "answer"; job: number; worlds: number; options: number; lines: string[][] }
  | { said: "placebo"; job: number; unit: Unit; ledger: Float64Array; happened: Int32Array }
  | { said: "experiment"; job: number; unit: Unit; kind: ExperimentKind; who: number | null; outcome: Outcome }
  | { said: "table"; rows: TableRow[] };
