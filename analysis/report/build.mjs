// Bundles the page into one file without outside references: style and script stand in it, with the
// licences of what it holds, and a policy that lets nothing else run. build.sh calls this.
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const [here, packages, output] = process.argv.slice(2);
const { build } = createRequire(path.join(packages, "package.json"))("esbuild");

async function bundled(entry) {
  const made = await build({
    entryPoints: [path.join(here, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2021",
    charset: "ascii",
    legalComments: "none",
    nodePaths: [path.join(packages, "node_modules")],
    absWorkingDir: packages,
    metafile: true,
  });
  return { text: made.outputFiles[0].text.trim(), inputs: Object.keys(made.metafile.inputs) };
}

/** Folders of the packages that something of went into the bundle. */
function packagesIn(inputs) {
  const folders = inputs
    .map((input) => input.match(/^(node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1])
    .filter(Boolean);
  return [...new Set(folders)].sort();
}

/** Every licence once, under the packages that it is of. */
async function licences(folders) {
  const byText = new Map();
  for (const folder of folders) {
    const full = path.join(packages, folder);
    const { name, version, license } = JSON.parse(await readFile(path.join(full, "package.json"), "utf8"));
    const file = (await readdir(full)).find((f) => /^licen[cs]e/i.test(f));
    if (!file) throw new Error(`${name} has no licence file`);
    const lines = (await readFile(path.join(full, file), "utf8")).replaceAll("\r", "").trim().split("\n");
    const owners = lines.filter((l) => /^\s*copyright (\(c\) )?\d/i.test(l)).map((l) => l.trim());
    const text = lines
      .filter((l) => !/^\s*copyright (\(c\) )?\d/i.test(l))
      .join("\n")
      .trim();
    if (!byText.has(text)) byText.set(text, []);
    byText.get(text).push(`${name} ${version} (${license}): ${owners.join("; ")}`);
  }
  return [...byText].map(([text, of]) => `${of.join("\n")}\n\n${text}\n`).join("\n\n");
}

const { text: script, inputs } = await bundled("main.ts");
const { text: style } = await bundled("page.css");
if (/<\/script/i.test(script) || /<\/style/i.test(style))
  throw new Error("the bundle would end its own element");
const notices = (await licences(packagesIn(inputs))).replaceAll("--", "- -");

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
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
