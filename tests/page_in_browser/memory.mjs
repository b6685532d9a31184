// Whether the memory of the page stays what it was.
import assert from "node:assert/strict";
import { address, answered, check, close, open } from "./browser.mjs";

/** Bytes that the page and its workers hold, after their garbage was collected. */
async function memory(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  const engines = await page.evaluate(() => JSON.parse(document.documentElement.dataset.held).reduce((sum, bytes) => sum + bytes, 0));
  return { page: usedSize, engines };
}
const MB = (bytes) => Math.round(bytes / 1e5) / 10;

await check("after 200 moves of a slider memory is what it was, and no old answer is shown", async () => {
  const page = await open(address("13332222", 4));
  await answered(page);
  const names = ["term", "renewal", "notice", "start", "mix", "follow", "money"];
  const move = async (i) => {
    await page.focus(`#slider-${names[i % names.length]}`);
    await page.keyboard.press(Math.floor(i / names.length) % 2 === 0 ? "ArrowLeft" : "ArrowRight");
    await page.waitForTimeout(i % 10 === 9 ? 400 : 40);
  };
  for (let i = 0; i < 40; ++i) await move(i);
  await answered(page);
  const before = await memory(page);
  for (let i = 0; i < 200; ++i) await move(i);
  await answered(page);
  const after = await memory(page);
  console.log(`  page ${MB(before.page)} -> ${MB(after.page)} MB, engines ${MB(before.engines)} -> ${MB(after.engines)} MB`);
  assert.ok(after.engines <= before.engines * 1.1, "the engines");
  assert.ok(after.page <= before.page + 40e6, "the page keeps answers of forty settings and no more");
  // What stands there is the answer of where the sliders are now: a page that was opened at this address says the same.
  const hash = page.url().replace(/^[^#]*/, "");
  const said = await page.locator("p.answer").textContent();
  const fresh = await open(hash);
  await answered(fresh);
  assert.equal(await fresh.locator("p.answer").textContent(), said);
  await close(fresh);
  await close(page);
});
