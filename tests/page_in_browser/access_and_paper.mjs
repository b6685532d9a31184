// Who cannot see it, has a small screen, or prints it.
import assert from "node:assert/strict";
import { address, answered, axe, check, close, narrow, open, picture, violations, wide } from "./browser.mjs";

for (const [viewport, colorScheme] of [
  [wide, "light"],
  [narrow, "dark"],
  // A laptop of 1,400 pixels at 200 %.
  [{ width: 700, height: 450 }, "dark"],
]) {
  await check(`axe finds nothing and nothing runs off the screen (${viewport.width} pixels, ${colorScheme})`, async () => {
    const page = await open(address("13332222", 6), viewport, { colorScheme, deviceScaleFactor: 2 });
    await answered(page);
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
    await picture(page, `page-${colorScheme}`);
    assert.deepEqual(await violations(page, axe), []);
    const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(content <= screen, `${content} > ${screen}`);
    await close(page);
  });
}

await check("who wants no motion sees stills", async () => {
  const page = await open(address("13332224", 6), wide, { reducedMotion: "reduce" });
  await answered(page);
  await page.click("#reveal");
  const drawn = () => page.evaluate(() => [...document.querySelectorAll("canvas")].map((c) => c.toDataURL()));
  await page.waitForTimeout(1000);
  const before = await drawn();
  await page.waitForTimeout(1000);
  assert.deepEqual(await drawn(), before);
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  await close(page);
});

await check("it prints to a tidy A4", async () => {
  const page = await open(address("13332222", 6));
  await answered(page);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const pages = pdf.match(/\/Type\s*\/Page[^s]/g).length;
  assert.ok(pages >= 1 && pages <= 4, `${pages} pages`);
  await close(page);
});
