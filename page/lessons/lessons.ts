// The six lessons: where each begins, what is drawn in it, and how the engine's answer becomes the same ten points.
import { differencesIn } from "../answer";
import { payers } from "../engine";
import { overDraws, tInterval, yearValue } from "../estimates";
import { fewestWorlds, type Live } from "../live";
import type { ExperimentKind, Outcome } from "../messages";
import { years } from "../scenario";
import { usualStops, type SliderName, type Stops } from "../settings";
import { heights, points, type Levels } from "./word";
import { worlds } from "../worlds";

export interface Lesson {
  number: number;
  /** Neighbourhood that it begins with, and what differs from the usual stops. */
  place: string;
  stops: Partial<Record<SliderName, number>>;
  /** What is asked of the engine beside its runs; in all worlds or in the first. */
  asks: { kind: ExperimentKind; all: boolean }[];
  /** Of the ten points, how many are used. */
  used: number;
  /** What the lowest and the highest of the five heights stand for. */
  low: number;
  high: number;
  decimals: number;
  /** Numbers along the foot; none: names (lesson.N.at.K). */
  foot: ((point: number) => number) | null;
  /** Whether the points are bars, side by side, and no line. */
  bars: boolean;
}
export interface Result {
  /** The engine's value of each point, and the margin where there are worlds enough. */
  points: { value: number; lower: number; upper: number }[];
  /** A second line to compare with; empty: none. */
  beside: number[];
  worlds: number;
  /** What the sentences of the reveal need. */
  said: Record<string, number>;
}

const smallest = "prevention-carers";
export const lessons: Lesson[] = [
  { number: 1, place: smallest, stops: {}, asks: [{ kind: "threads", all: false }], used: 10, low: 0, high: 8, decimals: 0, foot: (k) => k, bars: false },
  { number: 2, place: smallest, stops: {}, asks: [{ kind: "visits", all: false }], used: 10, low: 0, high: 1, decimals: 2, foot: (k) => k + 1, bars: false },
  { number: 3, place: smallest, stops: { mix: 3 }, asks: [{ kind: "leaver", all: true }], used: 10, low: 0, high: 1, decimals: 2, foot: (k) => 4 * (k + 1), bars: false },
  { number: 4, place: smallest, stops: {}, asks: [], used: 10, low: -2, high: 2, decimals: 0, foot: (k) => 2 * (k + 1), bars: false },
  { number: 5, place: smallest, stops: { money: 4 }, asks: [{ kind: "chance", all: true }], used: 10, low: -6, high: 6, decimals: 0, foot: (k) => 2 * (k + 1), bars: false },
  { number: 6, place: smallest, stops: { money: 4 }, asks: [{ kind: "payers", all: true }], used: 2 * payers, low: -80, high: 80, decimals: 0, foot: null, bars: true },
];
export const stopsOfLesson = (lesson: Lesson): Stops => ({ ...usualStops(), ...lesson.stops });
export const valueOf = (lesson: Lesson, level: number): number => lesson.low + (level / (heights - 1)) * (lesson.high - lesson.low);

const outcomes = (live: Live, kind: ExperimentKind): Outcome[] => [...(live.experiments.get(kind)?.values() ?? [])];
const bare = (value: number): Result["points"][number] => ({ value, lower: value, upper: value });
function margin(values: number[]): Result["points"][number] {
  const { mean, lower, upper } = tInterval(values.filter((v) => !Number.isNaN(v)));
  return { value: mean, lower: Number.isNaN(lower) ? mean : lower, upper: Number.isNaN(upper) ? mean : upper };
}
const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/** Worlds that answer a lesson so far. */
export function worldsOf(lesson: Lesson, live: Live): number {
  const asked = lesson.asks.map(({ kind }) => live.experiments.get(kind)?.size ?? 0);
  const needsRuns = lesson.asks.every(({ kind }) => kind === "chance" || kind === "payers");
  return Math.min(...asked, needsRuns ? live.finished.size : Infinity);
}
const single = (lesson: Lesson): boolean => lesson.asks.length > 0 && lesson.asks.every(({ all }) => !all);
/** Whether there is something to show: one world where one is asked; as everywhere no number before three otherwise. */
export const enough = (lesson: Lesson, live: Live): boolean => worldsOf(lesson, live) >= (single(lesson) ? 1 : fewestWorlds);
/** Whether no more is to come. */
export const complete = (lesson: Lesson, live: Live): boolean => worldsOf(lesson, live) >= (single(lesson) ? 1 : worlds);

function network(live: Live): Result {
  const [{ series, facts, people }] = outcomes(live, "threads");
  const scores = series[0];
  const severe = scores.findIndex((score) => score >= 9);
  const who = people.find((x) => x.row === facts.row)!;
  return {
    points: scores.map(bare),
    beside: [],
    worlds: 1,
    said: { age: who.age, house: who.dwelling + 1, ties: facts.ties, begin: scores[0], end: scores[points - 1], strongest: Math.round(100 * facts.strongest), severe },
  };
}
function thirdVisit(live: Live): Result {
  const [{ series, facts, people }] = outcomes(live, "visits");
  const [known, strange, knownEfficacy, strangeEfficacy] = series;
  const who = people.find((x) => x.row === facts.row)!;
  const begins = known.findIndex((v, i) => v > (known[i - 1] ?? 0)) + 1;
  return {
    points: known.map(bare),
    beside: strange,
    worlds: 1,
    said: { age: who.age, house: who.dwelling + 1, begins, first: Math.round(100 * knownEfficacy[0]), tenth: Math.round(100 * knownEfficacy[points - 1]), stranger: Math.round(100 * strangeEfficacy[points - 1]) },
  };
}
function leaver(live: Live): Result {
  const all = outcomes(live, "leaver");
  const at = (k: number): number[] => all.map((o) => o.series[0][k]);
  const made = all.filter((o) => !Number.isNaN(o.facts.good)).map((o) => o.facts.good);
  return {
    points: Array.from({ length: points }, (_, k) => margin(at(k))),
    beside: [],
    worlds: all.length,
    said: { vacant: median(all.map((o) => o.facts.vacant)), made: made.length, months: made.length > 0 ? median(made) : 0, first: Math.round(100 * margin(at(0)).value) },
  };
}
function twoOrNine(live: Live): Result {
  const at = live.index("severely_lonely");
  const of = (year: number): Result["points"][number] => {
    const { mean, lower, upper } = overDraws(differencesIn(live, at, year));
    return { value: 1000 * mean, lower: 1000 * lower, upper: 1000 * upper };
  };
  const course = Array.from({ length: points }, (_, k) => of(2 * (k + 1)));
  const last = differencesIn(live, at, years);
  const fewer = last.filter((d) => d.value < 0).length;
  return { points: course, beside: [], worlds: last.length, said: { fewer, end: course[points - 1].value } };
}
/** Years of severe loneliness for 1,000 adults that are not lived, up to each second year, in every world. */
function notLived(pairs: { before: ArrayLike<number>; after: ArrayLike<number> }[], at: number, n: number): number[][] {
  const of = (values: ArrayLike<number>, year: number): number => yearValue(values as Float32Array, n, at, year);
  return Array.from({ length: points }, (_, k) =>
    pairs.map(({ before, after }) => {
      let sum = 0;
      for (let year = 1; year <= 2 * (k + 1); ++year) sum += 1000 * (of(before, year) - of(after, year));
      return sum;
    }),
  );
}
function didNotHappen(live: Live): Result {
  const at = live.index("severely_lonely"),
    n = live.observables.length;
  const chance = [...(live.experiments.get("chance") ?? [])].filter(([draw]) => live.finished.has(draw));
  const real = notLived(chance.map(([draw]) => ({ before: live.values[0][draw]!, after: live.values[1][draw]! })), at, n);
  const sham = notLived(chance.map(([, { series }]) => ({ before: series[0], after: series[1] })), at, n);
  const size = (values: number[]): number => values.reduce((sum, v) => sum + Math.abs(v), 0) / values.length;
  const end = margin(real[points - 1]);
  return {
    points: real.map(margin),
    beside: sham.map((values) => margin(values).value),
    worlds: chance.length,
    said: { years: end.value, lower: end.lower, upper: end.upper, real: size(real[points - 1]), chance: size(sham[points - 1]) },
  };
}
function whoPays(live: Live): Result {
  const all = outcomes(live, "payers");
  const n = live.observables.length,
    population = live.index("population");
  // The first month is the same in every world.
  const residents = live.values[1].find((values) => values !== undefined)?.[population] ?? NaN;
  const a_year = (euros: number): number => euros / years / residents;
  const of = (series: 0 | 1, payer: number): Result["points"][number] => margin(all.map((o) => a_year(o.series[series][payer])));
  const list = [0, 1].flatMap((series) => Array.from({ length: payers }, (_, payer) => of(series as 0 | 1, payer)));
  const sum = (from: number): number => list.slice(from, from + payers).reduce((total, x) => total + x.value, 0);
  return { points: list, beside: [], worlds: all.length, said: { paid: sum(0), saved: sum(payers), n } };
}
const results: ((live: Live) => Result)[] = [network, thirdVisit, leaver, twoOrNine, didNotHappen, whoPays];
export const resultOf = (lesson: Lesson, live: Live): Result => results[lesson.number - 1](live);

/** Points of a prediction within the margin, half a height wider at both sides; of how many. */
export function scoreOf(lesson: Lesson, levels: Levels, result: Result): { inside: number; of: number } {
  const half = (valueOf(lesson, 1) - valueOf(lesson, 0)) / 2;
  const clamp = (value: number): number => Math.min(lesson.high, Math.max(lesson.low, value));
  const known = result.points.slice(0, lesson.used).map((point, i) => ({ ...point, guess: valueOf(lesson, levels[i]) }));
  const judged = known.filter((x) => !Number.isNaN(x.value));
  return { inside: judged.filter((x) => x.guess >= clamp(x.lower) - half && x.guess <= clamp(x.upper) + half).length, of: judged.length };
}
