// A prediction is a word and back: called by page_class.sh.     node page_words.mjs PACKAGES SOURCE_FOLDER
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import path from "node:path";

const [packages, source] = process.argv.slice(2);
const { build } = createRequire(path.join(packages, "package.json"))("esbuild");
const made = await build({ entryPoints: [path.join(source, "page/lessons/word.ts")], bundle: true, write: false, format: "esm" });
const { wordOf, readWord, points, heights } = await import(`data:text/javascript;base64,${Buffer.from(made.outputFiles[0].contents).toString("base64")}`);

/** Keyed: the n-th prediction is the same on every machine. */
function keyed(n) {
  let h = Math.imul(n + 1, 0x9e3779b1) >>> 0;
  return Array.from({ length: points }, () => {
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) >>> 0;
    h = (Math.imul(h ^ (h >>> 13), 0x297a2d39) ^ (h >>> 16)) >>> 0;
    return h % heights;
  });
}
const corners = Array.from({ length: 2 ** points }, (_, bits) => Array.from({ length: points }, (_, i) => (bits >> i) & 1 ? heights - 1 : 0));
const random = Array.from({ length: 10000 }, (_, n) => keyed(n));
assert.ok(new Set(random.map(String)).size > 9900, "the keyed ones differ");
for (const levels of [...corners, ...random]) {
  const word = wordOf(levels);
  assert.match(word, /^[A-XZ]{6}$/);
  assert.deepEqual(readWord(word), { levels });
}
console.log(`ok: ${corners.length} corners and ${random.length} others come back as they were`);

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXZ";
let wrong = 0,
  swapped = 0;
for (const levels of random.slice(0, 400)) {
  const word = wordOf(levels);
  for (let at = 0; at < word.length; ++at)
    for (const letter of letters) {
      if (letter === word[at]) continue;
      assert.deepEqual(readWord(word.slice(0, at) + letter + word.slice(at + 1)), { wrong: "check" });
      ++wrong;
    }
  for (let at = 0; at + 1 < word.length; ++at) {
    if (word[at] === word[at + 1]) continue;
    assert.deepEqual(readWord(word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)), { wrong: "check" });
    ++swapped;
  }
}
console.log(`ok: one wrong letter is always noticed (${wrong}), and so are two that changed places (${swapped})`);

assert.deepEqual(readWord(` ${wordOf(keyed(3)).toLowerCase().slice(0, 3)} - ${wordOf(keyed(3)).slice(3)}`), { levels: keyed(3) });
assert.deepEqual(readWord("ABC"), { wrong: "length" });
assert.deepEqual(readWord("ABCDEY"), { wrong: "letter", letter: "Y" });
assert.deepEqual(readWord("ABC4EF"), { wrong: "letter", letter: "4" });
console.log("ok: small letters and spaces do not matter, and what is no word is told apart");
