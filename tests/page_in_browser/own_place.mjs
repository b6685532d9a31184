// A neighbourhood of one's own, from a table of the statistics office.
import assert from "node:assert/strict";
import { address, answered, check, close, exported, open, patience } from "./browser.mjs";

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
