// What has been simulated so far of the present setting, and what is kept of earlier ones.
import { answerOf, type Answer } from "./answer";
import type { LedgerKind, Observable, OptionMoney, Problem, TableRow } from "./engine";
import type { ExperimentKind, Frame, FromWorker, Job, Outcome, Side, Unit } from "./messages";
import { Pool } from "./pool";
import { beforeChoice, years } from "./scenario";
import { worlds } from "./worlds";

const months = 12 * years;
const keptSettings = 40;
/** No number before three worlds. */
export const fewestWorlds = 3;

/** Values of worlds of one option, [month][observable]; NaN: not yet, or not measured. */
export type Values = (Float32Array | undefined)[];
/** Two lives of one world, as far as they were drawn. */
export interface Recording {
  town: Float32Array;
  frames: [Frame[], Frame[]];
}
export interface Happenings {
  ledger: Float64Array;
  happened: Int32Array;
}
export type Change = "ready" | "begun" | "priced" | "warming" | "months" | "world" | "done" | "answer" | "placebo" | "experiment" | "refused" | "broken";

export class Live {
  observables: Observable[] = [];
  kinds: LedgerKind[] = [];
  version = "";
  /** Of the reference and of the choice. */
  values: [Values, Values] = [[], []];
  /** Months that are known, of the same. */
  known: [number[], number[]] = [[], []];
  finished = new Set<number>();
  recording: Recording | null = null;
  happenings: Happenings | null = null;
  placebo: Happenings | null = null;
  /** What a lesson asked, by world. */
  experiments = new Map<ExperimentKind, Map<number, Outcome>>();
  /** What `compare` says of the worlds so far; null: of too few. */
  answer: Answer | null = null;
  private judging = false;
  private blocks: ([Float32Array, Float32Array] | undefined)[] = [];
  private readonly keptBlocks = new Map<string, Live["blocks"]>();
  private readonly followed = new Map<ExperimentKind, number | null>();
  toml = "";
  money: OptionMoney[] = [];
  problems: Problem[] = [];
  warmedUp = 0;
  milliseconds = { priced: 0, first: 0, first5: 0, first20: 0, all: 0 };

  /** Bytes of memory of each engine. */
  held: number[] = [];

  private readonly pool = new Pool((message, worker) => this.hear(message, worker));
  private job = 0;
  private draft = "";
  private begun = 0;
  private readyWorkers = 0;
  private readonly references = new Map<string, Values>();
  private readonly choices = new Map<string, Values>();
  private waiting: { table?: (rows: TableRow[]) => void; resolved?: (toml: string) => void; refused?: (p: Problem[]) => void } =
    {};

  constructor(private readonly changed: (what: Change) => void) {}

  async begin(): Promise<void> {
    try {
      await this.pool.begin();
    } catch (error) {
      this.problems = [{ file: "", line: 0, column: 0, text: String(error) }];
      this.changed("broken");
    }
  }
  get simulating(): boolean {
    return this.draft !== "";
  }
  /** Whom the work met and what went wrong with it in a world, under the reference and the choice. */
  blocksOf(draw: number): [Float32Array, Float32Array] | undefined {
    return this.blocks[draw];
  }
  /** Whether the answer is that of all worlds. */
  get answered(): boolean {
    return this.answer?.worlds === worlds;
  }
  get done(): boolean {
    return this.finished.size === worlds;
  }
  index(name: string): number {
    return this.observables.findIndex((o) => o.name === name);
  }

  /** Simulates a draft, unless it is the present one; what is known of it from before stands at once. */
  simulate(draft: string): void {
    if (draft === this.draft || this.readyWorkers === 0) return;
    this.keep();
    const sameReference = beforeChoice(draft) === beforeChoice(this.draft);
    this.draft = draft;
    this.begun = performance.now();
    this.milliseconds = { priced: 0, first: 0, first5: 0, first20: 0, all: 0 };
    this.finished = new Set();
    this.placebo = this.happenings = null;
    this.experiments = new Map();
    this.answer = null;
    this.judging = false;
    this.problems = [];
    const reference = this.references.get(beforeChoice(draft)) ?? [];
    this.values = [[...reference], [...(this.choices.get(draft) ?? [])]];
    this.blocks = [...(this.keptBlocks.get(draft) ?? [])];
    // A setting that was left half way has worlds of which nothing was kept.
    const monthsOf = (values: Values): number[] => Array.from(values, (v) => (v === undefined ? 0 : months));
    this.known = [monthsOf(this.values[0]), monthsOf(this.values[1])];
    const recorded = this.recording;
    this.recording =
      sameReference && recorded ? { town: recorded.town, frames: [recorded.frames[0], []] } : null;
    const units: Unit[] = [];
    for (let draw = 0; draw < worlds; ++draw) {
      if (reference[draw] && this.values[1][draw] && this.blocks[draw]) this.finished.add(draw);
      // What is drawn is of the first world, and is not kept.
      if (draw === 0 || !this.finished.has(draw)) units.push({ draw, replicate: 0 });
    }
    this.finished.delete(0);
    const drawn = { draw: 0, replicate: 0 };
    const knows = this.recording?.frames[0].at(-1)?.month === months;
    const referenceKnown = units.filter((u) => reference[u.draw] && (u.draw !== 0 || knows));
    if (!knows && this.recording) this.recording.frames[0] = [];
    this.warmedUp = 0;
    // Where only the choice is to be simulated, its line comes first.
    const lineFirst = referenceKnown.some((u) => u.draw === 0);
    this.pool.share({ id: ++this.job, draft, units, recorded: [drawn], referenceKnown }, lineFirst);
    this.changed("begun");
    this.judge();
  }
  askPlacebo(): void {
    if (this.placebo || !this.done) return;
    const unit = { draw: 0, replicate: 0 };
    const job: Job = { id: this.job, draft: this.draft, units: [unit], recorded: [], referenceKnown: [unit] };
    this.pool.send(0, { do: "placebo", job });
  }
  /** Asks the first world, or all of them, each in its turn. `who`: row of a resident; null: whom the worker finds. */
  askExperiment(kind: ExperimentKind, all: boolean, who: number | null = null): void {
    if (this.draft === "") return;
    this.experiments.set(kind, new Map());
    this.followed.set(kind, who);
    const units = [...Array(all ? worlds : 1).keys()].map((draw) => ({ draw, replicate: 0 }));
    const job: Job = { id: this.job, draft: this.draft, units, recorded: [], referenceKnown: units };
    this.pool.experiment(job, kind, who);
  }
  table(text: string): Promise<TableRow[]> {
    return new Promise((resolve, reject) => {
      this.waiting = { table: resolve, refused: reject };
      this.pool.send(0, { do: "table", text });
    });
  }
  /** The scenario with all its figures. */
  resolved(toml: string): Promise<string> {
    const before = this.draft;
    this.pool.stop();
    this.draft = "";
    return new Promise((resolve, reject) => {
      const refused = (problems: Problem[]): void => {
        reject(problems);
        this.simulate(before);
      };
      this.waiting = { resolved: resolve, refused };
      this.pool.send(0, { do: "resolve", toml });
    });
  }

  /** Worlds that are judged, and whether one in which nothing is bought is beside them. */
  private judged(): { draws: number[]; options: number } {
    const draws = [...this.finished].sort((a, b) => a - b);
    const worked = this.experiments.get("work");
    return { draws, options: this.done && draws.every((draw) => worked?.has(draw)) ? 3 : 2 };
  }
  /** Asks for the answer to what is known by now, one question at a time. */
  private judge(): void {
    const { draws, options } = this.judged();
    if (this.judging || draws.length < fewestWorlds) return;
    // At three worlds, at twice as many, and at the end: to judge takes as long as most of a world.
    const { worlds: before, options: beside } = this.answer ?? { worlds: 0, options };
    if (draws.length === before && options === beside) return;
    if (!this.done && draws.length < 2 * before) return;
    const parts = draws.flatMap((draw): Float32Array[] => {
      const [before, after] = [this.values[0][draw]!, this.values[1][draw]!];
      const worked = options > 2 ? this.experiments.get("work")!.get(draw)!.worked! : null;
      const blocks = worked?.blocks ?? this.blocks[draw]!;
      return [before, blocks[0], after, blocks[1], ...(worked ? [worked.values, blocks[2]] : [])];
    });
    const values = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      values.set(part, at);
      at += part.length;
    }
    this.judging = true;
    this.pool.send(0, { do: "judge", job: this.job, values, worlds: draws.length, options }, values.buffer);
  }
  private keep(): void {
    if (this.draft === "") return;
    const whole = (side: Side): Values =>
      this.values[side].map((v, draw) => (this.known[side][draw] === months ? v : undefined));
    this.references.set(beforeChoice(this.draft), whole(0));
    this.choices.delete(this.draft);
    this.choices.set(this.draft, whole(1));
    this.keptBlocks.delete(this.draft);
    this.keptBlocks.set(this.draft, this.blocks);
    for (const map of [this.references, this.choices, this.keptBlocks])
      while (map.size > keptSettings) map.delete(map.keys().next().value!);
  }
  private take(message: Extract<FromWorker, { said: "months" }>): void {
    const { side, unit, from, values } = message;
    const n = this.observables.length;
    if (from === 0 || !this.values[side][unit.draw]) {
      this.values[side][unit.draw] = new Float32Array(months * n).fill(NaN);
    }
    this.values[side][unit.draw]!.set(values, from * n);
    this.known[side][unit.draw] = from + values.length / n;
    if (side === 1 && this.milliseconds.first === 0) this.milliseconds.first = performance.now() - this.begun;
    if (side === 1 && this.known[1][unit.draw] >= 60 && this.milliseconds.first5 === 0) this.milliseconds.first5 = performance.now() - this.begun;
    if (side === 1 && this.known[1][unit.draw] === months && this.milliseconds.first20 === 0)
      this.milliseconds.first20 = performance.now() - this.begun;
    if (side === 1 && this.known[1][unit.draw] === months) this.pool.release();
  }
  private hear(message: FromWorker, worker: number): void {
    if ("job" in message && message.job !== null && message.job !== this.job) return;
    switch (message.said) {
      case "ready":
        this.version = message.version;
        this.observables = message.observables;
        this.kinds = message.kinds;
        if (++this.readyWorkers === this.pool.size) this.changed("ready");
        return;
      case "priced":
        if (worker !== 0) return;
        this.toml = message.toml;
        this.money = message.money;
        this.milliseconds.priced = performance.now() - this.begun;
        return this.changed("priced");
      case "warming":
        this.warmedUp = Math.max(this.warmedUp, message.share);
        return this.changed("warming");
      case "town":
        this.recording = { town: message.dwellings, frames: [this.recording?.frames[0] ?? [], []] };
        return this.changed("warming");
      case "frames": {
        if (!this.recording) return;
        const frames = this.recording.frames[message.side];
        if (message.frames[0]?.month === 0) frames.length = 0;
        frames.push(...message.frames);
        return this.changed("months");
      }
      case "months":
        this.take(message);
        return this.changed("months");
      case "done":
        this.finished.add(message.unit.draw);
        this.blocks[message.unit.draw] = message.blocks;
        this.held[worker] = message.held;
        if (message.unit.draw === 0) this.happenings = { ledger: message.ledger, happened: message.happened };
        if (this.done) this.milliseconds.all = performance.now() - this.begun;
        this.changed("world");
        if (this.done) this.changed("done");
        return this.judge();
      case "answer":
        this.judging = false;
        this.answer = answerOf(message.lines, message.worlds, message.options, this.observables);
        this.changed("answer");
        return this.judge();
      case "placebo":
        this.placebo = { ledger: message.ledger, happened: message.happened };
        return this.changed("placebo");
      case "experiment":
        // Of who was followed before, an answer may still come in.
        if (this.followed.get(message.kind) !== message.who) return;
        this.experiments.get(message.kind)?.set(message.unit.draw, message.outcome);
        this.changed("experiment");
        return message.kind === "work" ? this.judge() : undefined;
      case "table":
        return this.waiting.table?.(message.rows);
      case "resolved":
        return this.waiting.resolved?.(message.toml);
      case "refused":
        if (message.job === null) return this.waiting.refused?.(message.problems);
        this.problems = message.problems;
        return this.changed("refused");
      case "broken":
        this.problems = [{ file: "", line: 0, column: 0, text: message.reason }];
        return this.changed("broken");
    }
  }
}
