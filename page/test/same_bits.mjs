// The engine of the page against the program, bit by bit: in node, and in Chromium and Firefox where they are.
//   node same_bits.mjs ENGINE_FOLDER DIGESTS SOURCES [PACKAGES CHROMIUM FIREFOX]
// DIGESTS: the program of digests.cpp, built for this machine; an empty name: no such browser.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { casesOf, digestsOf } from "./cases.mjs";

const [engineFolder, digests, sources, packages, chromiumPath, firefoxPath] = process.argv.slice(2);
const { posterior, cases } = casesOf(digests, sources);
const units = new Set(cases.flatMap(({ name, native }) => native.map((line) => `${name} ${line.split(" ")[0]}`))).size;
let differ = 0;

function judge(where, begin, mine) {
  let runs = 0;
  cases.forEach(({ name, native }, i) =>
    native.forEach((line, k) => {
      ++runs;
      if (mine[i][k] === line) return;
      ++differ;
      console.log(`DIFFERS in ${where}: ${name} ${line}, in the page ${mine[i][k]}`);
    }),
  );
  console.log(`${where}: ${units} realisations, ${runs} option runs, ${differ} differ (${((performance.now() - begin) / 1000).toFixed(1)} s)`);
}

const glue = readFileSync(path.join(engineFolder, "engine.js"), "utf8");
const wasm = readFileSync(path.join(engineFolder, "engine.wasm"));
const begin = performance.now();
judge("node", begin, await digestsOf(createRequire(import.meta.url)(path.join(engineFolder, "engine.js")), wasm, posterior, cases));

/** In a page: a worker from a blob, as in the page itself. */
async function inWorker(source, given) {
  const wasm = Uint8Array.from(atob(given.wasm), (c) => c.charCodeAt(0));
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage({ ...given, wasm });
  });
}
const source = `${glue}
${digestsOf}
onmessage = async ({ data }) => postMessage(await digestsOf(weefselEngine, data.wasm, data.posterior, data.cases));`;
const given = { wasm: wasm.toString("base64"), posterior, cases };

if (chromiumPath) {
  const { chromium } = createRequire(path.join(packages, "package.json"))("playwright-core");
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"] });
  const page = await browser.newPage();
  const from = performance.now();
  judge("Chromium", from, await page.evaluate(`(${inWorker})(${JSON.stringify(source)}, ${JSON.stringify(given)})`));
  await browser.close();
}
if (firefoxPath) {
  const { firefox } = await import("../../tests/page_in_browser/firefox_driver.mjs");
  const browser = await firefox(firefoxPath, packages);
  try {
    const from = performance.now();
    judge("Firefox", from, await browser.ask(inWorker, source, given));
  } finally {
    browser.end();
  }
}
process.exitCode = differ > 0 || units < 10 ? 1 : 0;
