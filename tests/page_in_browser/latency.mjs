// How soon a line comes after a slider was moved: said, and not judged.   See benchmarks/page_latency.sh
import { answered, check, close, open, patience } from "./browser.mjs";

const milliseconds = (page) => page.evaluate(() => JSON.parse(document.documentElement.dataset.milliseconds));

for (const [name, hash] of [
  ["some 1,000 residents", "#in=prevention-carers"],
  ["some 3,000 residents", "#in=homes-streets-rides"],
])
  await check(`a line comes soon after a slider was moved (${name})`, async () => {
    const page = await open(`${hash}&lang=nl`);
    await answered(page);
    const seen = [];
    for (const key of ["End", "Home", "ArrowRight"]) {
      await page.focus("#slider-mix");
      await page.keyboard.press(key);
      await page.waitForFunction(() => document.documentElement.dataset.answer === "streaming", null, { timeout: patience });
      await answered(page);
      seen.push(await milliseconds(page));
    }
    const middle = (key) => Math.round(seen.map((x) => x[key]).sort((a, b) => a - b)[1]);
    console.log(`  ${await page.locator("#place option:checked").innerText()}: priced ${middle("priced")} ms, first months ${middle("first")}, five years ${middle("first5")}, twenty ${middle("first20")}, all worlds ${middle("all")}`);
    await close(page);
  });
