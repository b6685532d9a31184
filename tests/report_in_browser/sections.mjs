// What the sections say, of a real run and of results that later runs may write.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { cells, check, close, column, data, dataOf, folder, narrow, laptop, open, options, other, reference, unfold, variant } from "./browser.mjs";
import { fiveOptions, laterAnalyses, tableOf } from "./later.mjs";

const small = dataOf(await readFile(path.join(folder, "small/report.html"), "utf8"));
await variant("later.html", laterAnalyses);
await variant("five.html", fiveOptions);

await check("the sections stand in the order in which a council asks, on less than eight screens", async () => {
  const page = await open("small/report.html");
  assert.deepEqual(
    await page.$$eval("main > section", (all) => all.map((s) => s.id)),
    ["answer", "reach", "course", "staff", "risks", "prevented", "money", "lives", "certainty", "chain", "limits", "provenance"],
  );
  for (const file of ["small/report.html", "out/report.html", "later.html"]) {
    const one = await open(file);
    const height = await one.evaluate(() => document.documentElement.scrollHeight);
    assert.ok(height < 8 * laptop.height, `${file}: ${height / laptop.height} screens`);
    await close(one);
  }
  await close(page);
});

await check("every figure is drawn once it is opened, says what it shows and has its numbers", async () => {
  for (const file of ["small/report.html", "out/report.html"]) {
    const page = await open(file);
    await unfold(page);
    const figures = await page.$$eval("figure", (all) =>
      all.map((f) => ({
        id: f.id,
        shapes: f.querySelectorAll(".chart svg :is(path, circle, rect, line)").length,
        width: f.querySelector(".chart svg")?.getBoundingClientRect().width ?? 0,
        rows: f.querySelectorAll("table tbody tr").length,
        label: f.querySelector(".chart").getAttribute("aria-label"),
      })),
    );
    for (const f of figures)
      assert.ok(f.shapes > 3 && f.width > 150 && f.rows > 0 && f.label.length > 10, JSON.stringify(f));
    for (const id of ["reached", "course-social_cohesion", "calendar", "payers", "cumulative", "groups-age-social_cohesion", "hours"])
      assert.ok(figures.some((f) => f.id === id), `${id} in ${file}`);
    await close(page);
  }
});

await check("nothing in the course over time is dashed, and shocks are marked", async () => {
  const page = await open("out/report.html");
  const lines = await page.$$eval("#course .chart svg path", (all) =>
    all.map((e) => getComputedStyle(e).strokeDasharray),
  );
  assert.ok(lines.length > 3 && lines.every((dash) => dash === "none"), lines.join());
  assert.match(await page.locator("#course-social_cohesion .chart svg").textContent(), /pandemie.*energiecrisis/s);
  await close(page);
});

await check("a chart's title says what was found", async () => {
  const say = async (verdict) => {
    const page = await open(
      await variant("titles.html", (d) => {
        for (const r of d.comparison)
          if (r.option === other && r.indicator === "social_cohesion") r.verdict = verdict;
      }),
    );
    const said = await page.locator("#course-social_cohesion figcaption").innerText();
    await close(page);
    return said;
  };
  assert.match(await say("higher"), /^Sociale cohesie: met ‘[^’]+’ hoger dan met ‘[^’]+’$/);
  assert.match(await say("too_small"), /te klein is om te merken$/);
  assert.match(await say("unclear"), /geen duidelijk verschil$/);
});

await check("those met, their classes and the four groups add up", async () => {
  const page = await open("small/report.html");
  await unfold(page, "#reach");
  const bars = await page.$$eval("#reached .chart svg rect", (all) => all.map((r) => Number(r.getAttribute("width"))));
  const key = 14;
  const drawn = bars.filter((w) => w !== key).reduce((a, b) => a + b, 0);
  const width = await page.locator("#reached .chart svg").evaluate((e) => Number(e.getAttribute("width")) - 2);
  const paid = small.expected.filter((e) => e.has_lines).length;
  assert.ok(Math.abs(drawn - paid * width) < 1, `${drawn} of ${paid} bars of ${width}`);
  for (const id of await page.$$eval('[id^="strata-"]', (all) => all.map((f) => f.id))) {
    const rows = await cells(page, `#${id}`);
    assert.equal(rows.length, 5);
    const parts = rows.slice(0, 4).reduce((sum, r) => sum + r[3].raw, 0);
    assert.ok(Math.abs(parts - rows[4][3].raw) < 1e-6);
    assert.equal(rows.slice(0, 4).reduce((sum, r) => sum + r[1].raw, 0), rows[4][1].raw);
  }
  const sums = await cells(page, "#reach > .scroll");
  assert.equal(sums.length, paid);
  for (const r of sums) assert.ok(Math.abs(r[2].raw * r[3].raw - r[5].raw) < 1e-6, "share x effect");
  await close(page);
});

await check("the calendar has a line for every world shown, and white where less than half works", async () => {
  const months = 12 * data.years;
  const page = await open(
    await variant("gap.html", (d) => {
      d.staffing = [
        {
          option: options[other].name,
          bought: Array(months).fill(2),
          below_half: Array(months).fill(0.25),
          at_work: [[...Array(months - 12).fill(1), ...Array(12).fill(0)], Array(months).fill(0.6)],
        },
      ];
    }),
  );
  const fills = await page.$$eval("#calendar .chart svg rect", (all) =>
    all.map((r) => [r.getAttribute("fill"), Number(r.getAttribute("width"))]),
  );
  const key = 14;
  const of = (fill) => fills.filter(([f, w]) => f === fill && w !== key).map(([, w]) => w);
  assert.equal(of("var(--gap)").length, 1);
  assert.equal(of("var(--met-1)").length, 1);
  assert.ok(Math.abs(of("var(--met-3)")[0] / of("var(--met-1)")[0] - (months - 12) / months) < 0.01);
  assert.match(await page.locator("#calendar figcaption").innerText(), /25\u00a0%/);
  await close(page);
});

await check("what can go wrong is told for every option that buys something", async () => {
  const page = await open("small/report.html");
  const rows = await cells(page, "#risks");
  const wrong = small.tables.find((t) => t.name === "what_can_go_wrong").columns;
  assert.equal(rows.length, wrong[0].values.length);
  rows.forEach((r, i) => assert.equal(r[1].raw, wrong.find((c) => c.name === "share_of_worlds").values[i]));
  await close(page);
});

await check("what did not happen is shown only where it is clear and beyond the placebo comparison", async () => {
  const say = async (months, placebo) => {
    const page = await open(
      await variant("ledger.html", (d) => {
        laterAnalyses(d);
        d.ledgers = d.ledgers.slice(0, 1);
        const free = d.ledgers[0].entries[0];
        free.per_1000[other] = months;
        free.placebo_per_1000[other] = placebo;
      }),
    );
    const said = await page.locator("#prevented").innerText();
    const drawn = await page.locator("#prevented figure").count();
    await close(page);
    return [drawn, said];
  };
  assert.equal((await say([620, 619, 621], [7, 6, 8]))[0], 1);
  assert.match((await say([620, 619, 621], [7, 6, 8]))[1], /Blijft uit of komt later: Een jaar ernstige eenzaamheid/);
  assert.match((await say([-620, -621, -619], [7, 6, 8]))[1], /Komt erbij of komt eerder/);
  const no = /Bij geen van de gevolgde gebeurtenissen/;
  assert.match((await say([5, -1, 11], [7, 6, 8]))[1], no);
  assert.match((await say([7.5, 7, 8], [7, 6, 8]))[1], no);
});

await check("the menu and breaking even are printed when another part of the program adds them, and not before", async () => {
  const before = await open("out/report.html");
  assert.equal(await before.locator("#menu").count(), 0);
  await close(before);
  const page = await open(
    await variant("menu.html", (d) => {
      d.tables.push(tableOf("menu", [{ text_nl: "een buurtkamer", text_en: "a living room", value: 2 }]));
      d.tables.push(tableOf("break_even", [{ option: options[other].name, year: 7 }]));
    }),
  );
  assert.match(await page.locator("#menu").innerText(), /een buurtkamer/);
  assert.match(await page.locator("#money").innerText(), /Wanneer het is terugverdiend/);
  await close(page);
});

await check("the chain says what is bought, whom it meets and what that does, each with its evidence", async () => {
  const page = await open("small/report.html");
  await unfold(page, "#chain");
  const links = await page.locator("#chain .link").allInnerTexts();
  assert.equal(links.length, 5);
  for (const link of links) assert.match(link, /Deze schakel rust op \d+ getallen: .*\d+\s× aanname/);
  assert.match(links[0], /\d fte/);
  assert.match(links[1], /Jaar 1: [\d.]+ van de [\d.]+ bewoners/);
  const chosen = await page.locator("#chain-option option").count();
  assert.equal(chosen, small.expected.filter((e) => e.has_lines).length);
  await page.selectOption("#chain-option", { index: chosen - 1 });
  assert.notEqual((await page.locator("#chain .link").allInnerTexts()).join(), links.join());
  await close(page);
});

await check("later analyses are drawn in words and figures", async () => {
  const page = await open("later.html");
  await unfold(page);
  const certainty = await page.locator("#certainty").innerText();
  assert.match(certainty, /Sociale cohesie, ‘[^’]+’: ja\. De kans dat een monitor met 400 antwoorden/);
  assert.match(certainty, /de grootste spijt is het kleinst met/);
  assert.match(certainty, /Welk mechanisme deed het/);
  const parts = await cells(page, `#mechanisms-social_cohesion-${other}`);
  assert.deepEqual(parts.map((r) => r[1].raw), [0.03, 0.05, 0.02, 0.01, -0.01, 0.1]);
  assert.match(await page.locator("#course").innerText(), /is na 2 jaar de helft of minder over\./);
  assert.match(await page.locator("#money").innerText(), /kost het 12\.400 euro \(marge 2400 tot 41\.000\) om één bewoner/);
  assert.match(await page.locator("#lives").innerText(), /<b>verhuist<\/b>/);
  await close(page);
});

await check("what was not measured is said in a sentence, without an empty graph", async () => {
  const page = await open(
    await variant("without.html", (d) => {
      d.ledgers = [];
      d.tables = [];
      d.staffing = [];
      d.bought = [];
    }),
  );
  await unfold(page);
  for (const id of ["reach", "staff", "risks", "prevented", "lives", "chain"])
    assert.ok((await page.locator(`#${id} .absent`).count()) > 0, id);
  assert.equal(await page.locator("#prevented figure").count(), 0);
  assert.match(await page.locator("#certainty").innerText(), /weefsel compare --mechanisms/);
  await close(page);
});

await check("streets are drawn in order of their difference: the model does not know where they lie", async () => {
  const page = await open("later.html");
  await unfold(page, "#money");
  const id = `#groups-street-social_cohesion-${other}`;
  const streets = data.groupings.find((g) => g.name === "street").groups.length;
  const rows = await cells(page, id);
  assert.equal(rows.length, streets);
  assert.equal(rows[0][4].raw, -0.25);
  // One of them is empty.
  assert.equal(await page.locator(`${id} .chart svg circle`).count(), streets - 1);
  assert.doesNotMatch(await page.locator(`${id} .chart svg`).textContent(), /\d m\b/);
  await close(page);
});

await check("five options fit, and one option alone makes a page that says so", async () => {
  for (const viewport of [laptop, narrow]) {
    const page = await open("five.html", viewport);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await close(page);
  }
  const page = await open("one.html");
  assert.match(await page.locator(".answer").innerText(), /niets om mee te vergelijken/);
  assert.ok((await page.locator("#course-social_cohesion svg path").count()) > 0);
  await close(page);
});

await check("labels of a drawing are not cut off at 390 pixels", async () => {
  const page = await open("small/report.html", narrow);
  await unfold(page, "#reach");
  const cut = await page.$$eval("figure .chart svg text", (all) =>
    all
      .filter((t) => {
        const box = t.getBoundingClientRect();
        return box.width > 0 && (box.left < -1 || box.right > innerWidth + 1);
      })
      .map((t) => t.textContent),
  );
  assert.deepEqual(cut, []);
  await close(page);
});

await check("a text that looks like markup stays a text", async () => {
  const page = await open("hostile/report.html");
  assert.equal(await page.locator("img").count(), 0);
  assert.equal(await page.locator("h1").innerText(), '</script><img src=x onerror="document.title=1">');
  await close(page);
});
