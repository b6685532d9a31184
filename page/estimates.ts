// What worlds say together, by the arithmetic of `weefsel compare` (analysis/statistics): the mean of paired differences
// with Student's t interval over sets of assumptions, or over worlds where there is one set.

export interface Interval {
  mean: number;
  lower: number;
  upper: number;
  n: number;
}

/** 97.5th percentile of Student's t, by degrees of freedom from 1. Source: any table; checked in the tests. */
const t975 = [
  12.706204736432095, 4.302652729911275, 3.182446305284263, 2.7764451051977987, 2.5705818366147395,
  2.4469118487916806, 2.3646242510102993, 2.306004135033371, 2.2621571627409915, 2.2281388519649385,
  2.2009851600829497, 2.1788128296634177, 2.160368656461013, 2.1447866879169273, 2.131449545559323,
  2.1199052992210112, 2.1098155778331806, 2.10092204024096, 2.093024054408263,
];

export function tInterval(values: number[]): Interval {
  const n = values.length;
  if (n === 0) return { mean: NaN, lower: NaN, upper: NaN, n };
  const first = values[0];
  const shift = values.reduce((sum, v) => sum + (v - first), 0) / n;
  const mean = first + shift;
  const t = t975[n - 2];
  if (n === 1 || t === undefined) return { mean, lower: NaN, upper: NaN, n };
  const squares = values.reduce((sum, v) => sum + (v - first - shift) ** 2, 0);
  const half = Math.sqrt(squares / (n - 1) / n) * t;
  return { mean, lower: mean - half, upper: mean + half, n };
}

/** Values of worlds with the set of assumptions that each has; NaN are left out. */
export function overDraws(values: { draw: number; value: number }[]): Interval {
  const known = values.filter((v) => !Number.isNaN(v.value));
  const byDraw = new Map<number, number[]>();
  for (const { draw, value } of known) byDraw.set(draw, [...(byDraw.get(draw) ?? []), value]);
  if (byDraw.size < 2) return tInterval(known.map((v) => v.value));
  const draws = [...byDraw].sort((a, b) => a[0] - b[0]).map(([, mine]) => tInterval(mine).mean);
  return { ...tInterval(draws), n: known.length };
}

/** Mean of what was measured in the twelve months of a year (from 1); `values`: [month][observable]. */
export function yearValue(values: Float32Array, observables: number, observable: number, year: number): number {
  let sum = 0,
    measured = 0;
  for (let month = (year - 1) * 12; month < year * 12; ++month) {
    const value = values[month * observables + observable];
    if (value === undefined || Number.isNaN(value)) continue;
    sum += value;
    ++measured;
  }
  return measured > 0 ? sum / measured : NaN;
}

/** A margin within what the difference can be at all, as in `compare`. */
export function differenceWithin(difference: Interval, [low, high]: [number, number]): Interval {
  const reach = high - low;
  return { ...difference, lower: Math.max(difference.lower, -reach), upper: Math.min(difference.upper, reach) };
}
/** What a number of a scale can be. */
export function rangeOf(scale: string): [number, number] {
  const ranges: Record<string, [number, number]> = {
    share: [0, 1],
    unit_score: [0, 1],
    score: [0, 10],
    correlation: [-1, 1],
    per_thousand: [0, 1000],
    positive: [0, Infinity],
  };
  return ranges[scale] ?? [-Infinity, Infinity];
}
