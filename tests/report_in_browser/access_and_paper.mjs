// For everybody, and on paper: axe, keyboard, zoom, the policy, the printed report and the annex for the council.
import assert from "node:assert/strict";
import path from "node:path";
import { axe, check, close, folder, laptop, narrow, open, report } from "./browser.mjs";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
for (const [file, viewport, colorScheme] of [
  ["small/report.html", laptop, "light"],
  ["out/report.html", narrow, "dark"],
  ["later.html", laptop, "dark"],
  ["five.html", laptop, "light"],
  ["one.html", narrow, "light"],
  ["small/report.html#annex", laptop, "light"],
  ["five.html#annex", narrow, "dark"],
]) {
  await check(`axe finds nothing (${file}, ${viewport.width} pixels, ${colorScheme})`, async () => {
    const page = await open(file, viewport, { colorScheme });
    if (viewport === narrow) await page.click('[data-language="en"]');
    // All that can be opened is looked at too, but for the long list of assumptions.
    await page.evaluate(() =>
      document.querySelectorAll("details").forEach((d) => {
        d.open = d.closest("#limits") === null;
      }),
    );
    await page.evaluate(axe);
    const found = await page.evaluate(
      (values) => axe.run(document, { runOnly: { type: "tag", values } }),
      standards,
    );
    assert.ok(found.passes.length > 15);
    assert.deepEqual(
      found.violations.map(
        (v) =>
          `${v.id}: ${v.help}: ${v.nodes
            .slice(0, 3)
            .map((n) => n.html)
            .join(" | ")}`,
      ),
      [],
    );
    await close(page);
  });
}

await check("the keyboard reaches and works everything", async () => {
  const page = await open("out/report.html");
  const focused = () =>
    page.evaluate(
      () => document.activeElement.className + "|" + (document.activeElement.dataset.language ?? ""),
    );
  await page.keyboard.press("Tab");
  assert.match(await focused(), /^skip/);
  await page.keyboard.press("Tab");
  assert.match(await focused(), /^way/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "|en");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  assert.equal(await focused(), "|en");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.parentElement.open), true);
  const reachable = await page.$$eval("button, summary, a, select, .scroll", (all) =>
    all.every((e) => e.tabIndex >= 0),
  );
  assert.ok(reachable);
  await close(page);
});

for (const [file, name, viewport] of [
  ["out/report.html", "200 % zoom", { width: 640, height: 400 }],
  ["small/report.html", "320 px", { width: 320, height: 640 }],
  ["later.html", "360 px", { width: 360, height: 640 }],
  ["five.html#annex", "390 px", narrow],
]) {
  await check(`nothing runs off the screen of ${file} at ${name}`, async () => {
    const page = await open(file, viewport, { deviceScaleFactor: 2 });
    const size = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    assert.ok(size[0] <= size[1], size.join(" > "));
    await close(page);
  });
}

const pagesOf = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g).length;

await check("the report prints to a tidy A4, with all that can be opened", async () => {
  const page = await open("out/report.html");
  const pdf = await page.pdf({ preferCSSPageSize: true, path: path.join(folder, "report.pdf") });
  const box = pdf.toString("latin1").match(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/);
  assert.ok(Math.abs(Number(box[1]) - 595) < 2 && Math.abs(Number(box[2]) - 842) < 2, box[0]);
  const pages = pagesOf(pdf);
  assert.ok(pages >= 8 && pages <= 40, `${pages} pages`);
  await page.emulateMedia({ media: "print" });
  for (const hidden of [".languages", ".way"])
    assert.equal(await page.locator(hidden).first().isVisible(), false);
  await close(page);
});

for (const [file, viewport] of [
  ["out/report.html#annex", laptop],
  ["small/report.html#annex", narrow],
  ["five.html#annex", laptop],
  ["five.html#annex", narrow],
])
  await check(`the annex is two sheets of A4 on which all fits (${file}, ${viewport.width} pixels)`, async () => {
    const page = await open(file, viewport);
    assert.equal(pagesOf(await page.pdf({ preferCSSPageSize: true })), 2);
    await page.emulateMedia({ media: "print" });
    const sheets = await page.$$eval(".sheet", (all) =>
      all.map((s) => [s.querySelector(".fit").getBoundingClientRect().height, s.clientHeight]),
    );
    assert.equal(sheets.length, 2);
    for (const [needed, room] of sheets) assert.ok(needed > room / 3 && needed <= room + 1, `${needed} of ${room}`);
    await page.emulateMedia({ media: "screen" });
    await page.click("a.way");
    assert.ok((await page.locator("#certainty").count()) === 1, "the way back");
    await close(page);
  });

await check("the policy lets nothing run that was put in later", async () => {
  const page = await open("out/report.html");
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.body.append(script);
    return window.ran === true;
  });
  assert.equal(ran, false);
  assert.ok(page.problems.some((m) => /Content Security Policy/.test(m)));
  await page.close();
});

await check("it opens quickly: a small file, and few elements to lay out", async () => {
  const page = await open("out/report.html");
  const [time, elements] = await page.evaluate(() => [
    Math.round(performance.getEntriesByType("navigation")[0].loadEventEnd),
    document.querySelectorAll("*").length,
  ]);
  await close(page);
  console.log(`  opened in ${time} ms; ${elements} elements; ${report.length} bytes`);
  assert.ok(elements < 30000, `${elements} elements`);
  assert.ok(report.length < 1500000, `${report.length} bytes`);
});
