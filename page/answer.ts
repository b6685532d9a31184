// What the worlds say of the headline questions, in the words of `weefsel compare` (analysis/decision/answer.cpp).
import type { Observable } from "./engine";
import { differenceWithin, levelWithin, overDraws, rangeOf, shareBetter, verdictOf, yearValue } from "./estimates";
import type { Interval, Verdict } from "./estimates";
import type { Live, Values } from "./live";
import type { Language } from "../ui/wording";

export interface Part {
  observable: Observable;
  reference: Interval;
  level: Interval;
  difference: Interval;
  better: number;
  verdict: Verdict;
  said: string;
  margin: string;
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

function decimalsOf(d: Interval, o: Observable, verdict: Verdict): number {
  if (verdict !== "too_small" && verdict !== "higher" && verdict !== "lower") return 2;
  const least = factorOf(o) * Math.min(Math.abs(d.mean), Math.abs(d.lower), Math.abs(d.upper));
  let decimals = 2;
  while (decimals < 5 && least < 0.5 * 10 ** -decimals) ++decimals;
  return decimals;
}
/** A number as people read it, with its sign. */
export function signed(value: number, decimals: number, language: Language): string {
  if (Number.isNaN(value)) return "–";
  let text = value.toFixed(decimals);
  if (!/[1-9]/.test(text)) text = text.replace("-", "");
  else if (!text.startsWith("-")) text = `+${text}`;
  return language === "nl" ? text.replace(".", ",") : text;
}
function marginText(d: Interval, o: Observable, verdict: Verdict, language: Language): string {
  const decimals = decimalsOf(d, o, verdict);
  const text = (value: number): string => signed(factorOf(o) * value, decimals, language);
  const unit = unitOf(o, language);
  const [margin, to] = language === "nl" ? ["marge", "tot"] : ["margin", "to"];
  return `${text(d.mean)}${unit ? ` ${unit}` : ""}; ${margin} ${text(d.lower)} ${to} ${text(d.upper)}`;
}

const wordings: Record<Verdict | "slightly_less", Record<Language, string>> = {
  unknown: { nl: "een verschil zonder marge in {}", en: "a difference without a margin in {}" },
  same: { nl: "precies evenveel {}", en: "exactly as much {}" },
  unclear: { nl: "geen duidelijk verschil in {}", en: "no clear difference in {}" },
  too_small: { nl: "iets meer {}, te weinig om te merken", en: "slightly more {}, too little to notice" },
  higher: { nl: "meer {}", en: "more {}" },
  lower: { nl: "minder {}", en: "less {}" },
  slightly_less: { nl: "iets minder {}, te weinig om te merken", en: "slightly less {}, too little to notice" },
};
const clearness: Record<Verdict, number> = { unknown: 4, same: 3, unclear: 2, too_small: 1, higher: 0, lower: 0 };
const saidOnce = (verdict: Verdict): boolean => ["unclear", "same", "unknown"].includes(verdict);

/** The headline questions, the clearest first. */
export function partsOf(live: Live, language: Language, year: number): Part[] {
  const parts = live.observables
    .map((observable, index) => ({ observable, index }))
    .filter(({ observable }) => observable.headline > 0)
    .sort((a, b) => a.observable.headline - b.observable.headline)
    .map(({ observable, index }): Part => {
      const range = rangeOf(observable.scale);
      const [before, after] = yearsOf(live, index, year);
      const difference = differenceIn(live, index, year);
      const verdict = verdictOf(difference, observable.noticeable);
      const wording = wordings[verdict === "too_small" && difference.mean < 0 ? "slightly_less" : verdict];
      return {
        observable,
        reference: levelWithin(overDraws(before), range),
        level: levelWithin(overDraws(after), range),
        difference,
        better: shareBetter(
          differencesIn(live, index, year).map((d) => d.value),
          observable.better,
        ),
        verdict,
        said: wording[language].replace("{}", observable.plain[language]),
        margin: verdict === "unknown" || verdict === "same" ? "" : marginText(difference, observable, verdict, language),
      };
    });
  parts.sort((a, b) => clearness[a.verdict] - clearness[b.verdict]);
  for (let i = parts.length - 1; i > 0; --i)
    if (parts[i].verdict === parts[i - 1].verdict && saidOnce(parts[i].verdict))
      parts[i].said = parts[i].observable.plain[language];
  return parts;
}

function listed(items: string[], last: string): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)!}`;
}
/** The answer in one sentence, to the letter as the command line says it. */
export function sentenceOf(parts: Part[], language: Language, years: number, labels: Record<"mine" | "reference", string>, sameMoney: boolean): string {
  const last = language === "nl" ? "en" : "and";
  const groups: string[][] = [];
  parts.forEach((part, i) => {
    if (i === 0 || part.verdict !== parts[i - 1].verdict || !saidOnce(part.verdict)) groups.push([]);
    groups.at(-1)!.push(part.said + (part.margin ? ` (${part.margin})` : ""));
  });
  const texts = groups.map((group) => listed(group, last));
  const said = groups.some((group) => group.length > 1) ? texts.join("; ") : listed(texts, last);
  const { mine, reference } = labels;
  const year = years === 1 ? "year" : "years";
  if (language === "nl")
    return sameMoney
      ? `Met evenveel geld geeft ‘${mine}’ na ${years} jaar, vergeleken met ‘${reference}’, ${said}.`
      : `Na ${years} jaar geeft ‘${mine}’, vergeleken met ‘${reference}’, ${said}.`;
  return sameMoney
    ? `With equal money ‘${mine}’, compared with ‘${reference}’, gives after ${years} ${year} ${said}.`
    : `After ${years} ${year} ‘${mine}’, compared with ‘${reference}’, gives ${said}.`;
}
