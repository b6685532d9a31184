// What the answer is about, in the order in which it is said: what is clear comes first. The list itself comes
// with the data, so that the terminal and this page are about the same.
import { others, rowOf, type Data, type Verdict } from "./data";

const clearness: Record<Verdict, number> = { lower: 0, higher: 0, too_small: 1, unclear: 2, same: 3, unknown: 4 };

/** How clear, 0 the clearest; of several options that of the clearest. */
function place(data: Data, options: number[], name: string): number {
  const said = options.map((o) => rowOf(data, o, name, data.years)).filter((row) => row !== undefined);
  return Math.min(clearness.unknown, ...said.map((row) => clearness[row.verdict]));
}

/** The headline indicators that the results have, the clearest first. */
export function headlines(data: Data, options: number[] = others(data)): string[] {
  return data.headlines
    .filter((name) => rowOf(data, data.reference, name, data.years) !== undefined)
    .sort((a, b) => place(data, options, a) - place(data, options, b));
}
