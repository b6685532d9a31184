// Texts and numbers in the reader's language; each page brings its own texts.

export type Language = "nl" | "en";
export type Texts = Record<string, Record<Language, string>>;

function readable(euros: number | null): number | null {
  if (euros === null) return null;
  const step = Math.abs(euros) >= 100000 ? 1000 : Math.abs(euros) >= 10000 ? 100 : 1;
  return Math.round(euros / step) * step;
}

export class Wording<Key extends string> {
  constructor(
    readonly language: Language,
    private readonly texts: Texts,
  ) {}

  /** A text with its {places} filled in. */
  t(key: Key, places: Record<string, string | number> = {}): string {
    return this.fill(this.texts[key]?.[this.language] ?? key, places);
  }
  /** A text for a name that comes from the data; the name itself, made readable, when there is none. */
  named(group: string, name: string): string {
    return this.texts[`${group}.${name}`]?.[this.language] ?? name.replaceAll("_", " ");
  }
  has(key: string): boolean {
    return key in this.texts;
  }
  private fill(text: string, places: Record<string, string | number>): string {
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(places[name] ?? whole));
  }

  list(items: string[]): string {
    return new Intl.ListFormat(this.language, { type: "conjunction" }).format(items);
  }

  number(value: number | null, decimals = 0): string {
    if (value === null) return "–";
    return this.format(value, decimals, "auto");
  }
  signed(value: number | null, decimals = 0): string {
    if (value === null) return "–";
    return this.format(value, decimals, "exceptZero");
  }
  /** Euros rounded to what can be read: thousands when they are many. */
  euros(value: number | null): string {
    return this.signed(readable(value), 0);
  }
  plainEuros(value: number | null): string {
    return this.number(readable(value), 0);
  }
  protected locale(): string {
    return this.language === "nl" ? "nl-NL" : "en-GB";
  }
  private format(value: number, decimals: number, signDisplay: "auto" | "exceptZero"): string {
    const rounded = Number(value.toFixed(decimals)) + 0; // no minus before a zero
    return new Intl.NumberFormat(this.locale(), {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay,
      useGrouping: Math.abs(rounded) >= 10000,
    })
      .format(rounded)
      .replace("-", "−");
  }
}
