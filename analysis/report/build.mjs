// Bundles the page into one file without outside references: style and script stand in it, with the
// licences of what it holds, and a policy that lets nothing else run. build.sh calls this.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { bundled, hash, licences, packagesIn } from "../../ui/bundle.mjs";

const [here, packages, output] = process.argv.slice(2);

const { text: script, inputs } = await bundled(path.join(here, "main.ts"), packages);
const { text: style } = await bundled(path.join(here, "page.css"), packages);
if (/<\/script/i.test(script) || /<\/style/i.test(style))
  throw new Error("the bundle would end its own element");
const notices = (await licences(packagesIn(inputs), packages)).replaceAll("--", "- -");

const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src data:; base-uri 'none'; form-action 'none'`;
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
<noscript><p lang="nl">Dit verslag heeft JavaScript nodig. Er wordt niets van internet gehaald.</p><p lang="en">This report needs JavaScript. Nothing is fetched from the internet.</p></noscript>
<script type="application/json" id="data">%REPORT_DATA%</script>
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
