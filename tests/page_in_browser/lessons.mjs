// Every lesson to its end, in both languages: read, predict, give the word, see what the engine says, talk about it.
import assert from "node:assert/strict";
import { answered, axe, check, close, narrow, open, patience, picture, violations, wide } from "./browser.mjs";

const lessons = [1, 2, 3, 4, 5, 6];
// Three worlds show all that twelve show, sooner; the lesson that is about chance has six.
const worlds = (n) => (n === 5 ? 6 : 3);
const unfit = /undefined|NaN|Infinity|\{|\}/;
const address = (n, language) => `${language === "nl" ? "#les" : "#lesson"}=${n}&worlds=${worlds(n)}`;
const step = (page) => page.locator(".steps [aria-current]").getAttribute("data-step");
const next = (page) => page.click("#lesson-next");

/** Draws with mouse and keyboard, and gives the prediction; its word. */
async function predict(page, n) {
  await next(page);
  assert.equal(await step(page), "2");
  const handles = page.locator(".lesson-drawing .handle");
  assert.equal(await handles.count(), n === 6 ? 8 : 10);
  const before = await handles.first().getAttribute("aria-valuenow");
  await handles.first().focus();
  await page.keyboard.press("ArrowUp");
  assert.equal(await handles.first().getAttribute("aria-valuenow"), String(Number(before) + 1));
  const box = await page.locator(".lesson-drawing").boundingBox();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.95, box.y + box.height * 0.75, { steps: 8 });
  await page.mouse.up();
  assert.ok(Number(await handles.last().getAttribute("aria-valuenow")) < 2, "the mouse draws");
  await picture(page, `lesson-${n}-2`);
  await page.click("#lesson-give");
  assert.equal(await step(page), "3");
  const word = await page.locator(".word").innerText();
  assert.match(word, /^[A-XZ]{6}$/);
  assert.equal(await page.locator("#lesson svg").count(), 1, "its square");
  await picture(page, `lesson-${n}-3`);
  return word;
}

// Both languages and both widths, in turn.
const seen = [
  ["nl", wide, "light"],
  ["en", narrow, "dark"],
  ["nl", narrow, "dark"],
  ["en", wide, "light"],
];
for (const n of lessons) {
  const [language, viewport, colorScheme] = seen[n % seen.length];
  await check(`lesson ${n} goes to its end (${language}, ${viewport.width} pixels, ${colorScheme})`, async () => {
    const page = await open(address(n, language), viewport, { colorScheme, deviceScaleFactor: 2 });
    const begin = performance.now();
    assert.equal(await page.getAttribute("html", "lang"), language);
    await page.waitForSelector("#lesson h1");
    await picture(page, `lesson-${n}-1`);
    const word = await predict(page, n);
    await next(page);
    assert.equal(await step(page), "4");
    await page.waitForSelector("#lesson-found .legend", { timeout: patience });
    const first = performance.now() - begin;
    await picture(page, `lesson-${n}-4-first`);
    await answered(page);
    const seconds = (ms) => (ms / 1000).toFixed(1);
    console.log(`  first answer after ${seconds(first)} s, all of it after ${seconds(performance.now() - begin)} s`);
    const found = await page.locator("#lesson-found").innerText();
    assert.doesNotMatch(found, unfit);
    assert.match(await page.locator(".score").innerText(), n === 6 ? /8/ : /10/);
    assert.equal(await page.locator("#lesson-found .waiting").count(), 0);
    assert.ok((await page.locator(".lesson-drawing .course, .lesson-drawing .dot").count()) > 0, "the engine's line");
    if (n === 4 || n === 5) {
      await page.click("#reveal");
      assert.match(await page.locator(".said").innerText(), language === "nl" ? /wereld|geleefd/ : /world|lived/);
      await page.click('[data-state="chance"]');
      await page.waitForFunction(() => document.querySelectorAll(".said p").length === 2 || /nothing|niets/i.test(document.querySelector(".said").innerText), null, { timeout: patience });
    }
    await picture(page, `lesson-${n}-4`);
    assert.deepEqual(await violations(page, axe), []);
    const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(content <= screen, `${content} > ${screen}`);
    await next(page);
    assert.equal(await step(page), "5");
    assert.equal(await page.locator(".questions li").count(), 3);
    await picture(page, `lesson-${n}-5`);
    // The address holds the prediction: opened again, the same line is there.
    const again = page.url().replace(/^[^#]*/, "");
    assert.match(again, new RegExp(`w=${word}&worlds=${worlds(n)}$`));
    await page.click('[data-step="3"]');
    assert.equal(await page.locator(".word").innerText(), word);
    await close(page);
  });
}

await check("who is followed in lesson 1 can be another, and who goes on to lesson 2 has its answer too", async () => {
  const page = await open("#les=1&worlds=3");
  await answered(page);
  await page.waitForFunction(() => document.querySelectorAll("#who option").length >= 2, null, { timeout: patience });
  await predict(page, 1);
  await next(page);
  await page.waitForSelector("#lesson-found .legend", { timeout: patience });
  const said = await page.locator("#lesson-found").innerText();
  await page.click('[data-step="1"]');
  await page.selectOption("#who", { index: 1 });
  await page.waitForFunction(() => document.querySelector("#who")?.selectedIndex === 1, null, { timeout: patience });
  await page.click('[data-step="4"]');
  await page.waitForSelector("#lesson-found .legend", { timeout: patience });
  assert.notEqual(await page.locator("#lesson-found").innerText(), said);
  // The same neighbourhood and choice: nothing is simulated anew, and the answer comes all the same.
  await page.evaluate(() => (location.hash = "#les=2&worlds=3"));
  await page.waitForFunction(() => /derde bezoek/.test(document.querySelector("h1").textContent));
  await answered(page);
  await predict(page, 2);
  await next(page);
  await page.waitForSelector("#lesson-found .legend", { timeout: patience });
  await close(page);
});

await check("nobody sees the answer before they predict", async () => {
  const page = await open("#les=4&stap=4");
  assert.equal(await step(page), "2");
  assert.equal(await page.locator('[data-step="4"]').isDisabled(), true);
  await close(page);
});
