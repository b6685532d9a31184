// Owns one engine. Simulates in slices of some 25 ms, says what it has after each, and listens between them.
import { Engine, Refused } from "./engine";
import type { EngineMaker } from "./engine";
import { experiments } from "./lessons/experiments";
import type { ExperimentKind, Frame, FromWorker, Job, Side, ToWorker, Unit } from "./messages";
import { beforeChoice, choice as choiceName, withEuroYear } from "./scenario";

declare const weefselEngine: EngineMaker;
/** The worker itself; `self` is a window to the compiler. */
interface Itself {
  postMessage(message: FromWorker, handedOver: ArrayBuffer[]): void;
  onmessage: ((event: { data: ToWorker }) => void) | null;
}
const worker = self as unknown as Itself;

const slice = 25;
const months = 240;
const monthsBetweenFrames = 3;
const placebo = 2;
let engine: Engine;
let observables = 0,
  kinds = 0;
let wanted = 0;
/** What stands finished in the engine of each world, by the text that it follows from. */
const standing = new Map<string, { reference: string; choice: string; placebo: string }>();
let choice = "",
  reference = "";

const keyOf = (unit: Unit): string => `${unit.draw}:${unit.replicate}`;
const same = (a: Unit, b: Unit): boolean => keyOf(a) === keyOf(b);

function say(message: FromWorker, ...handedOver: ArrayBufferLike[]): void {
  worker.postMessage(message, handedOver as ArrayBuffer[]);
}

// A message to oneself lets those of the page in before it.
const bell = new MessageChannel();
let rung: (() => void) | null = null;
bell.port1.onmessage = (): void => rung?.();
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    rung = resolve;
    bell.port2.postMessage(null);
  });
}

class Cancelled extends Error {}

/** Calls `step` for a slice of time, again and again, until nothing is left; `said` after every slice. */
async function inSlices(job: Job, step: (months: number) => number, said: (left: number) => void): Promise<void> {
  let left = 1;
  while (left > 0) {
    const until = performance.now() + slice;
    do left = step(1);
    while (left > 0 && performance.now() < until);
    said(left);
    await breathe();
    if (wanted !== job.id) throw new Cancelled();
  }
}

function frameOf(world: number, month: number): Frame {
  return {
    month,
    residents: engine.drawn(world),
    friends: month % 12 === 0 ? engine.friends(world) : null,
    places: engine.places(world),
  };
}

async function run(job: Job, unit: Unit, side: Side): Promise<void> {
  const recorded = job.recorded.some((u) => same(u, unit));
  engine.start(side, side);
  let frames: Frame[] = recorded ? [frameOf(side, 0)] : [];
  let done = 0,
    told = 0;
  const step = (count: number): number => {
    const left = engine.step(side, count);
    done = months - left;
    if (recorded && done % monthsBetweenFrames === 0) frames.push(frameOf(side, done));
    return left;
  };
  await inSlices(job, step, () => {
    if (done === told) return;
    const values = engine.values(side, told, done, observables);
    say({ said: "months", job: job.id, unit, side, from: told, values }, values.buffer);
    told = done;
    if (frames.length === 0) return;
    const handed = frames.flatMap((f) => [f.residents, f.places.buffer, ...(f.friends ? [f.friends.buffer] : [])]);
    say({ said: "frames", job: job.id, unit, side, frames }, ...handed);
    frames = [];
  });
}

/** Reads the draft, gives the choice the euros that make it cost as much as the reference, and reads that. */
function price(job: Job): void {
  const begin = performance.now();
  const kept = engine.read(job.draft);
  if (!kept) standing.clear();
  const toml = withEuroYear(job.draft, engine.equalEuroYear(choiceName));
  engine.read(toml);
  reference = beforeChoice(toml);
  choice = toml;
  priced = job.id;
  say({
    said: "priced",
    job: job.id,
    toml,
    money: engine.money(),
    milliseconds: performance.now() - begin,
  });
  if (toJudge) judge(toJudge);
}

type ToJudge = Extract<ToWorker, { do: "judge" }>;
/** The job whose scenario the engine has read, and what waits for it. */
let priced = -1;
let toJudge: ToJudge | null = null;
/** Touches nothing that is simulated: between two slices it is done at once. */
function judge(what: ToJudge): void {
  const { job, values, worlds, options } = what;
  if (job !== wanted) return;
  toJudge = priced === job ? null : what;
  if (toJudge) return;
  try {
    say({ said: "answer", job, worlds, options, lines: engine.judge(values, worlds, options) });
  } catch (error) {
    failed(job, error);
  }
}

async function warm(job: Job, unit: Unit, all: number): Promise<void> {
  engine.choose(unit.draw, unit.replicate);
  const recorded = job.recorded.some((u) => same(u, unit));
  if (!standing.has(keyOf(unit))) {
    await inSlices(
      job,
      (count) => engine.warm(count),
      (left) => say({ said: "warming", job: job.id, unit, share: 1 - left / all }),
    );
    standing.set(keyOf(unit), { reference: "", choice: "", placebo: "" });
  }
  if (!recorded) return;
  const dwellings = engine.dwellings();
  say({ said: "town", job: job.id, unit, dwellings }, dwellings.buffer);
}

async function ofUnit(job: Job, unit: Unit): Promise<void> {
  const warmUp = Number(/^warmup_years *= *(\d+)/m.exec(job.draft)?.[1] ?? 0) * 12;
  await warm(job, unit, warmUp);
  await answerOf(job, unit, (kind) => !afterTheRuns.has(kind));
  const has = standing.get(keyOf(unit))!;
  const known = job.referenceKnown.some((u) => same(u, unit));
  if (has.reference !== reference || !known) {
    has.reference = "";
    await run(job, unit, 0);
    has.reference = reference;
  }
  has.choice = "";
  await run(job, unit, 1);
  has.choice = choice;
}

async function simulate(job: Job): Promise<void> {
  price(job);
  await breathe();
  for (const unit of job.units) {
    if (wanted !== job.id) throw new Cancelled();
    await ofUnit(job, unit);
    const ledger = engine.ledger(0, 1, kinds),
      happened = engine.happened(0, 1);
    const blocks: [Float32Array, Float32Array] = [engine.blocks(0, 0, null), engine.blocks(1, 0, null)];
    say({ said: "done", job: job.id, unit, ledger, happened, blocks, held: engine.held }, ledger.buffer, happened.buffer, ...blocks.map((b) => b.buffer));
    await answerOf(job, unit, () => true);
  }
}

/** The choice against itself, with other chance in whom professionals see. */
async function placeboOf(job: Job): Promise<void> {
  price(job);
  for (const unit of job.units) {
    engine.choose(unit.draw, unit.replicate);
    const has = standing.get(keyOf(unit));
    if (has?.choice !== choice || has.reference !== reference) await ofUnit({ ...job, recorded: [] }, unit);
    engine.choose(unit.draw, unit.replicate);
    engine.start(placebo, 1, true);
    await inSlices(
      job,
      (count) => engine.step(placebo, count),
      () => undefined,
    );
    const ledger = engine.ledger(1, placebo, kinds),
      happened = engine.happened(1, placebo);
    engine.drop(placebo);
    say({ said: "placebo", job: job.id, unit, ledger, happened }, ledger.buffer, happened.buffer);
  }
}

/** What a lesson asked and has not been answered yet. */
interface Asked {
  job: number;
  kind: ExperimentKind;
  who: number | null;
  units: Unit[];
}
let asked: Asked[] = [];
/** What is a question about the choice's own years; all others need the years before alone. */
const afterTheRuns = new Set<ExperimentKind>(["chance", "payers", "work"]);

/** What was asked of a world whose turn it is, beside its runs, which stay as they are. */
async function answerOf(job: Job, unit: Unit, now: (kind: ExperimentKind) => boolean): Promise<void> {
  const step = (world: number, count: number): Promise<void> => {
    let left = count;
    return inSlices(
      job,
      () => {
        engine.step(world, 1);
        return --left;
      },
      () => undefined,
    );
  };
  for (const one of asked.filter((a) => a.job === job.id && now(a.kind) && a.units.some((u) => same(u, unit)))) {
    engine.choose(unit.draw, unit.replicate);
    one.units = one.units.filter((u) => !same(u, unit));
    try {
      const outcome = await experiments[one.kind]({ engine, step, observables, who: one.who });
      say({ said: "experiment", job: job.id, unit, kind: one.kind, who: one.who, outcome });
    } catch (error) {
      // A question without an answer does not end the worlds.
      if (!(error instanceof Refused)) throw error;
      failed(job.id, error);
    }
  }
  asked = asked.filter((a) => a.units.length > 0);
}

/** What is left of the questions when all worlds have been simulated, or came from memory. */
async function answerTheRest(job: Job): Promise<void> {
  const mine = asked.filter((a) => a.job === job.id);
  if (mine.length === 0) return;
  price(job);
  for (const unit of job.units) {
    const open = mine.filter((a) => a.units.some((u) => same(u, unit)));
    if (open.length === 0) continue;
    engine.choose(unit.draw, unit.replicate);
    const has = standing.get(keyOf(unit));
    const runs = has?.choice === choice && has.reference === reference;
    if (!has || (!runs && open.some((a) => afterTheRuns.has(a.kind)))) await ofUnit({ ...job, recorded: [] }, unit);
    await answerOf(job, unit, () => true);
  }
}

async function begin(wasm: ArrayBuffer, posterior: string): Promise<void> {
  engine = new Engine(await weefselEngine({ wasmBinary: wasm }));
  engine.give("posterior.csv", posterior);
  const what = engine.observables(),
    events = engine.ledgerKinds();
  observables = what.length;
  kinds = events.length;
  say({ said: "ready", version: engine.version(), observables: what, kinds: events });
}

function failed(job: number | null, error: unknown): void {
  if (error instanceof Cancelled) return;
  if (error instanceof Refused) say({ said: "refused", job, problems: error.problems });
  else say({ said: "broken", reason: String(error) });
}

/** One at a time: what is asked while a run is under way waits until that was called off. */
let line: Promise<void> = Promise.resolve();
function inTurn(job: number | null, work: () => Promise<void> | void): void {
  line = line.then(async () => {
    if (job !== null && job !== wanted) return;
    try {
      await work();
    } catch (error) {
      failed(job, error);
    }
  });
}

worker.onmessage = ({ data }: { data: ToWorker }): void => {
  switch (data.do) {
    case "begin":
      return inTurn(null, () => begin(data.wasm, data.posterior));
    case "simulate":
      wanted = data.job.id;
      return inTurn(data.job.id, () => simulate(data.job));
    case "placebo":
      wanted = data.job.id;
      return inTurn(data.job.id, () => placeboOf(data.job));
    case "experiment":
      wanted = data.job.id;
      asked = asked.filter((a) => a.job === data.job.id && a.kind !== data.kind);
      asked.push({ job: data.job.id, kind: data.kind, who: data.who, units: data.job.units });
      return inTurn(data.job.id, () => answerTheRest(data.job));
    case "stop":
      wanted = -1;
      return;
    case "table":
      // Touches nothing that is simulated: between two slices it is done at once.
      try {
        return say({ said: "table", rows: engine.table(data.text) });
      } catch (error) {
        return failed(null, error);
      }
    case "judge":
      return judge(data);
    case "resolve":
      wanted = -1;
      return inTurn(null, () => {
        engine.read(data.toml);
        priced = -1;
        standing.clear();
        say({ said: "resolved", toml: engine.resolved() });
      });
  }
};
