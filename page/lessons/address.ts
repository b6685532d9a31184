// Addresses of lessons, of the teacher's view and of the cards: #les=3&stap=2, #lesson=3&step=2, #teacher, #kaarten, #cards.
import type { Language } from "../../ui/wording";
import { worldsInAddress } from "../worlds";
import { readWord, wordOf, type Levels } from "./word";

export type Place =
  | { at: "lesson"; number: number; step: number; given: Levels | null; language: Language }
  | { at: "teacher"; key: string | null; language: Language | null }
  | { at: "cards"; language: Language };

export const steps = 5,
  numberOfLessons = 6;
const languageIn = (said: URLSearchParams): Language | null => {
  const language = said.get("lang");
  return language === "nl" || language === "en" ? language : null;
};
const within = (text: string | null, most: number): number => Math.min(most, Math.max(1, Math.trunc(Number(text)) || 1));

/** What an address leads to; null: the page itself. */
export function placeIn(hash: string): Place | null {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const language = languageIn(said);
  if (said.has("teacher")) return { at: "teacher", key: said.get("teacher") || null, language };
  if (said.has("kaarten")) return { at: "cards", language: language ?? "nl" };
  if (said.has("cards")) return { at: "cards", language: language ?? "en" };
  const english = said.has("lesson");
  if (!english && !said.has("les")) return null;
  const read = readWord(said.get("w") ?? "");
  return {
    at: "lesson",
    number: within(said.get(english ? "lesson" : "les"), numberOfLessons),
    step: within(said.get(english ? "step" : "stap"), steps),
    given: "levels" in read ? read.levels : null,
    language: language ?? (english ? "en" : "nl"),
  };
}
export function addressOfLesson(number: number, step: number, given: Levels | null, language: Language): string {
  const word = given ? `&w=${wordOf(given)}` : "";
  const lesson = language === "nl" ? `#les=${number}&stap=${step}` : `#lesson=${number}&step=${step}`;
  return `${lesson}${word}${worldsInAddress}`;
}
