// A browser with the page in it, and what the parts of this test share.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { launchArguments } from "../browser_checks.mjs";
export { check, wrong } from "../browser_checks.mjs";

const [packages, executablePath, folder, program] = process.argv.slice(2);
export { folder, packages, program };
const require = createRequire(path.join(packages, "package.json"));
const { chromium } = require("playwright-core");
export const axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
export const browser = await chromium.launch({
  executablePath,
  args: launchArguments,
});
export const wide = { width: 1400, height: 900 },
  narrow = { width: 360, height: 740 };
export const patience = 300000;
// The figures of small.toml, which the script that starts this writes.
export const small = /^\[neighbourhood\]\n(.+\n)+/m.exec(await readFile(path.join(folder, "small.toml"), "utf8"))[0];
export const own = Buffer.from(small).toString("base64url");
/** Without a number of worlds, as many as a visitor gets. */
export const address = (stops = "13332222", worlds = 0) => `#in=own&at=${stops}&lang=nl${worlds ? `&worlds=${worlds}` : ""}&own=${own}`;

export async function open(hash, viewport = wide, more = {}) {
  const page = await browser.newPage({ viewport, ...more });
  page.setDefaultTimeout(patience);
  page.problems = [];
  page.on("console", (m) => {
    if (["error", "warning"].includes(m.type())) page.problems.push(m.text());
  });
  page.on("pageerror", (e) => page.problems.push(e.message));
  page.on("request", (r) => {
    if (!/^(file|blob|data):/.test(r.url())) page.problems.push(`asks for ${r.url()}`);
  });
  await page.goto(`file://${path.join(folder, "weefsel.html")}${hash}`);
  return page;
}
export async function close(page) {
  const problems = page.problems;
  await page.close();
  assert.deepEqual(problems, []);
}
export const answered = (page) =>
  page.waitForFunction(() => document.documentElement.dataset.answer === "ready", null, { timeout: patience });
export async function exported(page) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.click("#export")]);
  return readFile(await file.path(), "utf8");
}
export const partsOf = (page) => page.$$eval(".part", (all) => all.map((x) => ({ ...x.dataset })));

/** What axe finds wrong, in short. */
export async function violations(page, axeSource) {
  await page.evaluate(axeSource);
  const found = await page.evaluate(() => axe.run(document, { runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] } }));
  assert.ok(found.passes.length > 10);
  return found.violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((x) => x.html.slice(0, 160)).join(" | ")}`);
}
/** For who wants to look: in the folder that WEEFSEL_PICTURES names. */
export async function picture(page, name) {
  const folder = process.env.WEEFSEL_PICTURES;
  if (!folder) return;
  const { width } = page.viewportSize();
  await page.screenshot({ path: path.join(folder, `${name}-${width}.png`), fullPage: true });
}
