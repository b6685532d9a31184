// The first screen: one finding, how sure it is, three questions.
import assert from "node:assert/strict";
import { check, close, column, data, laptop, narrow, open, options, other, reference, summaryRow, unfold, variant } from "./browser.mjs";
import { fiveOptions, tableOf } from "./later.mjs";

const name = (o) => options[o].name;
const found = (question, option, more = {}) => ({
  question,
  option: name(option),
  against: name(question === "stop" ? option : reference),
  indicator: "severely_lonely",
  reserve: "none",
  said_nl: "minder ernstige eenzaamheid: ongeveer 12 minder volwassenen die ernstig eenzaam zijn",
  said_en: "less severe loneliness: about 12 fewer adults who are severely lonely",
  sentence_nl: `Na 10 jaar geeft ‘${options[option].nl}’, vergeleken met ‘${options[reference].nl}’, minder ernstige eenzaamheid: ongeveer 12 minder volwassenen die ernstig eenzaam zijn (-0,52 procentpunt; marge -0,81 tot -0,23).`,
  sentence_en: `After 10 years ‘${options[option].en}’, compared with ‘${options[reference].en}’, gives less severe loneliness: about 12 fewer adults who are severely lonely (-0.52 percentage points; margin -0.81 to -0.23).`,
  certainty_nl: "Dat wijst in 28 van de 30 gesimuleerde werelden dezelfde kant op.",
  certainty_en: "It points this way in 28 of 30 simulated worlds.",
  year: data.years,
  months_after: question === "stop" ? 24 : 0,
  difference: -0.0052,
  lower: -0.0081,
  upper: -0.0023,
  worlds: 30,
  residents: -12,
  left: null,
  one_way: 28 / 30,
  ...more,
});
const no = (question, option, why, more = {}) =>
  found(question, option, {
    indicator: "",
    reserve: "equal",
    said_nl: "",
    said_en: "",
    sentence_nl: `Na 10 jaar is tussen ‘${options[option].nl}’ en ‘${options[reference].nl}’ geen verschil aangetoond dat ertoe doet; ${why}.`,
    certainty_nl: "Marges over 30 gesimuleerde werelden.",
    one_way: null,
    ...more,
  });
const withFindings = (file, lines, change = () => {}) =>
  variant(file, (d) => {
    d.tables = [...d.tables.filter((t) => t.name !== "findings"), tableOf("findings", lines)];
    change(d);
  });

await check("the first screen holds the question, one finding and three tiles", async () => {
  const page = await open("out/report.html");
  const end = await page.locator(".tiles").evaluate((e) => e.getBoundingClientRect().bottom);
  assert.ok(end <= laptop.height, `the tiles end at ${end}`);
  assert.equal(await page.locator(".tile").count(), 3);
  assert.deepEqual(await page.locator(".tile h3").allInnerTexts(), [
    "Wat doet het werk?",
    "Wat voegt de vorm van het geld toe?",
    "Wat gaat er verloren als het stopt?",
  ]);
  assert.equal(await page.locator("#answer .question").count(), 1);
  await close(page);
  const small = await open("out/report.html", narrow);
  const box = await small.locator(".headline").boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height <= narrow.height, JSON.stringify(box));
  await close(small);
});

await check("the finding is said in people without its margin, with a dot for every world", async () => {
  const file = await withFindings("people.html", [no("work", other, "in dit model gelijk: sociale cohesie"), found("form", other)]);
  const page = await open(file);
  const said = await page.locator(".answer").innerText();
  assert.match(said, /minder ernstige eenzaamheid: ongeveer 12 minder volwassenen die ernstig eenzaam zijn\.$/);
  assert.doesNotMatch(said, /marge|procentpunt/);
  assert.match(await page.locator(".certainty").innerText(), /28 van de 30/);
  const dots = await page.$$eval(".certainty circle", (all) => all.map((c) => c.getAttribute("fill")));
  assert.equal(dots.length, 30);
  assert.equal(dots.filter((fill) => fill !== "none").length, 28);
  assert.match(await page.locator('[data-question="form"] .clear').innerText(), /^ongeveer 12 minder volwassenen/);
  await unfold(page, "#answer");
  assert.match(await page.locator("#answer .more").innerText(), /\(−0,52 procentpunt; marge −0,81 tot −0,23\)/);
  await page.click('[data-language="en"]');
  assert.match(await page.locator(".answer").innerText(), /about 12 fewer adults who are severely lonely\.$/);
  await close(page);
});

await check("which finding stands first does not hang on how large it is: form, work, then stopping", async () => {
  const large = { sentence_nl: "‘A’ groot.", said_nl: "groot", difference: -0.5 };
  const first = async (lines) => {
    const page = await open(await withFindings("order.html", lines));
    const said = await page.locator(".answer").innerText();
    await close(page);
    return said;
  };
  assert.match(await first([found("work", other, large), found("form", other)]), /ongeveer 12/);
  assert.equal(await first([found("stop", other), found("work", other, large), no("form", other, "onbeslist: deelname")]), "‘A’ groot.");
  assert.match(
    await first([no("work", other, "onbeslist: deelname"), no("form", other, "onbeslist: deelname")]),
    /geen verschil aangetoond dat ertoe doet\.$/,
  );
});

await check("where the finding is about the work, the first box says what the form does too", async () => {
  const boxes = async (lines) => {
    const page = await open(await withFindings("form.html", lines));
    const verdict = await page.locator(".headline .form-verdict").allInnerTexts();
    const about = await page.locator(".tile .about").allInnerTexts();
    const key = await page.locator("#answer .note").first().innerText();
    await close(page);
    return [verdict, about.join(" "), key];
  };
  const [verdict, about, key] = await boxes([found("work", other), no("form", other, "in dit model gelijk: sociale cohesie")]);
  assert.equal(verdict.length, 1);
  assert.match(verdict[0], /^Tussen ‘.+’ en ‘.+’: geen verschil dat ertoe doet\.$/);
  assert.match(about, /er wonen [\d.]+ volwassenen/);
  assert.match(key, /^Stip en streep/);
  assert.deepEqual((await boxes([found("work", other), found("form", other)]))[0], []);
});

await check("a tile tells what is the same from what is undecided, and what was not simulated", async () => {
  const page = await open(
    await withFindings("no.html", [
      no("form", other, "in dit model gelijk: sociale cohesie; onbeslist: deelname aan activiteiten"),
      no("stop", other, "in dit model gelijk: sociale cohesie"),
    ]),
  );
  const tile = (question) => page.locator(`[data-question="${question}"]`).innerText();
  assert.match(await tile("form"), /geen verschil aangetoond, deels onbeslist/);
  assert.match(await tile("stop"), /geen verschil dat ertoe doet/);
  assert.match(await tile("work"), /niet gesimuleerd/);
  await close(page);
});

await check("what shows no difference is one line, with all sentences behind it as the program made them", async () => {
  const file = await variant("zeros.html", (d) => {
    const parts = d.tables.find((t) => t.name === "answer_parts").columns;
    parts.find((c) => c.name === "reserve").values = parts.find((c) => c.name === "indicator").values.map((i) =>
      i === "participation" ? "undecided" : "equal",
    );
  });
  const page = await open(file);
  const line = page.locator("#answer .more > summary");
  assert.match(await line.innerText(), /^Geen verschil dat ertoe doet tussen de opties in: sociale cohesie en ernstige eenzaamheid\./);
  await line.click();
  for (const language of ["nl", "en"]) {
    await page.click(`[data-language="${language}"]`);
    await unfold(page, "#answer");
    const printed = await page.locator(".whole").first().innerText();
    assert.equal(printed.replaceAll("−", "-"), column(data, "answer", `sentence_${language}`)[0]);
    assert.deepEqual(
      await page.locator(".whole").first().locator("strong").allInnerTexts(),
      column(data, "answer_parts", `said_${language}`),
    );
  }
  const row = summaryRow(name(other), "social_cohesion", data.years);
  const shown = row("difference").toFixed(2).replace(/^-(0\.0+)$/, "$1");
  assert.ok(column(data, "answer", "sentence_en")[0].includes(shown), shown);
  await close(page);
});

await check("of one set of assumptions the first screen says that its margin is luck alone", async () => {
  const page = await open("stated.html");
  assert.match(await page.locator("#answer").innerText(), /alleen toeval, bij één set aannames/);
  await close(page);
});

await check("which options cost the same is a line, and its reserves are behind it", async () => {
  const say = async (change) => {
    const page = await open(await variant("money.html", change));
    await unfold(page, "#answer");
    const said = [await page.locator(".equal").innerText(), await page.locator(".equal-whole").innerText()];
    await close(page);
    return said;
  };
  const both = await say((d) => {
    d.equal_money = true;
    d.expected.forEach((e) => (e.has_lines = true));
  });
  assert.match(both[0], /^De opties kosten evenveel: ongeveer [0-9.]+ euro in \d+ jaar\.$/);
  assert.match(both[1], /geld van later telt minder zwaar mee/);
  const one = await say((d) => {
    d.equal_money = true;
    d.expected.forEach((e, o) => (e.has_lines = o !== other));
  });
  assert.match(one[0], new RegExp(`De optie ‘${options[other].nl}’ krijgt geen geld`));
  const three = await say((d) => {
    d.equal_money = true;
    fiveOptions(d);
    d.expected.forEach((e, o) => (e.has_lines = o !== other));
  });
  assert.match(three[0], /^De opties met geld kosten evenveel/);
});

await check("the report is about what the terminal is about, by the same thresholds", async () => {
  assert.deepEqual(data.headlines, ["social_cohesion", "severely_lonely", "participation"]);
  const usual = (indicator) => data.indicators.find((i) => i.name === indicator).usual_noticeable;
  const near = (value, wanted) => assert.ok(Math.abs(value - wanted) < 1e-6, `${value}`);
  near(usual("social_cohesion"), 0.1);
  for (const indicator of ["severely_lonely", "participation", "lonely_6"]) near(usual(indicator), 0.005);
  assert.equal(usual("clustering"), 0);
});

await check("one switch turns every text into English and back", async () => {
  const page = await open("out/report.html");
  const before = await page.locator("main").innerText();
  assert.equal(await page.locator("h1").innerText(), data.title_nl);
  await page.click('[data-language="en"]');
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  assert.equal(await page.locator("h1").innerText(), data.title);
  const heads = await page.$$eval("h2", (all) => all.map((h) => h.textContent));
  await page.click('[data-language="nl"]');
  assert.equal(await page.locator("main").innerText(), before);
  const dutch = await page.$$eval("h2", (all) => all.map((h) => h.textContent));
  assert.equal(heads.length, 12);
  assert.ok(heads.every((h, i) => h !== dutch[i]));
  await close(page);
  const english = await open("english.html");
  assert.equal(await english.evaluate(() => document.documentElement.lang), "en");
  await close(english);
});
