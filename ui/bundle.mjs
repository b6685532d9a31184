// What the builds of the report and of the page share: bundling, the licences of what a bundle holds, hashes of a policy.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

/** An entry and all that it imports, as one script or style sheet. */
export async function bundled(entry, packages, more = {}) {
  const { build } = createRequire(path.join(packages, "package.json"))("esbuild");
  const made = await build({
    entryPoints: [entry],
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
    ...more,
  });
  return { text: made.outputFiles[0].text.trim(), inputs: Object.keys(made.metafile.inputs) };
}

/** Folders of the packages that something of went into the bundle. */
export function packagesIn(inputs) {
  const folders = inputs
    .map((input) => input.match(/^(node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1])
    .filter(Boolean);
  return [...new Set(folders)].sort();
}

/** Every licence once, under the packages that it is of. */
export async function licences(folders, packages) {
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

/** How a content security policy names a script or a style. */
export const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
