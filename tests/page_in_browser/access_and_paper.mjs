// Who cannot see it, has a small screen, or prints it.
import assert from "node:assert/strict";
import { address, answered, axe, check, close, narrow, open, wide } from "./browser.mjs";

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
