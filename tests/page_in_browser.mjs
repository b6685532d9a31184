// What a browser shows of the page. Called by page_in_browser.sh:
//   node page_in_browser.mjs PACKAGES BROWSER FOLDER PROGRAM
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const [packages, executablePath, folder, program] = process.argv.slice(2);
const require = createRequire(path.join(packages, "package.json"));
const { chromium } = require("playwright-core");
const axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const wide = { width: 1400, height: 900 },
  narrow = { width: 360, height: 740 };
const patience = 300000;
const wrong = [];

async function check(name, test) {
  const begin = performance.now();
  try {
    await test();
    console.log(`ok: ${name} (${Math.round(performance.now() - begin)} ms)`);
  } catch (e) {
    wrong.push(name);
    console.log(`FAIL: ${name}\n  ${String(e.message).split("\n").slice(0, 12).join("\n  ")}`);
  }
}

const small = `[neighbourhood]
name = "Voorbeeld"
municipality = "Nergens"
residents = 300
age_0_14 = 45
age_15_24 = 40
age_25_44 = 85
age_45_64 = 75
age_65_over = 55
households = 145
single = 60
without_children = 42
with_children = 43
`;
const own = Buffer.from(small).toString("base64url");
const address = (stops = "13332222", language = "nl") => `#in=own&at=${stops}&lang=${language}&own=${own}`;

async function open(hash, viewport = wide, more = {}) {
  const page = await browser.newPage({ viewport, ...more });
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
async function close(page) {
  const problems = page.problems;
  await page.close();
  assert.deepEqual(problems, []);
}
const answered = (page) =>
  page.waitForFunction(() => document.documentElement.dataset.answer === "ready", null, { timeout: patience });
async function exported(page) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.click("#export")]);
  return readFile(await file.path(), "utf8");
}
const partsOf = (page) => page.$$eval(".part", (all) => all.map((x) => ({ ...x.dataset })));

for (const stops of ["13332222", "04103143"]) {
  await check(`the numbers of the page are those of the command line (${stops})`, async () => {
    const page = await open(address(stops));
    await answered(page);
    const scenario = path.join(folder, "page.toml");
    await writeFile(scenario, await exported(page));
    const out = execFileSync(program, ["compare", scenario, "-o", path.join(folder, "compared"), "--force", "--json", "--quiet"], { encoding: "utf8", maxBuffer: 1e9 });
    const said = JSON.parse(out);
    const parts = await partsOf(page);
    assert.equal(parts.length, 3);
    for (const part of parts) {
      const row = said.comparison.find((c) => c.option === "what-if" && c.indicator === part.indicator && c.horizon_years === 20);
      for (const [mine, theirs] of [["mean", "difference"], ["lower", "difference_lower"], ["upper", "difference_upper"]])
        assert.ok(Math.abs(Number(part[mine]) - row[theirs]) < 1e-10, `${part.indicator} ${mine}: ${part[mine]}, ${row[theirs]}`);
      assert.equal(part.verdict, row.verdict);
    }
    const { sentence } = said.answer.find((a) => a.option === "what-if");
    assert.equal(await page.locator("p.answer").textContent(), sentence.nl);
    await page.click('[data-language="en"]');
    assert.equal(await page.locator("p.answer").textContent(), sentence.en);
    await close(page);
  });
}

await check("a slider that is moved by keyboard brings another answer and another address", async () => {
  const page = await open(address());
  await answered(page);
  const before = await page.locator("p.answer").textContent();
  await page.focus("#slider-money");
  await page.keyboard.press("End");
  await page.waitForFunction(() => document.documentElement.dataset.answer === "streaming");
  await answered(page);
  assert.match(page.url(), /at=13332224/);
  assert.notEqual(await page.locator("p.answer").textContent(), before);
  assert.equal(await page.getAttribute("#slider-money", "aria-valuetext"), "90 euro per inwoner per jaar");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.waitForFunction(() => document.documentElement.dataset.answer === "streaming");
  await answered(page);
  assert.equal(await page.locator("p.answer").textContent(), before);
  console.log(`  ${await page.evaluate(() => document.documentElement.dataset.milliseconds)}`);
  await close(page);
});

await check("who predicts first sees the answer afterwards", async () => {
  const page = await open(address());
  await answered(page);
  await page.click("#predict");
  assert.equal(await page.evaluate(() => document.activeElement.id), "guess");
  assert.equal(await page.locator("p.answer").count(), 0);
  await page.focus("#guess");
  await page.keyboard.press("ArrowLeft");
  await page.click("#give");
  assert.match(await page.locator(".guess-said").innerText(), /U dacht: 1 minder/);
  assert.equal(await page.locator(".guess").count(), 1);
  await close(page);
});

await check("what did not happen has a third state, mere chance", async () => {
  const page = await open(address("13332224"));
  await answered(page);
  await page.click("#reveal");
  assert.match(await page.locator(".said").innerText(), /deze wereld/);
  await page.click('[data-state="chance"]');
  await page.waitForFunction(() => /vergeleken met zichzelf|veranderde er niets/.test(document.querySelector(".said").innerText), null, { timeout: patience });
  await page.click('[data-state="life"]');
  assert.equal(await page.locator(".time").isVisible(), true);
  await close(page);
});

await check("a broken table gets a clear message", async () => {
  const page = await open(address());
  await answered(page);
  await page.click(".own summary");
  await page.fill("#own-text", "dit is geen tabel\n1;2;3\n");
  await page.click(".own button");
  await page.waitForFunction(() => document.querySelector(".own [role=status]").textContent.length > 30, null, { timeout: patience });
  assert.doesNotMatch(await page.locator(".own [role=status]").innerText(), /undefined|NaN|Error/);
  await close(page);
});

/** A table as it is published, of so many rows. */
function table(rows) {
  const head = "gwb_code,regio,gm_naam,recs,a_inw,a_00_14,a_15_24,a_25_44,a_45_64,a_65_oo,a_hh,a_1p_hh,a_hh_z_k,a_hh_m_k,g_hhgro";
  const lines = [head];
  for (let i = 0; i < rows; ++i)
    lines.push(`BU${String(10000000 + i)},Buurt ${i},Gemeente ${i % 342},Buurt,300,45,40,85,75,55,145,60,42,43,2.1`);
  return `${lines.join("\n")}\n`;
}
await check("a neighbourhood of one's own is found among 14,000 rows of a file", async () => {
  const page = await open(address());
  await answered(page);
  await page.click(".own summary");
  const begin = performance.now();
  await page.setInputFiles("#own-file", { name: "kwb.csv", mimeType: "text/csv", buffer: Buffer.from(table(14000)) });
  await page.waitForSelector(".found button", { timeout: patience });
  console.log(`  read in ${Math.round(performance.now() - begin)} ms`);
  assert.match(await page.locator(".own [role=status]").innerText(), /14.?000 van 14.?000/);
  await page.fill("#own-find", "Buurt 13999");
  await page.click(".found button");
  await page.waitForFunction(() => /Buurt 13999/.test(document.querySelector("#place").selectedOptions[0].text), null, { timeout: patience });
  await page.waitForFunction(() => document.documentElement.dataset.answer === "streaming", null, { timeout: patience });
  await answered(page);
  assert.match(await exported(page), /name = "Buurt 13999"/);
  await close(page);
});

for (const [viewport, colorScheme] of [
  [wide, "light"],
  [narrow, "dark"],
]) {
  await check(`axe finds nothing and nothing runs off the screen (${viewport.width} pixels, ${colorScheme})`, async () => {
    const page = await open(address(), viewport, { colorScheme, deviceScaleFactor: 2 });
    await answered(page);
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
    await page.evaluate(axe);
    const found = await page.evaluate(() => axe.run(document, { runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] } }));
    assert.ok(found.passes.length > 15);
    assert.deepEqual(
      found.violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((x) => x.html.slice(0, 160)).join(" | ")}`),
      [],
    );
    const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(content <= screen, `${content} > ${screen}`);
    await close(page);
  });
}

await check("it prints to a tidy A4", async () => {
  const page = await open(address());
  await answered(page);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const pages = pdf.match(/\/Type\s*\/Page[^s]/g).length;
  assert.ok(pages >= 1 && pages <= 4, `${pages} pages`);
  await close(page);
});

await browser.close();
if (wrong.length > 0) {
  console.log(`${wrong.length} checks failed`);
  process.exit(1);
}
