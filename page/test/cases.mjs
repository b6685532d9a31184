// What is simulated to compare the engine of the page with the program, bit by bit, and how an engine is asked.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

// Short, but every shipped kind of option: years are few, so that the test is done in seconds.
const scenarios = [
  ["contract-length.toml", 4, 3, ["0:0", "5:1"]],
  ["stop-and-go.toml", 4, 3, ["0:0", "3:1"]],
  ["prevention-carers.toml", 5, 4, ["1:0", "7:1"]],
  ["follow-or-take-over.toml", 4, 3, ["0:1", "9:0"]],
  ["homes-streets-rides.toml", 3, 2, ["2:0"]],
  ["places-or-people.toml", 3, 2, ["4:1"]],
  ["one-pot-or-pots.toml", 4, 2, ["0:0"]],
];

/** With what the program makes of each: lines of unit, option and digest. `digests`: the program of digests.cpp. */
export function casesOf(digests, sources) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "same-bits-"));
  const posterior = readFileSync(path.join(sources, "scenarios/posterior.csv"), "utf8");
  const posteriorFile = path.join(folder, "posterior.csv");
  writeFileSync(posteriorFile, posterior);
  const cases = scenarios.map(([name, years, warmup, wanted]) => {
    const toml = readFileSync(path.join(sources, "scenarios", name), "utf8")
      .replace(/^years\s*=.*$/m, `years = ${years}`)
      .replace(/^warmup_years\s*=.*$/m, `warmup_years = ${warmup}`)
      .replace(/^draws\s*=.*$/m, "draws = 12")
      .replace(/^prices\s*=.*$/m, "");
    if (/^extends/m.test(toml)) throw new Error(`${name} extends another scenario`);
    const file = path.join(folder, name);
    writeFileSync(file, toml);
    const native = execFileSync(digests, [file, posteriorFile, ...wanted], { encoding: "utf8" }).trim().split("\n");
    return { name, toml, years, warmup, native };
  });
  return { posterior, cases };
}

/** What an engine makes of the same, in the same lines. Stands by itself: it is sent to a browser as a text. */
export async function digestsOf(makeEngine, wasm, posterior, cases) {
  const engine = await makeEngine({ wasmBinary: wasm });
  const put = (text) => {
    const bytes = new TextEncoder().encode(text);
    engine.HEAPU8.set(bytes, engine._w_room(bytes.length));
    return bytes.length;
  };
  const said = () => new TextDecoder().decode(engine.HEAPU8.slice(engine._w_text(), engine._w_text() + engine._w_text_size()));
  const must = (result) => {
    if (result < 0) throw new Error(said());
    return result;
  };
  const name = "posterior.csv";
  put(name + posterior);
  engine._w_give(name.length);
  engine._w_follow_digests();
  return cases.map(({ toml, years, warmup, native }) => {
    put(toml);
    must(engine._w_read());
    let unit = "",
      option = 0;
    return native.map((line) => {
      const [of, label] = line.split(" ");
      option = of === unit ? option + 1 : 0;
      unit = of;
      const [draw, replicate] = unit.split(":").map(Number);
      must(engine._w_choose(draw, replicate));
      must(engine._w_warm(12 * warmup));
      must(engine._w_start(0, option, 0));
      must(engine._w_step(0, 12 * years));
      must(engine._w_digest(0));
      return `${unit} ${label} ${said()}`;
    });
  });
}
