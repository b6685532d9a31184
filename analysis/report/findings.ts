// The three questions: what the program found, and which of it stands first.
import { linesOf, optionOf, type Data, type Interval, type Line } from "./data";
import type { Words } from "./words";

export type Question = "work" | "form" | "stop";
export const questions: Question[] = ["work", "form", "stop"];

/** A minus before a number, as printers set it. */
export function typeset(text: string): string {
  return text.replace(/-(?=\d)/g, "−");
}

/** What was found of one option in answer to one question. */
export class Finding {
  constructor(private readonly line: Line) {}

  get question(): Question {
    return this.line.text("question") as Question;
  }
  option(data: Data): number {
    return optionOf(data, this.line);
  }
  against(data: Data): number {
    return data.options.findIndex((o) => o.name === this.line.text("against"));
  }
  /** Empty where nothing is clear and large enough to matter. */
  get indicator(): string {
    return this.line.text("indicator");
  }
  get clear(): boolean {
    return this.indicator !== "";
  }
  /** Why not: equal, undecided, too_small; invisible and none where it is clear. */
  get reserve(): string {
    return this.line.text("reserve");
  }
  get difference(): Interval {
    return this.line.interval("difference");
  }
  /** Of the options, counted from month 0. */
  get year(): number {
    return this.line.number("year") ?? 0;
  }
  /** How many adults live there, to the nearest ten, where the difference is one of people. */
  get adults(): number | null {
    const people = this.line.number("residents"),
      share = this.difference[0];
    return people === null || share === null || share === 0 ? null : 10 * Math.round(people / share / 10);
  }
  get worlds(): number {
    return this.line.number("worlds") ?? 0;
  }
  /** Share of the worlds that say the same; null where that is not known. */
  get oneWay(): number | null {
    return this.line.number("one_way");
  }
  get monthsAfter(): number {
    return this.line.number("months_after") ?? 0;
  }
  certainty(w: Words): string {
    return typeset(this.line.text(`certainty_${w.language}`));
  }
  /** The whole sentence, with its margin. */
  sentence(w: Words): string {
    return typeset(this.line.text(`sentence_${w.language}`));
  }
  /** `less severe loneliness: about 12 fewer adults who are severely lonely` */
  said(w: Words): string {
    return typeset(this.line.text(`said_${w.language}`));
  }
  /** What it comes to in people where the indicator counts people, else all that is said. */
  inPeople(w: Words): string {
    const said = this.said(w);
    return said.includes(": ") ? said.slice(said.indexOf(": ") + 2) : said;
  }
  /** The sentence without its margin, or without the list of what is not shown. */
  short(w: Words, data: Data): string {
    const whole = this.sentence(w),
      said = this.said(w);
    if (this.clear) {
      const end = whole.indexOf(said) + said.length;
      return whole.slice(0, end) + whole.slice(end).replace(/ \([^()]*\)/, "");
    }
    const end = this.endOfNo(w, data, whole);
    return end < 0 ? whole : `${whole.slice(0, end)}.`;
  }
  /** Whether what is not shown is undecided of some headline, rather than the same or too small of all. */
  undecided(w: Words, data: Data): boolean {
    const whole = this.sentence(w),
      end = this.endOfNo(w, data, whole);
    return end < 0 || whole.slice(end).includes(w.t("undecided"));
  }
  /** Where a sentence without a difference goes on with what is not shown; labels may hold anything. */
  private endOfNo(w: Words, data: Data, whole: string): number {
    const named = [this.option(data), this.against(data)].map((o) => {
      const label = `‘${w.option(o)}’`,
        at = whole.indexOf(label);
      return at < 0 ? 0 : at + label.length;
    });
    return whole.indexOf("; ", Math.max(...named));
  }
}

export function findingsOf(data: Data, question?: Question): Finding[] {
  return linesOf(data, "findings")
    .map((line) => new Finding(line))
    .filter((f) => f.option(data) >= 0 && (question === undefined || f.question === question));
}

/** What stands first: what was asked, so what the form adds, if there is a clear difference; else the work, else
    the end; the first option in the order of the scenario. Nothing here looks at how large it is. */
export function firstFinding(data: Data): Finding | undefined {
  const all = findingsOf(data);
  const ordered = (["form", "work", "stop"] as const).flatMap((q) => all.filter((f) => f.question === q));
  return ordered.find((f) => f.clear) ?? ordered[0];
}
