// Bundles the page into one file without outside references: style and script stand in it, and a policy
// that lets nothing else run. build.sh calls this.
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const [here, packages, output] = process.argv.slice(2);
const { build } = createRequire(path.join(packages, "package.json"))("esbuild");

async function bundled(entry) {
  const made = await build({
    entryPoints: [path.join(here, entry)], bundle: true, minify: true, write: false, format: "iife", target: "es2021",
    charset: "ascii", legalComments: "none", nodePaths: [path.join(packages, "node_modules")], absWorkingDir: here,
  });
  return made.outputFiles[0].text.trim();
}
const script = await bundled("main.ts");
const style = await bundled("page.css");
if (/<\/script/i.test(script) || /<\/style/i.test(style)) throw new Error("the bundle would end its own element");

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src data:; base-uri 'none'; form-action 'none'`;
await writeFile(output, `<!doctype html>
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
<noscript><p lang="nl">Dit verslag heeft JavaScript nodig. Er wordt niets van internet gehaald.</p><p lang="en">This report needs JavaScript. Nothing is fetched from the internet.</p></noscript>
<script type="application/json" id="data">%REPORT_DATA%</script>
<script>${script}</script>
</body>
</html>
`);
console.log(`${output}: ${(await readFile(output)).length} bytes`);
