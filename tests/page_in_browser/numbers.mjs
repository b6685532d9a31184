// What stands on the page is what the program says of the scenario that it saves.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { address, answered, check, close, exported, folder, open, partsOf, patience, program } from "./browser.mjs";

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
    // Whom the work met, what that did to them and what went wrong: the program's sentences, beside a world without work.
    const inPage = async () => new Set(await page.locator(".work p").allTextContents());
    await page.click("#work-ask");
    await page.waitForFunction(() => document.querySelector(".work .running, #work-ask") === null, null, { timeout: patience });
    for (const language of ["nl", "en"]) {
      await page.click(`[data-language="${language}"]`);
      assert.equal(await page.locator("p.answer").textContent(), sentence[language]);
      const has = await inPage();
      const told = (name) => (said.decision[name] ?? []).map((row) => row[`sentence_${language}`]);
      const wanted = [...told("met"), ...told("risks"), ...told("who_was_missed"), ...said.findings.filter((f) => f.question !== "stop").map((f) => f.sentence[language])];
      assert.ok(wanted.length >= 4, `${wanted.length} sentences`);
      for (const one of wanted) assert.ok(has.has(one), `the page lacks: ${one}\n  it has: ${[...has].join("\n    ")}`);
    }
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
