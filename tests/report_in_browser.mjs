// What a browser shows of a report. Called by report_in_browser.sh:
//   node report_in_browser.mjs PACKAGES BROWSER FOLDER
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const [packages, executablePath, folder] = process.argv.slice(2);
const require = createRequire(path.join(packages, "package.json"));
const { chromium } = require("playwright-core");
const axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");

const browser = await chromium.launch({
  executablePath,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
const wide = { width: 1280, height: 800 },
  narrow = { width: 390, height: 844 };
const wrong = [];

async function check(name, test) {
  const begin = performance.now();
  try {
    await test();
    console.log(`ok: ${name} (${Math.round(performance.now() - begin)} ms)`);
  } catch (e) {
    wrong.push(name);
    console.log(`FAIL: ${name}\n  ${e.message.split("\n").slice(0, 12).join("\n  ")}`);
  }
}

/** Opens a page in a tab of its own and fails on every error and every request beyond the file. */
async function open(file, viewport = wide, more = {}) {
  const page = await browser.newPage({ viewport, ...more });
  page.problems = [];
  page.on("console", (m) => {
    if (["error", "warning"].includes(m.type())) page.problems.push(m.text());
  });
  page.on("pageerror", (e) => page.problems.push(e.message));
  page.on("request", (r) => {
    if (!r.url().startsWith("file:")) page.problems.push(`asks for ${r.url()}`);
  });
  await page.goto(`file://${path.resolve(folder, file)}`);
  return page;
}
async function close(page) {
  const problems = page.problems;
  await page.close();
  assert.deepEqual(problems, []);
}

const report = await readFile(path.join(folder, "out/report.html"), "utf8");
const dataAt = /(<script type="application\/json" id="data">)(.*?)(<\/script>)/s;
const data = JSON.parse(report.match(dataAt)[2]);
/** What the program says of a difference (verdict_of); `least`: the smallest that is noticed. */
function verdictOf([mean, lower, upper], least = 0) {
  if (mean === null || lower === null || upper === null) return "unknown";
  if (lower === 0 && upper === 0) return "same";
  if (lower <= 0 && upper >= 0) return "unclear";
  if (Math.abs(mean) < least) return "too_small";
  return mean > 0 ? "higher" : "lower";
}
/** Judges changed data as the program would have: groups, and tables that are given verdicts. */
function judge(d) {
  for (const g of d.groupings)
    for (const v of g.values) v.verdicts = v.differences.map((of) => of.map((interval) => verdictOf(interval)));
  for (const [name, column, interval, noticed] of [
    ["ending", "verdict", ["difference", "lower", "upper"], false],
    ["fade_out", "verdict", ["effect_at_end", "lower", "upper"], true],
    ["lonely_years", "extra_verdict", ["extra_cost", "extra_cost_lower", "extra_cost_upper"], false],
  ]) {
    const table = d.tables.find((t) => t.name === name);
    if (table === undefined) continue;
    const values = (of) => table.columns.find((c) => c.name === of).values;
    const least = (row) =>
      noticed ? d.indicators.find((i) => i.name === values("indicator")[row]).usual_noticeable : 0;
    const said = values(interval[0]).map((_, row) => verdictOf(interval.map((c) => values(c)[row]), least(row)));
    table.columns = [...table.columns.filter((c) => c.name !== column), { name: column, values: said }];
  }
}
/** The same page with other data, as a later run may write them. */
async function variant(name, change) {
  const other = structuredClone(data);
  change(other);
  judge(other);
  const json = JSON.stringify(other).replaceAll("<", "\\u003c");
  await writeFile(
    path.join(folder, name),
    report.replace(dataAt, (_, a, b, c) => a + json + c),
  );
  return name;
}

const summary = (await readFile(path.join(folder, "out/summary.csv"), "utf8"))
  .trim()
  .split("\n")
  .map((line) => line.split(","));
const columns = Object.fromEntries(summary[0].map((name, i) => [name, i]));
const summaryRow = (option, indicator, year) => {
  const row = summary.find(
    (r) =>
      r[columns.option] === option &&
      r[columns.indicator] === indicator &&
      r[columns.horizon_years] === String(year),
  );
  assert.ok(row, `summary.csv has ${option}, ${indicator}, ${year}`);
  return (name) => (row[columns[name]] === "" ? null : Number(row[columns[name]]));
};
function near(shown, wanted, what) {
  if (wanted === null) return assert.equal(shown, null, what);
  // The results file holds 32-bit numbers.
  assert.ok(
    shown !== null && Math.abs(shown - wanted) <= 2e-6 * Math.max(1, Math.abs(wanted)),
    `${what}: ${shown}, in summary.csv ${wanted}`,
  );
}
/** Rows of a table as texts and the numbers behind them. */
const cells = (page, selector) =>
  page.$$eval(`${selector} tbody tr`, (rows) =>
    rows.map((row) =>
      [...row.children].map((c) => ({
        text: c.textContent,
        raw: c.dataset.value === undefined ? null : Number(c.dataset.value),
      })),
    ),
  );

const options = data.options,
  reference = data.reference,
  other = 1 - reference;

for (const [name, viewport] of [
  ["wide", wide],
  ["narrow", narrow],
]) {
  await check(`the first screen shows the answer (${name})`, async () => {
    const page = await open("out/report.html", viewport);
    const box = await page.locator(".answer").first().boundingBox();
    assert.ok(box.y >= 0 && box.y + box.height <= viewport.height, JSON.stringify(box));
    const said = await page.locator(".answer").first().innerText();
    assert.match(said, new RegExp(`Na ${data.years} jaar|na ${data.years} jaar`));
    assert.match(said, /marge [−+0-9,]+ tot [−+0-9,]+/);
    assert.match(await page.locator(".equal").innerText(), /evenveel/);
    assert.match(await page.locator("#answer").innerText(), new RegExp(`Van de ${data.draws} sets aannames is .* merkbaar beter dan`));
    await close(page);
  });
}

await check("of one set of assumptions the first screen says that its margin is luck alone", async () => {
  const page = await open("stated.html");
  assert.match(await page.locator("#answer").innerText(), /alleen toeval, bij één set aannames/);
  await close(page);
});

await check("the answer's sentence follows from the numbers", async () => {
  const page = await open("out/report.html");
  const said = await page.locator(".answer").first().innerText();
  const row = summaryRow(options[other].name, "social_cohesion", data.years);
  const clear = row("difference_lower") > 0 || row("difference_upper") < 0;
  if (!clear) assert.match(said, /geen duidelijk verschil in (sociale cohesie|ernstige eenzaamheid)/);
  const shown = (decimals) =>
    row("difference")
      .toFixed(decimals)
      .replace("-", "−")
      .replace(".", ",")
      .replace(/^−(0,0+)$/, "$1");
  assert.ok(
    [2, 3, 4, 5].some((decimals) => said.includes(`${shown(decimals)} punt`)),
    `${shown(2)} in: ${said}`,
  );
  await close(page);
});

await check("the answer is printed as the program made it, in both languages; what is said stands out", async () => {
  const page = await open("out/report.html");
  const column = (table, name) =>
    data.tables.find((t) => t.name === table).columns.find((c) => c.name === name).values;
  for (const language of ["nl", "en"]) {
    await page.click(`[data-language="${language}"]`);
    const printed = await page.locator(".answer").first().innerText();
    assert.equal(printed.replaceAll("−", "-"), column("answer", `sentence_${language}`)[0]);
    assert.deepEqual(
      await page.locator(".answer").first().locator("strong").allInnerTexts(),
      column("answer_parts", `said_${language}`),
    );
  }
  await close(page);
});

await check("what the program found clearest leads, whichever headline it is, in the boxes", async () => {
  const name = await variant("clear.html", (d) => {
    d.clearest = ["participation", "social_cohesion", "severely_lonely"];
    for (const r of d.comparison) {
      if (r.option !== other) continue;
      if (r.indicator === "participation") Object.assign(r, { difference: [0.073, 0.06, 0.086], verdict: "higher" });
      if (["social_cohesion", "severely_lonely"].includes(r.indicator))
        Object.assign(r, { difference: [0.001, -0.01, 0.012], verdict: "unclear" });
    }
  });
  const page = await open(name);
  const boxes = await page.$$eval("#figures .card", (all) => all.map((c) => c.dataset.indicator));
  assert.deepEqual(boxes.slice(0, 3), ["participation", "social_cohesion", "severely_lonely"]);
  assert.match(await page.locator("#figures .card").first().innerText(), /Duidelijk hoger/);
  await close(page);
});

await check("the report is about what the terminal is about, by the same thresholds", async () => {
  assert.deepEqual(data.headlines, ["social_cohesion", "severely_lonely", "participation"]);
  const usual = (indicator) => data.indicators.find((i) => i.name === indicator).usual_noticeable;
  near(usual("social_cohesion"), 0.1, "cohesion");
  for (const indicator of ["severely_lonely", "participation", "lonely_6"]) near(usual(indicator), 0.005, indicator);
  assert.equal(usual("clustering"), 0);
});

await check("which options cost the same is said beside the answer", async () => {
  const say = async (change) => {
    const page = await open(await variant("money.html", change));
    const said = await page.locator(".equal").innerText();
    await close(page);
    return said;
  };
  const both = await say((d) => {
    d.equal_money = true;
    d.expected.forEach((e) => (e.has_lines = true));
  });
  assert.match(both, /^Alle opties kosten naar verwachting evenveel.*geld van later telt minder zwaar mee/);
  for (const without of [other, reference]) {
    const one = await say((d) => {
      d.equal_money = true;
      d.expected.forEach((e, o) => (e.has_lines = o !== without));
    });
    assert.doesNotMatch(one, /kosten naar verwachting evenveel/);
    assert.match(one, new RegExp(`De optie ‘${options[without].nl}’ krijgt geen geld`));
  }
  const three = await say((d) => {
    d.equal_money = true;
    fiveOptions(d);
    d.expected.forEach((e, o) => (e.has_lines = o !== other));
  });
  assert.match(three, /^De opties met geld kosten naar verwachting evenveel/);
});

await check("yearly amounts and equal money stand together with the reason why both are true", async () => {
  const page = await open("out/report.html");
  const money = await page.locator("#money").innerText();
  assert.match(money, /betaalt de gemeente met ‘[^’]+’ gemiddeld [0-9.,]+ euro per inwoner per jaar, en met ‘[^’]+’ [0-9.,]+ euro, zonder rente/);
  assert.match(money, /Verschil: [−+]?[0-9.,]+ euro; marge [−+]?[0-9.,]+ tot [−+]?[0-9.,]+\./);
  assert.match(money, /‘Evenveel’ gaat over de contante waarde/);
  assert.match(await page.locator("#figures").innerText(), /een gemiddelde per jaar, zonder rente/);
  await close(page);
});

await check("money that may not come free is not said to come free", async () => {
  const say = async (difference) => {
    const name = await variant("cash.html", (d) => {
      for (const r of d.comparison)
        if (r.option === other && r.indicator === "cashable_municipality")
          Object.assign(r, { difference, verdict: verdictOf(difference) });
    });
    const page = await open(name);
    const said = await page.locator("#figures").innerText();
    await close(page);
    return said;
  };
  assert.match(
    await say([1.08, -0.5, 2.66]),
    /Of er in jaar \d+ geld vrijkomt uit minder zorg, is niet duidelijk \(\+1,08 euro [^;]*; marge −0,50 tot \+2,66\)/,
  );
  assert.match(await say([1.08, 0.5, 1.66]), /Geld dat in jaar \d+ vrijkomt .*\+1,08 euro [^;]*; marge \+0,50 tot \+1,66/);
  assert.match(await say([-1.08, -1.66, -0.5]), /er is juist meer geld nodig voor zorg/);
});

await check("a difference worth noticing that was set governs in how many sets it is noticed", async () => {
  const name = await variant("noticeable.html", (d) => {
    d.draws = 2;
    d.replicates = 1;
    d.indicators.find((i) => i.name === "social_cohesion").noticeable = 0.4;
    d.indicators.find((i) => i.name === "severely_lonely").noticeable = 0.0125;
  });
  const page = await open(name);
  const said = await page.locator("#answer").innerText();
  assert.match(said, /merkbaar beter dan .* \(sociale cohesie, vanaf 0,4 punt\)/);
  assert.match(said, /\(ernstige eenzaamheid, vanaf 1,25 procentpunt\)/);
  const made = await page.locator(".provenance").innerText();
  assert.match(made, /sociale cohesie: 0,4 punt; ernstige eenzaamheid: 1,25 procentpunt/i);
  await close(page);
});

await check("the page says in both languages where several sets of assumptions come from", async () => {
  const fitted =
    "11 parameters come together from the posterior (150 equally weighted sets of parameters, fitted by weefsel " +
    "calibrate my (own).toml), 120 others from their prior, wider the weaker the evidence";
  const said = async (origin) => {
    const page = await open(await variant("origin.html", (d) => (d.made.parameter_draws = origin)));
    const texts = [await page.locator(".provenance").innerText()];
    await page.click('[data-language="en"]');
    texts.push(await page.locator(".provenance").innerText());
    await close(page);
    return texts;
  };
  const [nl, en] = await said(fitted);
  assert.match(nl, /11 aannames samen uit de posterior.*150 sets.*calibrate my \(own\)\.toml\)\. De andere 120/);
  assert.match(en, /11 assumptions come together.*150 sets.*calibrate my \(own\)\.toml\)\. The other 120/);
  const alone = await said(
    "42 parameters come from their prior, wider the weaker the evidence; none was fitted",
  );
  assert.match(alone[0], /In elke set zijn 42 aannames getrokken/);
  assert.match((await said("lots"))[1], /Sets of assumptions\s+lots/);
  assert.doesNotMatch((await said(""))[0], /Sets aannames/);
});

await check("one switch turns every text into English and back", async () => {
  const page = await open("out/report.html");
  const before = await page.locator("main").innerText();
  assert.equal(await page.locator("h1").innerText(), data.title_nl);
  assert.notEqual(data.title_nl, data.title);
  await page.click('[data-language="en"]');
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  assert.match(await page.locator(".answer").first().innerText(), /compared with/);
  assert.match(await page.locator("#money h2").innerText(), /who pays/);
  assert.equal(await page.locator("h1").innerText(), data.title);
  const heads = await page.$$eval("h2", (all) => all.map((h) => h.textContent));
  await page.click('[data-language="nl"]');
  assert.equal(await page.locator("main").innerText(), before);
  const dutch = await page.$$eval("h2", (all) => all.map((h) => h.textContent));
  assert.equal(heads.length, 10);
  assert.ok(
    heads.every((h, i) => h !== dutch[i]),
    "every heading differs",
  );
  await close(page);
  const english = await open("english.html");
  assert.equal(await english.evaluate(() => document.documentElement.lang), "en");
  await close(english);
});

await check("every figure is drawn and has its numbers", async () => {
  const page = await open("out/report.html");
  const figures = await page.$$eval("figure", (all) =>
    all.map((f) => ({
      id: f.id,
      shapes: f.querySelectorAll(".chart svg :is(path, circle, rect, line)").length,
      width: f.querySelector(".chart svg")?.getBoundingClientRect().width ?? 0,
      rows: f.querySelectorAll("table tbody tr").length,
      label: f.querySelector(".chart").getAttribute("aria-label"),
    })),
  );
  assert.ok(figures.length >= 12, `${figures.length} figures`);
  for (const f of figures)
    assert.ok(
      f.shapes > (f.id.startsWith("ledger-") ? 0 : 3) && // a ledger may be of one resident
        f.width > 200 &&
        f.rows > 0 &&
        f.label.length > 10,
      JSON.stringify(f),
    );
  for (const id of [
    "course-social_cohesion",
    "course-severely_lonely",
    "hours",
    "payers",
    "cumulative",
    "groups-age-social_cohesion",
    `groups-street-social_cohesion-${other}`,
  ])
    assert.ok(
      figures.some((f) => f.id === id),
      id,
    );
  await close(page);
});

await check("shocks and council terms are marked", async () => {
  const page = await open("out/report.html");
  const texts = await page.locator("#course-social_cohesion .chart svg").textContent();
  assert.match(texts, /pandemie/);
  assert.match(texts, /energiecrisis/);
  await close(page);
});

await check("no margin of a level lies outside what the level can be", async () => {
  const tops = { social_cohesion: 10, severely_lonely: 1, participation: 1, same_worker_after_3_years: 1, residents_reached: 1 };
  const within = ([, lower, upper], top, what) =>
    assert.ok((lower ?? 0) >= 0 && (upper ?? 0) <= top * (1 + 1e-6), `${what}: ${lower} to ${upper}`);
  for (const s of data.series)
    if (s.indicator in tops) for (const i of s.levels.flat()) within(i, tops[s.indicator], s.indicator);
  for (const g of data.groupings)
    for (const v of g.values) for (const i of v.levels.flat()) within(i, tops[v.indicator], `${v.indicator} by ${g.name}`);
  for (const l of data.ledgers)
    for (const e of l.entries)
      if (e.entry !== "event_free_months") for (const i of e.per_1000) within(i, Infinity, `${l.kind} ${e.entry}`);
});

await check("the time lines hold the numbers of summary.csv", async () => {
  const page = await open("out/report.html");
  for (const indicator of ["social_cohesion", "severely_lonely"]) {
    const rows = await cells(page, `#course-${indicator}`);
    for (const year of [4, 8, data.years]) {
      const row = rows.find((r) => r[0].raw === year),
        wanted = summaryRow(options[other].name, indicator, year);
      near(
        row[2].raw,
        summaryRow(options[reference].name, indicator, year)("mean"),
        `${indicator} ${year} reference`,
      );
      near(row[3].raw, wanted("mean"), `${indicator} ${year} mean`);
      ["difference", "difference_lower", "difference_upper"].forEach((name, i) =>
        near(row[4 + i].raw, wanted(name), `${indicator} ${year} ${name}`),
      );
      const decimals = indicator === "social_cohesion" ? 2 : 1,
        factor = indicator === "social_cohesion" ? 1 : 100;
      assert.equal(row[3].text, (wanted("mean") * factor).toFixed(decimals).replace(".", ","));
    }
  }
  await close(page);
});

await check("the table of all figures holds the numbers of summary.csv", async () => {
  const page = await open("out/report.html");
  const rows = await cells(page, "#effects details.numbers");
  const wanted = summary
    .slice(1)
    .filter(
      (r) =>
        r[columns.option] === options[other].name &&
        r[columns.horizon_years] === String(data.years) &&
        r[columns.mean] !== "",
    );
  assert.equal(rows.length, wanted.length);
  wanted.forEach((r, i) => {
    const number = (name) => (r[columns[name]] === "" ? null : Number(r[columns[name]]));
    near(rows[i][3].raw, number("mean"), r[columns.indicator]);
    ["difference", "difference_lower", "difference_upper"].forEach((name, k) =>
      near(rows[i][4 + k].raw, number(name), `${r[columns.indicator]} ${name}`),
    );
  });
  await close(page);
});

await check("a table can be saved as CSV with its full numbers", async () => {
  const page = await open("out/report.html");
  await page.click("#course-social_cohesion summary");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.click("#course-social_cohesion .csv"),
  ]);
  assert.equal(download.suggestedFilename(), "course-social_cohesion.csv");
  const text = await readFile(await download.path(), "utf8");
  const lines = text
    .trim()
    .split("\n")
    .map((l) => l.split(","));
  assert.equal(lines.length, data.years + 1);
  near(
    Number(lines[data.years][3]),
    summaryRow(options[other].name, "social_cohesion", data.years)("mean"),
    "last line",
  );
  await close(page);
});

await check("what was not measured is said in a sentence, without an empty graph", async () => {
  const page = await open(
    await variant("without.html", (d) => {
      d.ledgers = [];
      d.tables = [];
      for (const b of d.money.balances.flat()) b.youth_by_year = b.youth_paid = [];
      d.money.cash_share = d.money.cash_share.map(() => null);
    }),
  );
  assert.equal(await page.locator("#prevented figure").count(), 0);
  assert.match(await page.locator("#prevented .absent").innerText(), /niet bijgehouden/);
  assert.match(await page.locator("#effects .absent").innerText(), /niet opgeschreven/);
  assert.equal(await page.locator("#certainty .absent").count(), 4);
  assert.match(await page.locator("#certainty").innerText(), /weefsel compare --mechanisms/);
  assert.match(await page.locator("#money .absent").innerText(), /niet berekend/);
  assert.match(await page.locator("#money").innerText(), /6\.7 Maatwerk: Wmo en jeugdhulp/);
  assert.match(await page.locator("#labour .absent").innerText(), /niet gemeten/);
  await close(page);
});

await check(
  "what too few sets of assumptions cannot say is said, and so is what many do not show",
  async () => {
    for (const [draws, flips, worth] of [
      [12, /pas te zeggen vanaf 40 sets aannames; deze run had er 12/, /vanaf 30/],
      [60, /In 60 sets aannames vonden we niets/, /door toeval zo lijkt/],
    ]) {
      const page = await open(await variant("draws.html", (d) => (d.draws = draws)));
      const said = await page.locator("#certainty .absent").allInnerTexts();
      assert.match(said[0], flips);
      assert.match(said[1], worth);
      await close(page);
    }
  },
);

const interval = (v) => [v, v - 1, v + 1];
const ledgerOf = (kind, sham) => ({
  kind,
  entries: [
    ["event_free_months", 620],
    ["prevented", 14],
    ["postponed", 31],
    ["postponed_months", 410],
    ["brought_about", 9],
  ].map(([entry, v]) => ({
    entry,
    // 500 residents: what is shown is per 1000.
    counts: options.map((_, o) => interval(o === reference ? 0 : v / 2)),
    placebo: sham ? options.map(() => interval(7 / 2)) : [],
    per_1000: options.map((_, o) => interval(o === reference ? 0 : v)),
    placebo_per_1000: sham ? options.map(() => interval(7)) : [],
  })),
});
/** A table as a later analysis writes it, of lines that are objects. */
const tableOf = (name, lines) => ({
  name,
  columns: Object.keys(lines[0]).map((c) => ({ name: c, values: lines.map((l) => l[c]) })),
});
const option = options[other].name;
function decisions() {
  const both = ["social_cohesion", "severely_lonely"];
  return [
    tableOf(
      "mechanisms",
      ["hours", "tenure", "gaps", "selection", "focus", "all"].map((mechanism, i) => {
        const value = [0.03, 0.05, 0.02, 0.01, -0.01, 0.1][i];
        return {
          option,
          indicator: "social_cohesion",
          mechanism,
          value,
          lower: value - 0.02,
          upper: value + 0.02,
        };
      }),
    ),
    tableOf(
      "ending",
      both.flatMap((indicator) =>
        [1, 2, 3].map((years_after) => {
          const difference = -0.02 * years_after;
          return {
            option,
            indicator,
            ended_after_years: 4,
            years_after,
            difference,
            lower: difference - 0.01,
            upper: difference + 0.01,
            left: years_after === 3 ? null : 1 - 0.3 * years_after,
          };
        }),
      ),
    ),
    tableOf("fade_out", [
      {
        option,
        indicator: both[0],
        effect_at_end: 0.2,
        lower: 0.1,
        upper: 0.3,
        halved_after: 2,
      },
      {
        option,
        indicator: both[1],
        effect_at_end: 0,
        lower: -0.1,
        upper: 0.1,
        halved_after: null,
      },
    ]),
    tableOf("monitor", [
      {
        option,
        indicator: both[0],
        year: 4,
        expected: 6.1,
        difference: 0.2,
        respondents: 400,
        power: 0.9,
        detectable: 0.15,
      },
      {
        option,
        indicator: both[1],
        year: 4,
        expected: 0.1,
        difference: -0.01,
        respondents: 400,
        power: 0.08,
        detectable: 0.07,
      },
    ]),
    tableOf("lonely_years", [
      {
        option,
        prevented: 41.3,
        prevented_lower: 12.1,
        prevented_upper: 70.5,
        extra_cost: 512000,
        extra_cost_lower: 101000,
        extra_cost_upper: 923000,
        cost_per_year: 12397,
        cost_lower: 2400,
        cost_upper: 41000,
        verdict: "cost",
        pairs: 3,
      },
    ]),
    tableOf(
      "regret",
      options.map((o, i) => ({
        indicator: both[0],
        option: o.name,
        mean: 0.1 * i,
        largest: 0.1 + 0.2 * i,
        share_best: 1 - i,
        worlds: 3,
      })),
    ),
    tableOf("certainty", [
      {
        option,
        indicator: both[0],
        draws: 3,
        better: 0.67,
        noticeably_better: 0.33,
        noticeably_worse: 0,
        variance_assumptions: 3,
        variance_luck: 1,
      },
    ]),
  ];
}
function laterAnalyses(d) {
  d.ledgers = [ledgerOf("severe_loneliness", true), ledgerOf("residential_admission", true)];
  d.tables = [
    {
      name: "lives",
      columns: [
        { name: "resident", values: ["17", "17"] },
        { name: "when_nl", values: ["jaar 1, maand 3", "jaar 4, maand 4"] },
        { name: "when_en", values: ["year 1, month 3", "year 4, month 4"] },
        { name: "text_nl", values: ["<b>verhuist</b>", "leert buren kennen"] },
        { name: "text_en", values: ["moves", "meets neighbours"] },
      ],
    },
    {
      name: "flips",
      columns: [
        { name: "parameter", values: ["help.reach"] },
        { name: "value", values: [0.4] },
      ],
    },
    {
      name: "value_of_information",
      columns: [
        { name: "parameter", values: ["help.reach"] },
        { name: "value", values: [1200] },
      ],
    },
    ...decisions(),
  ];
  // Of two neighbourhoods, in one of which nobody lives in one street.
  const streets = d.groupings.find((g) => g.name === "street");
  streets.within = streets.groups.map((_, i) => (i % 2 === 0 ? "West" : "East"));
  const cohesion = streets.values.find((v) => v.indicator === "social_cohesion");
  cohesion.differences[other] = streets.groups.map((_, i) => {
    const value = [-0.25, -0.15, 0, 0.15, 0.25][i % 5];
    return i === 7 ? [null, null, null] : [value, value - 0.2, value + 0.2];
  });
  d.draws = 3;
  d.replicates = 1;
}
await check("ledger, lives, a map and later analyses appear when they are there", async () => {
  const page = await open(await variant("later.html", laterAnalyses));
  assert.equal(await page.locator(".absent").count(), 0);
  assert.equal(await page.locator("#prevented figure").count(), 2);
  const said = await page.locator("#prevented figure").first().innerText();
  assert.match(said, /Extra maanden zonder deze gebeurtenis, per 1000 bewoners: \+620/);
  const drawn = await page.locator("#prevented figure .chart svg").first().textContent();
  assert.match(drawn, /Bleef uit of kwam later: 45,0/);
  assert.match(drawn, /Bleef uit of kwam later, schijnvergelijking: 14,0/);
  const icons = await page.locator("#prevented figure .chart svg").first().locator("circle").count();
  // An icon stands for two: 45 and 14 of the sham fewer, 9 and 7 more.
  assert.equal(icons, 23 + 7 + 5 + 4);
  // 620 months at 20 a square; the 7 of the sham are less than half a square.
  assert.equal(await page.locator("#prevented figure .chart svg").first().locator("rect").count(), 31);
  const rows = await cells(page, `#ledger-severe_loneliness-${other}`);
  assert.deepEqual(
    rows.map((r) => r[1].raw),
    [620, 14, 31, 410, 9],
  );
  assert.deepEqual(
    rows.map((r) => r.at(-1).raw),
    [310, 7, 15.5, 205, 4.5],
    "for all residents together",
  );
  assert.match(await page.locator("#effects").innerText(), /<b>verhuist<\/b>/);
  assert.match(await page.locator("#answer .sure").first().innerText(), /Van de 3 sets aannames/);
  await close(page);
});

await check("a map says of every street how much more or less, in colour and in sign", async () => {
  const page = await open("later.html");
  const id = `#groups-street-social_cohesion-${other}`;
  const streets = data.groupings.find((g) => g.name === "street").groups.length;
  const tiles = await page.$$eval(`${id} .chart svg g > rect`, (all) =>
    all.map((r) => ({
      fill: r.getAttribute("fill"),
      thick: r.getAttribute("stroke-width"),
      sign: r.parentElement.querySelector("text.sign")?.textContent ?? null,
      title: r.parentElement.querySelector("title").textContent,
    })),
  );
  assert.equal(tiles.length, streets);
  const of = (sign) => tiles.filter((t) => t.sign === sign);
  // Every fifth street is of one kind; one is empty.
  assert.ok(["−−", "−", "+", "++"].every((sign) => Math.abs(of(sign).length - streets / 5) <= 1));
  assert.equal(tiles.filter((t) => t.fill === "none").length, 1);
  assert.equal(new Set(tiles.filter((t) => t.sign !== null).map((t) => t.sign + t.fill)).size, 5);
  assert.ok(of("++").every((t) => t.thick === "2.5") && of("+").every((t) => t.thick === "1"));
  assert.match(of("++")[0].title, /^Straat \d+: \+0,25 punt; marge \+0,05 tot \+0,45$/);
  const drawn = await page.locator(`${id} .chart svg`).textContent();
  assert.match(drawn, /West.*East.*/s);
  assert.match(drawn, /\d+ m/);
  const rows = await cells(page, id);
  assert.equal(rows.length, streets);
  assert.equal(rows[0][4].raw, -0.25);
  await close(page);
});

await check("a real map lays every street on a place of its own", async () => {
  const page = await open("out/report.html");
  const places = await page.$$eval(`#groups-street-social_cohesion-${other} .chart svg g > rect`, (all) =>
    all.map((r) => `${Math.round(r.getAttribute("x"))} ${Math.round(r.getAttribute("y"))}`),
  );
  assert.equal(places.length, data.groupings.find((g) => g.name === "street").groups.length);
  assert.equal(new Set(places).size, places.length);
  await close(page);
});

await check("a life has the terms at which it parts, with their sum", async () => {
  const page = await open("out/report.html");
  const terms = data.tables.find((t) => t.name === "lives_terms");
  assert.ok(terms, "a run tells terms");
  const rows = await page.$$eval("details.terms tbody tr", (all) => all.length);
  assert.equal(rows, terms.columns[0].values.length);
  const shown = await page.$$eval("details.terms td.number", (all) =>
    all.map((c) => Number(c.dataset.value)).filter((v) => !Number.isNaN(v)),
  );
  const differences = terms.columns.find((c) => c.name === "difference").values;
  assert.ok(differences.every((v) => shown.includes(v)));
  await close(page);
});

await check(
  "the money of four years adds up by task field, and what becomes cash is told for each payer",
  async () => {
    const page = await open("out/report.html");
    const payer = data.money.payers.indexOf("municipality");
    const balance = data.money.balances[other][payer];
    const open4 = (await cells(page, "#money > .scroll")).filter((r) => /^6\.|^Samen/.test(r[0].text));
    assert.deepEqual(
      open4.map((r) => r[0].text.slice(0, 4)),
      ["6.1 ", "6.6 ", "6.72", "Same"],
    );
    for (let y = 0; y < 4; y++) {
      const [base, wmo, youth, all] = open4.map((r) => r[1 + y].raw);
      assert.ok(
        Math.abs(base - balance.granted_by_year[y]) < 1 &&
          Math.abs(wmo + youth - balance.care_by_year[y]) < 1,
      );
      assert.ok(Math.abs(base + wmo + youth - all) < 1);
    }
    assert.ok(Math.abs(open4[3][5].raw - balance.cumulative[3][0]) < 2);
    const cash = (await cells(page, "#money .scroll")).filter(
      (r) => r.length === 10 && r[5].text.endsWith("%"),
    );
    assert.deepEqual(
      cash.map((r) => r[1].text),
      ["gemeente", "verzekeraars", "Rijk"],
    );
    cash.forEach((r) => {
      const b = data.money.balances[other][["gemeente", "verzekeraars", "Rijk"].indexOf(r[1].text)];
      assert.deepEqual([r[2].raw, r[3].raw, r[4].raw], b.saved);
      assert.ok(Math.abs(b.saved[0] - (b.care[0] - b.added_life[0])) < 1);
      assert.equal(r[5].text, "30\u00a0%");
      assert.equal(r[6].raw, 24);
      assert.deepEqual([r[7].raw, r[8].raw, r[9].raw], b.cash);
    });
    const residents = (await cells(page, "#money > .scroll")).filter((r) => /eigen|uren/.test(r[1].text));
    assert.equal(residents.length, 3);
    assert.ok(Math.abs(residents[1][2].raw * 18 - residents[2][2].raw) < 1);
    await close(page);
  },
);

await check("tables of decisions are drawn in words and figures", async () => {
  const page = await open("later.html");
  const certainty = await page.locator("#certainty").innerText();
  assert.match(
    certainty,
    /is beter dan ‘[^’]+’ in 67\u00a0% van de sets aannames, en merkbaar beter in 33\u00a0%/,
  );
  assert.match(certainty, /Sociale cohesie, ‘[^’]+’: ja\. De kans dat een monitor met 400 antwoorden/);
  assert.match(certainty, /Ernstige eenzaamheid, ‘[^’]+’: waarschijnlijk niet/);
  assert.match(certainty, /de grootste spijt is het kleinst met/);
  assert.match(certainty, /Welk mechanisme deed het/);
  const parts = await cells(page, `#mechanisms-social_cohesion-${other}`);
  assert.deepEqual(
    parts.map((r) => r[1].raw),
    [0.03, 0.05, 0.02, 0.01, -0.01, 0.1],
  );
  assert.equal(await page.locator(`#mechanisms-social_cohesion-${other} .chart rect`).count(), 6);
  const labour = await page.locator("#labour").innerText();
  assert.match(
    labour,
    /van het effect \(\+0,20 punt; marge \+0,10 tot \+0,30\) is na 2 jaar de helft of minder over\./,
  );
  assert.match(labour, /geen duidelijk effect/);
  assert.equal((await cells(page, "#ending-social_cohesion-4")).length, 3);
  assert.equal((await cells(page, "#ending-severely_lonely-4"))[0][2].raw, -0.02);
  const money = await page.locator("#money").innerText();
  assert.match(
    money,
    /kost het 12\.400 euro \(marge 2400 tot 41\.000\) om één bewoner een jaar ernstige eenzaamheid te besparen/,
  );
  assert.match(money, /niet op bij andere winst/);
  await close(page);
});

await check("there is nothing to lose only where nothing was there and the chart shows no loss", async () => {
  const say = async (effect, differences) => {
    const page = await open(
      await variant("ending.html", (d) => {
        laterAnalyses(d);
        const table = (name) => d.tables.find((t) => t.name === name).columns;
        const set = (columns, name, values) => (columns.find((c) => c.name === name).values = values);
        const fade = table("fade_out");
        ["effect_at_end", "lower", "upper"].forEach((c, i) => set(fade, c, [effect[i], effect[i]]));
        const ending = table("ending");
        ["difference", "lower", "upper"].forEach((c, i) => set(ending, c, Array(6).fill(differences[i])));
      }),
    );
    const said = await page.locator("#labour ul:not(.legend)").innerText();
    await close(page);
    return said;
  };
  const unclear = [0.01, -0.1, 0.1],
    loss = [-0.3, -0.4, -0.2];
  assert.doesNotMatch(await say(unclear, loss), /niets te verliezen/);
  assert.match(await say(unclear, loss), /Toch is er één jaar na het einde een duidelijk verschil met doorgaan \(−0,30 punt/);
  assert.doesNotMatch(await say([0, 0, 0], loss), /niets te verliezen/);
  assert.doesNotMatch(await say(unclear, unclear), /niets te verliezen/);
  assert.doesNotMatch(await say([0, 0, 0], unclear), /niets te verliezen/);
  assert.match(await say([0, 0, 0], [0, 0, 0]), /niets te verliezen/);
});

await check("regrets that are the same in the digits shown are said as the same", async () => {
  const say = async (largest) => {
    const page = await open(
      await variant("regret.html", (d) => {
        laterAnalyses(d);
        d.tables.find((t) => t.name === "regret").columns.find((c) => c.name === "largest").values = largest;
      }),
    );
    const said = await page.locator("#certainty").innerText();
    await close(page);
    return said;
  };
  assert.match(await say([0.0301, 0.0299]), /de grootste spijt is met elke optie even groot \(0,03 punt, over 3 sets aannames\)/);
  assert.match(await say([0.1, 0.03]), new RegExp(`de grootste spijt is het kleinst met ‘${options[1].nl}’ \\(0,03 punt`));
});

await check("a price of a lonely year is said only where there is one", async () => {
  for (const [verdict, said] of [
    ["saves_and_prevents", /geen prijs per jaar/],
    ["costs_and_harms", /hoger dan met .*, en alle betalers samen zijn 512\.000 euro \(marge 101\.000 tot 923\.000\) duurder uit/],
    ["no_clear_difference", /verschillen niet duidelijk/],
  ]) {
    const page = await open(
      await variant("verdict.html", (d) => {
        laterAnalyses(d);
        const table = d.tables.find((t) => t.name === "lonely_years");
        for (const c of table.columns) {
          if (c.name === "verdict") c.values = [verdict];
          if (c.name.startsWith("cost")) c.values = [null];
        }
      }),
    );
    assert.match(await page.locator("#money").innerText(), said);
    assert.doesNotMatch(await page.locator("#money").innerText(), /NaN|undefined|null/);
    await close(page);
  }
});

function fiveOptions(d) {
  const copy = (list) => {
    while (list.length < 5) list.push(structuredClone(list[other]));
  };
  copy(d.options);
  d.options.forEach((o, i) => {
    if (i > 1) {
      o.name += i;
      o.nl += " " + i;
      o.en += " " + i;
    }
  });
  copy(d.expected);
  for (const s of d.series) {
    copy(s.levels);
    copy(s.differences);
  }
  for (const v of d.worlds) for (const of of [v.differences, v.pairs, v.more, v.better, v.passing_draws]) copy(of);
  for (const g of d.groupings)
    for (const v of g.values) {
      copy(v.levels);
      copy(v.differences);
    }
  copy(d.money.balances);
  for (const o of [2, 3, 4])
    d.comparison.push(...d.comparison.filter((r) => r.option === other).map((r) => ({ ...r, option: o })));
}
await check("five options fit", async () => {
  for (const viewport of [wide, narrow]) {
    const page = await open(await variant("five.html", fiveOptions), viewport);
    assert.equal(await page.locator(".answer").count(), 4);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await close(page);
  }
});

await check("one option alone makes a page that says so", async () => {
  const page = await open("one.html");
  assert.match(await page.locator(".answer").innerText(), /niets om mee te vergelijken/);
  assert.ok((await page.locator("#course-social_cohesion svg path").count()) > 0);
  await close(page);
});

await check("a text that looks like markup stays a text", async () => {
  const page = await open("hostile/report.html");
  assert.equal(await page.locator("img").count(), 0);
  assert.equal(await page.locator("h1").innerText(), '</script><img src=x onerror="document.title=1">');
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

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
for (const [file, viewport, colorScheme] of [
  ["out/report.html", wide, "light"],
  ["out/report.html", narrow, "dark"],
  ["later.html", wide, "dark"],
  ["five.html", wide, "light"],
  ["one.html", narrow, "light"],
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
    assert.ok(found.passes.length > 20);
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
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "|en");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  assert.equal(await focused(), "|en");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.parentElement.open), true);
  const reachable = await page.$$eval("button, summary, a, .scroll", (all) =>
    all.every((e) => e.tabIndex >= 0),
  );
  assert.ok(reachable);
  await close(page);
});

for (const [file, name, viewport] of [
  ["out/report.html", "200 % zoom", { width: 640, height: 400 }],
  ["out/report.html", "320 px", { width: 320, height: 640 }],
  ["later.html", "360 px", { width: 360, height: 640 }],
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

await check("it prints to a tidy A4", async () => {
  const page = await open("out/report.html");
  const pdf = await page.pdf({ preferCSSPageSize: true, path: path.join(folder, "report.pdf") });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g).length;
  const box = pdf.toString("latin1").match(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/);
  assert.ok(Math.abs(Number(box[1]) - 595) < 2 && Math.abs(Number(box[2]) - 842) < 2, box[0]);
  assert.ok(pages >= 4 && pages <= 16, `${pages} pages`);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".languages").isVisible(), false);
  await close(page);
});

await check("it opens in under two seconds", async () => {
  const times = [];
  for (let i = 0; i < 3; i++) {
    const page = await open("out/report.html");
    times.push(await page.evaluate(() => performance.getEntriesByType("navigation")[0].loadEventEnd));
    await close(page);
  }
  console.log(`  opened in ${times.map((t) => Math.round(t)).join(", ")} ms; ${report.length} bytes`);
  assert.ok(Math.min(...times) < 2000, times.join(", "));
});

await browser.close();
if (wrong.length > 0) {
  console.log(`${wrong.length} checks failed`);
  process.exit(1);
}
