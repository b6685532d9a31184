// What lessons do to a world, in the worker: forks of it in which one thing is otherwise, beside the same world without it.
import { flow, drawnBytes, flag, nowhere, payers, Refused, type Engine } from "../engine";
import type { ExperimentKind, Outcome, Person } from "../messages";
import { points } from "./word";

export interface Bench {
  engine: Engine;
  /** So many months of a world, in slices; throws when nobody waits for it any more. */
  step(world: number, months: number): Promise<void>;
  observables: number;
  who: number | null;
}
// Worlds 0, 1 and 2 are those of the reference, the choice and the placebo.
const reference = 0,
  choice = 1,
  trunk = 4,
  branch = 5,
  second = 6;
/** Options; the last is added by the engine, and buys nothing. */
const [theReference, theChoice, nothing] = [0, 1, 2];
const year = 12,
  years = 20;
const peopleOffered = 5,
  fewestOffered = 3,
  hoursOfAVisit = 1,
  leaves = 30,
  monthsAPoint = 4;

const fewestThreads = 8,
  mostThreads = 14,
  aLittleLonely = 1,
  veryLonely = 5;

/** Adults in a dwelling for whom `fits` says so, a few of all over the neighbourhood. */
function somePeople(engine: Engine, world: number, fits: (loneliness: number, ties: number) => boolean): Person[] {
  const view = new DataView(engine.drawn(world));
  const found: Person[] = [];
  for (let row = 0; row * drawnBytes < view.byteLength; ++row) {
    const at = row * drawnBytes;
    if (view.getUint16(at + 4, true) === nowhere || !(view.getUint8(at + 7) & flag.adult)) continue;
    const ties = engine.threads(world, row).length;
    const { age, dwelling, loneliness } = engine.resident(world, row);
    if (fits(loneliness, ties)) found.push({ row, age, dwelling, ties });
  }
  const step = Math.max(1, Math.floor(found.length / peopleOffered));
  return found.filter((_, i) => i % step === 0).slice(0, peopleOffered);
}

/** Who is followed: of those offered, who was asked for, or else the first who is there to the end of `tried`. */
async function followed<T>(people: Person[], who: number | null, tried: (row: number) => Promise<T>): Promise<[Person, T]> {
  const order = [...people].sort((a, b) => Number(b.row === who) - Number(a.row === who));
  for (const person of order)
    try {
      return [person, await tried(person.row)];
    } catch (error) {
      if (!(error instanceof Refused)) throw error; // died or moved away in this time
    }
  throw new Refused([{ file: "", line: 0, column: 0, text: "nobody in this neighbourhood fits" }]);
}

async function threads({ engine, step, who }: Bench): Promise<Outcome> {
  engine.start(trunk, theReference);
  await step(trunk, year);
  const fits = (fewest: number): Person[] =>
    somePeople(engine, trunk, (loneliness, ties) => loneliness >= aLittleLonely && loneliness < veryLonely && ties >= fewest && ties <= mostThreads);
  // Where hardly anybody has so many, some with fewer will do; whoever has most comes first.
  let people: Person[] = [];
  for (let fewest = fewestThreads; people.length < fewestOffered && fewest > 0; --fewest) people = fits(fewest);
  people.sort((a, b) => b.ties - a.ties);
  const afterAYear = async (row: number): Promise<number[]> => {
    const scores: number[] = [];
    for (let cut = 0; cut < points; ++cut) {
      engine.fork(trunk, branch);
      engine.cut(branch, row, cut);
      await step(branch, year);
      scores.push(engine.resident(branch, row).loneliness);
    }
    return scores;
  };
  const [person, scores] = await followed(people, who, afterAYear);
  const hours = engine.threads(trunk, person.row);
  engine.drop(trunk);
  engine.drop(branch);
  const most = hours.reduce((a, b) => a + b, 0);
  return { series: [scores], facts: { row: person.row, ties: person.ties, strongest: hours[0] / most }, people };
}

async function visits({ engine, step, who }: Bench): Promise<Outcome> {
  engine.start(trunk, theChoice);
  await step(trunk, year);
  const people = somePeople(engine, trunk, (loneliness) => loneliness >= 6);
  const visited = async (row: number): Promise<number[][]> => {
    const series: number[][] = [];
    for (const always of [false, true]) {
      engine.fork(trunk, always ? second : branch);
      const world = always ? second : branch;
      const before = engine.resident(world, row).coping;
      const gained: number[] = [],
        efficacy: number[] = [];
      let sum = 0;
      for (let nth = 0; nth < points; ++nth) {
        const had = engine.resident(world, row).coping;
        const left = engine.visit(world, row, hoursOfAVisit, always || nth === 0);
        sum += left.coping - had;
        gained.push(sum);
        efficacy.push(left.efficacy);
        await step(world, 1);
      }
      series.push(gained, efficacy, [before]);
    }
    return series;
  };
  const [person, [known, knownEfficacy, , strange, strangeEfficacy]] = await followed(people, who, visited);
  [trunk, branch, second].forEach((world) => engine.drop(world));
  return { series: [known, strange, knownEfficacy, strangeEfficacy], facts: { row: person.row }, people };
}

async function leaver({ engine, step }: Bench): Promise<Outcome> {
  engine.start(trunk, theChoice);
  await step(trunk, leaves);
  const post = engine.bestKnown(trunk);
  engine.fork(trunk, branch);
  engine.stay(trunk, post);
  engine.resign(branch, post);
  const left: number[] = [];
  let vacant = 0,
    good = NaN;
  for (let month = 1; month <= points * monthsAPoint; ++month) {
    await step(trunk, 1);
    await step(branch, 1);
    const [stays, goes] = [engine.bonds(trunk, post), engine.bonds(branch, post)];
    const share = stays.sum > 0 ? goes.sum / stays.sum : NaN;
    if (!goes.filled) ++vacant;
    if (month > 1 && share < 0.95) good = NaN;
    else if (month > 1 && Number.isNaN(good)) good = month;
    if (month % monthsAPoint === 0) left.push(share);
  }
  engine.drop(trunk);
  engine.drop(branch);
  return { series: [left], facts: { vacant, good }, people: [] };
}

/** The choice once more, with other chance in whom professionals see: shares severely lonely are read by the page. */
async function chance({ engine, step, observables }: Bench): Promise<Outcome> {
  engine.start(trunk, theChoice, true);
  await step(trunk, years * year);
  const series = [engine.values(choice, 0, years * year, observables), engine.values(trunk, 0, years * year, observables)];
  engine.drop(trunk);
  return { series: series.map((values) => [...values]), facts: {}, people: [] };
}

/** The same years with nothing bought at all: what the work costs, and who has less to pay for care. */
async function paidBy({ engine, step }: Bench): Promise<Outcome> {
  engine.start(trunk, nothing);
  await step(trunk, years * year);
  const of = (world: number, which: number): number[] => engine.flow(world, which, years);
  const [granted, returned, care] = [of(choice, flow.granted), of(choice, flow.returned), of(choice, flow.care)];
  const without = of(trunk, flow.care),
    grantedWithout = of(trunk, flow.granted);
  const paid = Array.from({ length: payers }, (_, i) => granted[i] - returned[i] - grantedWithout[i]);
  const saved = Array.from({ length: payers }, (_, i) => without[i] - care[i]);
  engine.drop(trunk);
  return { series: [paid, saved], facts: {}, people: [] };
}

/** The same years with nothing bought, and whom the work of both options met beside that. */
async function work({ engine, step, observables }: Bench): Promise<Outcome> {
  engine.start(trunk, nothing);
  await step(trunk, years * year);
  const worked = {
    values: engine.values(trunk, 0, years * year, observables),
    blocks: [reference, choice, trunk].map((world) => engine.blocks(world, reference, trunk)),
  };
  engine.drop(trunk);
  return { series: [], facts: {}, people: [], worked };
}

export const experiments: Record<ExperimentKind, (bench: Bench) => Promise<Outcome>> = {
  threads,
  visits,
  leaver,
  chance,
  payers: paidBy,
  work,
};
