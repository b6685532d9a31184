// A prediction as a word of six letters, to be read out: ten levels of 0 to 4. Two levels are one letter (25 letters, 5 x 5
// pairs), and the sixth letter is a check: one wrong letter, or two neighbours that changed places, are always noticed.

export const points = 10,
  heights = 5;
/** Without Y: read out in Dutch it is taken for IJ. */
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXZ";
const length = 6;
/** Not divisible by 5, and neighbours differ by what is not: that is what makes the check notice. The last is the check's. */
const weights = [1, 2, 3, 4, 1, 2];

export type Levels = number[];
export const middle = (): Levels => Array.from({ length: points }, () => (heights - 1) / 2);

const remainder = (a: number): number => ((a % letters.length) + letters.length) % letters.length;
/** The letter that makes the weighted sum a multiple of 25; 13 is the inverse of the last weight. */
const checkOf = (numbers: number[]): number => remainder(-13 * numbers.reduce((sum, n, i) => sum + weights[i] * n, 0));

export function wordOf(levels: Levels): string {
  const pairs = Array.from({ length: length - 1 }, (_, i) => heights * levels[2 * i] + levels[2 * i + 1]);
  return [...pairs, checkOf(pairs)].map((n) => letters[n]).join("");
}

export type Read = { levels: Levels } | { wrong: "length" | "letter" | "check"; letter?: string };
/** What a word says; spaces, hyphens and small letters do not matter. */
export function readWord(said: string): Read {
  const word = said.toUpperCase().replace(/[\s.\-]/g, "");
  const strange = [...word].find((c) => !letters.includes(c));
  if (strange !== undefined) return { wrong: "letter", letter: strange };
  if (word.length !== length) return { wrong: "length" };
  const numbers = [...word].map((c) => letters.indexOf(c));
  if (checkOf(numbers.slice(0, -1)) !== numbers[length - 1]) return { wrong: "check" };
  return { levels: numbers.slice(0, -1).flatMap((n) => [Math.floor(n / heights), n % heights]) };
}
