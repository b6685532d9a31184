// Words and numbers in the reader's language. All texts stand in texts.json.
import { Wording } from "../../ui/wording";
import type { Language, Texts } from "../../ui/wording";
import type { Data, Interval } from "./data";
import said from "./texts.json";

export type Key = keyof typeof said;
const texts: Texts = said;

/** How an indicator is shown: shares as percentages, their differences in points. */
export interface Shown {
  name: string;
  unit: string;
  differenceUnit: string;
  factor: number;
  decimals: number;
  noticeable: number;
}

export class Words extends Wording<Key> {
  constructor(
    language: Language,
    private readonly data: Data,
  ) {
    super(language, texts);
  }

  option(o: number): string {
    return this.data.options[o][this.language];
  }

  /** A share as a whole percentage; one decimal where it is small. */
  percent(share: number | null): string {
    if (share === null) return "–";
    const small = share !== 0 && Math.abs(share) < 0.1;
    return `${this.number(100 * share, small ? 1 : 0)}\u00a0%`;
  }

  shown(name: string): Shown {
    const how = this.plain(name);
    const indicator = this.data.indicators.find((i) => i.name === name);
    return { ...how, noticeable: (indicator?.noticeable ?? indicator?.usual_noticeable ?? 0) * how.factor };
  }
  /** Without a threshold. */
  private plain(name: string): Shown {
    const indicator = this.data.indicators.find((i) => i.name === name);
    const unit = indicator?.unit ?? "1";
    const label = this.has(`indicator.${name}`)
      ? this.named("indicator", name)
      : indicator?.[this.language] || name.replaceAll("_", " ");
    if (indicator?.scale === "share")
      return {
        name: label,
        unit: "%",
        differenceUnit: this.t("unit.points"),
        factor: 100,
        decimals: 1,
        noticeable: 0,
      };
    if (indicator?.scale === "score")
      return {
        name: label,
        unit: this.t("unit.of_ten"),
        differenceUnit: this.t("unit.point"),
        factor: 1,
        decimals: 2,
        noticeable: 0,
      };
    const words = unit === "1" ? "" : this.named("unit", unit);
    return { name: label, unit: words, differenceUnit: words, factor: 1, decimals: 2, noticeable: 0 };
  }
  /** From where a difference is worth noticing, with its unit. */
  noticeable(how: Shown): string {
    const most = 6;
    const format = new Intl.NumberFormat(this.locale(), { maximumSignificantDigits: most });
    return `${format.format(how.noticeable)} ${how.differenceUnit}`.trim();
  }
  value(value: number | null, how: Shown): string {
    return this.number(value === null ? null : value * how.factor, how.decimals);
  }
  difference(value: number | null, how: Shown, decimals = 2): string {
    return this.signed(value === null ? null : value * how.factor, decimals);
  }
  /** Two decimals, or as many as a margin that leaves out zero needs in order not to be shown as holding it. */
  decimalsOf(difference: Interval, how: Shown): number {
    const [, lower, upper] = difference;
    if (lower === null || upper === null || lower * upper <= 0) return 2;
    const least = Math.min(...difference.map((d) => Math.abs((d ?? 0) * how.factor)));
    for (const decimals of [2, 3, 4]) if (least >= 0.5 * 10 ** -decimals) return decimals;
    return 5;
  }
  /** `+0.12 points (margin +0.05 to +0.19)` */
  withMargin(difference: Interval, how: Shown): string {
    const [mean, lower, upper] = difference;
    const decimals = this.decimalsOf(difference, how);
    const head = `${this.difference(mean, how, decimals)} ${how.differenceUnit}`.trim();
    if (lower === null) return head;
    return this.t("margin.of", {
      head,
      lower: this.difference(lower, how, decimals),
      upper: this.difference(upper, how, decimals),
    });
  }
  eurosWithMargin(gain: Interval): string {
    if (gain[1] === null) return this.euros(gain[0]);
    return this.t("margin.of", {
      head: this.euros(gain[0]),
      lower: this.euros(gain[1]),
      upper: this.euros(gain[2]),
    });
  }
}
