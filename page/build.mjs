// Bundles the page into one file, but for the engine and what is fitted, which pack.mjs puts in. build.sh calls this.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { bundled, hash, licences, packagesIn } from "../ui/bundle.mjs";

const [here, packages, output] = process.argv.slice(2);

const modern = { target: "es2022" };
const { text: script, inputs } = await bundled(path.join(here, "main.ts"), packages, modern);
const { text: worker } = await bundled(path.join(here, "worker.ts"), packages, modern);
const { text: style } = await bundled(path.join(here, "page.css"), packages);
if (/<\/script/i.test(script + worker) || /<\/style/i.test(style))
  throw new Error("the bundle would end its own element");

const notices = (await licences(packagesIn(inputs), packages)).replaceAll("--", "- -");

/** The neighbourhoods of shipped scenarios: their table as it stands there. */
async function shipped(name) {
  const text = await readFile(path.join(here, `../scenarios/${name}.toml`), "utf8");
  const from = text.indexOf("[neighbourhood]");
  const neighbourhood = text.slice(from, text.indexOf("\n[[", from)).replace(/(\n#[^\n]*|\n)+$/, "\n");
  return { name, neighbourhood };
}
const names = JSON.parse(await readFile(path.join(here, "library.json"), "utf8"));
const library = JSON.stringify(await Promise.all(names.map(shipped))).replaceAll("<", "\\u003c");

const policy = `default-src 'none'; script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(style)}; worker-src blob:; connect-src blob: data:; img-src data: blob:; base-uri 'none'; form-action 'none'`;
await writeFile(
  output,
  `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="generator" content="weefsel">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Weefsel</title>
<style>${style}</style>
</head>
<body>
<noscript><p lang="nl">Deze pagina heeft JavaScript nodig. Er wordt niets van internet gehaald.</p><p lang="en">This page needs JavaScript. Nothing is fetched from the internet.</p></noscript>
<div id="page"></div>
<script type="application/json" id="library">${library}</script>
<script type="text/plain" id="posterior">%POSTERIOR%</script>
<script type="text/plain" id="engine-glue">%ENGINE_GLUE%</script>
<script type="text/plain" id="engine-wasm">%ENGINE_WASM%</script>
<script type="text/plain" id="worker">${worker}</script>
<script>${script}</script>
</body>
</html>
<!--
The script above holds parts of these packages, with thanks to those who made them:

${notices}
-->
`,
);
console.log(`${output}: ${(await readFile(output)).length} bytes`);
