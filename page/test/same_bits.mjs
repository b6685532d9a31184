// The engine of the page against the program, bit by bit.
//   node same_bits.mjs ENGINE_FOLDER DIGESTS SOURCES
// DIGESTS: the program of digests.cpp, built for this machine.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";

const [engineFolder, digests, sources] = process.argv.slice(2);
const weefselEngine = createRequire(import.meta.url)(path.join(engineFolder, "engine.js"));
const posterior = readFileSync(path.join(sources, "scenarios/posterior.csv"), "utf8");
const engine = await weefselEngine({ wasmBinary: readFileSync(path.join(engineFolder, "engine.wasm")) });

function give(text) {
  const bytes = Buffer.from(text);
  const at = engine._w_room(bytes.length);
  engine.HEAPU8.set(bytes, at);
  return bytes.length;
}
const said = () => Buffer.from(engine.HEAPU8.subarray(engine._w_text(), engine._w_text() + engine._w_text_size())).toString();
function must(result) {
  if (result < 0) throw new Error(said());
  return result;
}

// Short, but every shipped kind of option: years are few, so that the test is done in seconds.
const cases = [
  ["contract-length.toml", 4, 3, ["0:0", "5:1"]],
  ["stop-and-go.toml", 4, 3, ["0:0", "3:1"]],
  ["prevention-carers.toml", 5, 4, ["1:0", "7:1"]],
  ["follow-or-take-over.toml", 4, 3, ["0:1", "9:0"]],
  ["homes-streets-rides.toml", 3, 2, ["2:0"]],
  ["places-or-people.toml", 3, 2, ["4:1"]],
  ["one-pot-or-pots.toml", 4, 2, ["0:0"]],
];
const folder = mkdtempSync(path.join(os.tmpdir(), "same-bits-"));
const posteriorFile = path.join(folder, "posterior.csv");
writeFileSync(posteriorFile, posterior);
let units = 0,
  differ = 0;
engine._w_follow_digests();
for (const [name, years, warmup, wanted] of cases) {
  const toml = readFileSync(path.join(sources, "scenarios", name), "utf8")
    .replace(/^years\s*=.*$/m, `years = ${years}`)
    .replace(/^warmup_years\s*=.*$/m, `warmup_years = ${warmup}`)
    .replace(/^draws\s*=.*$/m, "draws = 12")
    .replace(/^prices\s*=.*$/m, "");
  if (/^extends/m.test(toml)) throw new Error(`${name} extends another scenario`);
  const file = path.join(folder, name);
  writeFileSync(file, toml);
  const native = execFileSync(digests, [file, posteriorFile, ...wanted], { encoding: "utf8" }).trim().split("\n");
  const head = Buffer.from("posterior.csv");
  const bytes = Buffer.concat([head, Buffer.from(posterior)]);
  engine.HEAPU8.set(bytes, engine._w_room(bytes.length));
  engine._w_give(head.length);
  give(toml);
  must(engine._w_read());
  const seconds = performance.now();
  for (const unit of wanted) {
    const [draw, replicate] = unit.split(":").map(Number);
    must(engine._w_choose(draw, replicate));
    must(engine._w_warm(12 * warmup));
    const mine = native.filter((line) => line.startsWith(`${unit} `));
    for (const [option, line] of mine.entries()) {
      must(engine._w_start(0, option, 0));
      must(engine._w_step(0, 12 * years));
      must(engine._w_digest(0));
      ++units;
      const same = line.endsWith(` ${said()}`);
      if (!same) ++differ;
      console.log(`${same ? "same" : "DIFFERS"}: ${name} ${line}${same ? "" : `, in the page ${said()}`}`);
    }
  }
  console.log(`  ${name}: ${Math.round(performance.now() - seconds)} ms in the page`);
}
console.log(`${units} option runs, ${differ} differ`);
process.exitCode = differ > 0 || units < 10 ? 1 : 0;
