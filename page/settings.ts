// What a visitor chooses: a neighbourhood, and a stop of every slider. The address of the page says it all.
import { worldsInAddress } from "./worlds";

export const sliderNames = ["rules", "term", "renewal", "notice", "start", "mix", "follow", "money"] as const;
export type SliderName = (typeof sliderNames)[number];

/** What the stops of a slider stand for, and the stop at the beginning. */
export interface Slider {
  stops: number[];
  usual: number;
}
export const sliders: Record<SliderName, Slider> = {
  /** 0: the other rules of a project, 1: those of structural money. */
  rules: { stops: [0, 1], usual: 1 },
  /** Months. */
  term: { stops: [12, 24, 48, 108, 240], usual: 3 },
  /** Chance that a grant is followed by the next without a gap. */
  renewal: { stops: [0.3, 0.6, 0.8, 1], usual: 3 },
  /** Months. */
  notice: { stops: [0, 3, 6, 12, 24], usual: 3 },
  /** Months. */
  start: { stops: [0, 1, 3, 6, 9], usual: 2 },
  /** From places only to people only. */
  mix: { stops: [0, 1, 2, 3, 4], usual: 2 },
  /** From taking over what residents begin to following it. */
  follow: { stops: [0, 0.5, 1], usual: 2 },
  /** Euros a resident a year. */
  money: { stops: [15, 25, 40, 60, 90], usual: 2 },
};
/** What the reference is: a project as most of them are. */
export const asNow: Record<"term" | "renewal" | "notice" | "start" | "mix", number> = {
  term: 1,
  renewal: 1,
  notice: 0,
  start: 2,
  mix: 2,
};

export type Stops = Record<SliderName, number>;
export const usualStops = (): Stops =>
  Object.fromEntries(sliderNames.map((name) => [name, sliders[name].usual])) as Stops;
export const valueAt = (stops: Stops, name: SliderName): number => sliders[name].stops[stops[name]];

export interface Setting {
  /** Name of a neighbourhood that comes with the page, or "own". */
  place: string;
  /** Table [neighbourhood] of an own one. */
  own: string;
  stops: Stops;
}

function packed(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
function unpacked(text: string): string {
  const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return new TextDecoder().decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0)));
}

/** The part of an address behind its #. */
export function addressOf(setting: Setting, language: string): string {
  const stops = sliderNames.map((name) => setting.stops[name]).join("");
  const own = setting.place === "own" ? `&own=${packed(setting.own)}` : "";
  return `#in=${setting.place}&at=${stops}&lang=${language}${worldsInAddress}${own}`;
}

/** What an address says; what it does not say, or says wrongly, is as usual. */
export function readAddress(hash: string, places: string[]): { setting: Setting; language: "nl" | "en" | null } {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const stops = usualStops();
  const at = said.get("at") ?? "";
  sliderNames.forEach((name, i) => {
    const stop = Number(at[i]);
    if (at[i] !== undefined && stop < sliders[name].stops.length) stops[name] = stop;
  });
  let place = said.get("in") ?? places[0],
    own = "";
  if (place === "own") {
    try {
      own = unpacked(said.get("own") ?? "");
    } catch {
      own = "";
    }
  }
  if (!places.includes(place) && own === "") place = places[0];
  const language = said.get("lang");
  return { setting: { place, own, stops }, language: language === "nl" || language === "en" ? language : null };
}
