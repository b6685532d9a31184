// A browser with a report in it, and what the parts of this test share.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { launchArguments } from "../browser_checks.mjs";
export { check, wrong } from "../browser_checks.mjs";

const [packages, executablePath, place] = process.argv.slice(2);
export const folder = place;
const require = createRequire(path.join(packages, "package.json"));
const { chromium } = require("playwright-core");
export const axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");

export const browser = await chromium.launch({
  executablePath,
  args: launchArguments,
});
export const laptop = { width: 1400, height: 900 },
  narrow = { width: 390, height: 844 };

/** Opens a page in a tab of its own and fails on every error and every request beyond the file. */
export async function open(file, viewport = laptop, more = {}) {
  const page = await browser.newPage({ viewport, ...more });
  page.problems = [];
  page.on("console", (m) => {
    if (["error", "warning"].includes(m.type())) page.problems.push(m.text());
  });
  page.on("pageerror", (e) => page.problems.push(e.message));
  page.on("request", (r) => {
    if (!r.url().startsWith("file:")) page.problems.push(`asks for ${r.url()}`);
  });
  const [name, hash] = file.split("#");
  const slow = 120000;
  await page.goto(`file://${path.resolve(folder, name)}${hash ? `#${hash}` : ""}`, { timeout: slow });
  return page;
}
export async function close(page) {
  const problems = page.problems;
  await page.close();
  assert.deepEqual(problems, []);
}
/** Opens all that is folded, and waits until it is drawn. */
export async function unfold(page, within = "main") {
  await page.evaluate((selector) => {
    for (const d of document.querySelectorAll(`${selector} details`)) d.open = d.closest("#limits") === null;
  }, within);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))));
}

export const report = await readFile(path.join(folder, "out/report.html"), "utf8");
const dataAt = /(<script type="application\/json" id="data">)(.*?)(<\/script>)/s;
export const dataOf = (html) => JSON.parse(html.match(dataAt)[2]);
export const data = dataOf(report);
/** What the program says of a difference (verdict_of); `least`: the smallest that is noticed. */
export function verdictOf([mean, lower, upper], least = 0) {
  if (mean === null || lower === null || upper === null) return "unknown";
  if (lower === 0 && upper === 0) return "same";
  if (lower <= 0 && upper >= 0) return "unclear";
  if (Math.abs(mean) < least) return "too_small";
  return mean > 0 ? "higher" : "lower";
}
/** Judges changed data as the program would have: groups, and tables that are given verdicts. */
function judge(d) {
  for (const g of d.groupings)
    for (const v of g.values) v.verdicts = v.differences.map((of) => of.map((interval) => verdictOf(interval)));
  for (const [name, column, interval, noticed] of [
    ["ending", "verdict", ["difference", "lower", "upper"], false],
    ["fade_out", "verdict", ["effect_at_end", "lower", "upper"], true],
    ["lonely_years", "extra_verdict", ["extra_cost", "extra_cost_lower", "extra_cost_upper"], false],
  ]) {
    const table = d.tables.find((t) => t.name === name);
    if (table === undefined) continue;
    const values = (of) => table.columns.find((c) => c.name === of).values;
    const least = (row) =>
      noticed ? d.indicators.find((i) => i.name === values("indicator")[row]).usual_noticeable : 0;
    const said = values(interval[0]).map((_, row) => verdictOf(interval.map((c) => values(c)[row]), least(row)));
    table.columns = [...table.columns.filter((c) => c.name !== column), { name: column, values: said }];
  }
}
/** The same page with other data, as a later run may write them. */
export async function variant(name, change) {
  const other = structuredClone(data);
  change(other);
  judge(other);
  const json = JSON.stringify(other).replaceAll("<", "\\u003c");
  await writeFile(
    path.join(folder, name),
    report.replace(dataAt, (_, a, b, c) => a + json + c),
  );
  return name;
}

export const summary = (await readFile(path.join(folder, "out/summary.csv"), "utf8"))
  .trim()
  .split("\n")
  .map((line) => line.split(","));
export const columns = Object.fromEntries(summary[0].map((name, i) => [name, i]));
export const summaryRow = (option, indicator, year) => {
  const row = summary.find(
    (r) =>
      r[columns.option] === option &&
      r[columns.indicator] === indicator &&
      r[columns.horizon_years] === String(year),
  );
  assert.ok(row, `summary.csv has ${option}, ${indicator}, ${year}`);
  return (name) => (row[columns[name]] === "" ? null : Number(row[columns[name]]));
};
export function near(shown, wanted, what) {
  if (wanted === null) return assert.equal(shown, null, what);
  // The results file holds 32-bit numbers.
  assert.ok(
    shown !== null && Math.abs(shown - wanted) <= 2e-6 * Math.max(1, Math.abs(wanted)),
    `${what}: ${shown}, in summary.csv ${wanted}`,
  );
}
/** Rows of a table as texts and the numbers behind them. */
export const cells = (page, selector) =>
  page.$$eval(`${selector} tbody tr`, (rows) =>
    rows.map((row) =>
      [...row.children].map((c) => ({
        text: c.textContent,
        raw: c.dataset.value === undefined ? null : Number(c.dataset.value),
      })),
    ),
  );

export const options = data.options,
  reference = data.reference,
  other = 1 - reference;
/** A column of a table of the data. */
export const column = (d, table, name) =>
  d.tables.find((t) => t.name === table).columns.find((c) => c.name === name).values;
