// What the answer is about, in the order in which it is said: what is clear comes first. The list itself comes
// with the data (analysis/results/headlines.hpp), so that the terminal and this page are about the same.
import { others, rowOf, type Data } from "./data";
import { verdict, type Verdict, type Words } from "./words";

const order: Verdict[] = ["lower", "higher", "small", "unclear", "same", "unknown"];

/** How clear, 0 the clearest; of several options that of the clearest. */
function place(w: Words, data: Data, options: number[], name: string): number {
  const said = options.map((o) => rowOf(data, o, name, data.years)).filter((row) => row !== undefined);
  return Math.min(order.length, ...said.map((row) => order.indexOf(verdict(row.difference, w.shown(name)))));
}

/** The headline indicators that the results have, the clearest first. */
export function headlines(w: Words, data: Data, options: number[] = others(data)): string[] {
  return data.headlines
    .filter((name) => rowOf(data, data.reference, name, data.years) !== undefined)
    .sort((a, b) => place(w, data, options, a) - place(w, data, options, b));
}
