// Puts the engine and the fitted sets of assumptions into the page.
//   node pack.mjs PAGE ENGINE_FOLDER POSTERIOR OUTPUT
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";

const [page, engine, posterior, output] = process.argv.slice(2);
const largest = 2_500_000;
const packed = async (file) => gzipSync(await readFile(file), { level: 9 }).toString("base64");
const glue = await readFile(path.join(engine, "engine.js"), "utf8");
if (/<\/script/i.test(glue)) throw new Error("the engine would end its own element");
const parts = {
  "%POSTERIOR%": await packed(posterior),
  "%ENGINE_GLUE%": glue,
  "%ENGINE_WASM%": await packed(path.join(engine, "engine.wasm")),
};
let text = await readFile(page, "utf8");
for (const [place, part] of Object.entries(parts)) text = text.replace(place, () => part);
if (Buffer.byteLength(text) > largest) throw new Error(`the page has ${Buffer.byteLength(text)} bytes; it should stay under ${largest}`);
await mkdir(path.dirname(output), { recursive: true });
await writeFile(output, text);
console.log(`${output}: ${Buffer.byteLength(text)} bytes`);
