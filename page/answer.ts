// What the engine answers, in the very words of `weefsel compare`, and differences between worlds year by year.
import type { Observable } from "./engine";
import { differenceWithin, overDraws, rangeOf, yearValue } from "./estimates";
import type { Interval } from "./estimates";
import type { Live, Values } from "./live";
import type { Language } from "../ui/wording";

export type Verdict = "unknown" | "same" | "unclear" | "too_small" | "higher" | "lower";
export type Both = Record<Language, string>;
export interface Part {
  observable: Observable;
  verdict: Verdict;
  said: Both;
  /** Levels of the reference and of the choice. */
  reference: number;
  level: number;
  difference: { mean: number; lower: number; upper: number };
  /** Share of worlds in which the choice is better. */
  better: number;
}
/** Lines of page/judge.hpp. */
export interface Answer {
  worlds: number;
  /** 3: beside a world in which nothing is bought. */
  options: number;
  sentence: Both;
  /** The clearest first. */
  parts: Part[];
  /** By option. */
  finding: Map<string, Both[]>;
  met: Map<string, Both[]>;
  missed: Map<string, Both[]>;
  risk: Map<string, Both[]>;
  enough: Both | null;
}

export function answerOf(lines: string[][], worlds: number, options: number, observables: Observable[]): Answer {
  const out: Answer = { worlds, options, sentence: { nl: "", en: "" }, parts: [], finding: new Map(), met: new Map(), missed: new Map(), risk: new Map(), enough: null };
  for (const [kind, ...cells] of lines)
    switch (kind) {
      case "answer":
        out.sentence = { nl: cells[0], en: cells[1] };
        break;
      case "part": {
        const observable = observables.find((o) => o.name === cells[0])!;
        const [reference, level, mean, lower, upper, better] = cells.slice(7).map(Number);
        out.parts.push({ observable, verdict: cells[1] as Verdict, said: { nl: cells[3], en: cells[4] }, reference, level, difference: { mean, lower, upper }, better });
        break;
      }
      case "finding":
      case "met":
      case "missed":
      case "risk":
        out[kind].set(cells[0], [...(out[kind].get(cells[0]) ?? []), { nl: cells[1], en: cells[2] }]);
        break;
      case "enough":
        out.enough = { nl: cells[0], en: cells[1] };
    }
  return out;
}

/** Differences by world in one year; NaN where either is not known yet. */
export function differencesIn(live: Live, observable: number, year: number): { draw: number; value: number }[] {
  const [reference, choice] = yearsOf(live, observable, year);
  return choice.map(({ draw, value }, i) => ({ draw, value: value - reference[i].value }));
}
function yearsOf(live: Live, observable: number, year: number): [{ draw: number; value: number }[], { draw: number; value: number }[]] {
  const n = live.observables.length;
  const draws = [...live.values[1].keys()].filter(
    (draw) => live.known[0][draw] >= 12 * year && live.known[1][draw] >= 12 * year,
  );
  const of = (values: Values): { draw: number; value: number }[] =>
    draws.map((draw) => ({ draw, value: yearValue(values[draw]!, n, observable, year) }));
  return [of(live.values[0]), of(live.values[1])];
}
export function differenceIn(live: Live, observable: number, year: number): Interval {
  const range = rangeOf(live.observables[observable].scale);
  return differenceWithin(overDraws(differencesIn(live, observable, year)), range);
}

export const factorOf = (o: Observable): number => (o.scale === "share" ? 100 : 1);
export function unitOf(o: Observable, language: Language): string {
  const dutch = language === "nl";
  if (o.scale === "share") return dutch ? "procentpunt" : "percentage points";
  if (o.scale === "score") return dutch ? "punt" : "points of 10";
  return o.unit === "1" ? "" : o.unit;
}

/** A number as people read it, with its sign. */
export function signed(value: number, decimals: number, language: Language): string {
  if (Number.isNaN(value)) return "–";
  let text = value.toFixed(decimals);
  if (!/[1-9]/.test(text)) text = text.replace("-", "");
  else if (!text.startsWith("-")) text = `+${text}`;
  return language === "nl" ? text.replace(".", ",") : text;
}
