// A neighbourhood of one's own, from a table of the statistics office.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { address, answered, check, close, exported, open, patience } from "./browser.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
await check("a broken table gets a clear message", async () => {
  const page = await open(address("13332222", 3));
  await answered(page);
  await page.click(".own summary");
  await page.fill("#own-text", "dit is geen tabel\n1;2;3\n");
  await page.click(".own button");
  await page.waitForFunction(() => document.querySelector(".own [role=status]").textContent.length > 30, null, { timeout: patience });
  assert.doesNotMatch(await page.locator(".own [role=status]").innerText(), /undefined|NaN|Error/);
  await close(page);
});

await check("a broken row is said with its line, its column and what is allowed", async () => {
  const page = await open(address("13332222", 3));
  await answered(page);
  await page.click(".own summary");
  await page.fill("#own-text", table(1).replace(",300,45,", ",veel,45,"));
  await page.click(".own button");
  await page.waitForFunction(() => /veel/.test(document.querySelector(".own [role=status]").textContent), null, { timeout: patience });
  const said = await page.locator(".own [role=status]").innerText();
  assert.match(said, /Regel 2/);
  assert.match(said, /a_inw/);
  assert.match(said, /0 to 30000000/);
  // And what stood there goes on.
  await answered(page);
  await close(page);
});

/** The official table where it is beside the project, made as long as that of the whole country; else one in its form. */
async function country(rows) {
  const [head, ...all] = (await readFile(path.join(here, "../../../shared/data/kwb-2023-utrecht.csv"), "utf8").catch(() => "")).trimEnd().split("\n");
  const buurten = all.filter((line) => /^BU/.test(line));
  if (buurten.length === 0) return table(rows);
  const row = (i) => buurten[i % buurten.length].replace(/BU\d{8}/g, `BU${10000000 + i}`);
  return `${[head, ...Array.from({ length: rows - 1 }, (_, i) => row(i))].join("\n")}\n${last(head)}\n`;
}
/** A last row that can be found by its name, with the figures of the small neighbourhood. */
function last(head) {
  const [names, figures] = table(14000).trimEnd().split("\n").filter((_, i, lines) => i === 0 || i === lines.length - 1).map((line) => line.split(","));
  const value = Object.fromEntries(names.map((name, i) => [name, figures[i]]));
  return head.split(",").map((name) => (name === "gwb_code_10" ? value.gwb_code : (value[name] ?? ""))).join(",");
}

/** A table as it is published, of so many rows. */
function table(rows) {
  const head = "gwb_code,regio,gm_naam,recs,a_inw,a_00_14,a_15_24,a_25_44,a_45_64,a_65_oo,a_hh,a_1p_hh,a_hh_z_k,a_hh_m_k,g_hhgro";
  const lines = [head];
  for (let i = 0; i < rows; ++i)
    lines.push(`BU${String(10000000 + i)},Buurt ${i},Gemeente ${i % 342},Buurt,300,45,40,85,75,55,145,60,42,43,2.1`);
  return `${lines.join("\n")}\n`;
}
await check("a neighbourhood of one's own is found among 14,000 rows of a file", async () => {
  const page = await open(address("13332222", 3));
  await answered(page);
  await page.click(".own summary");
  const begin = performance.now();
  await page.setInputFiles("#own-file", { name: "kwb.csv", mimeType: "text/csv", buffer: Buffer.from(await country(14000)) });
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
