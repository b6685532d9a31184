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
/** The same page with other data, as a later run may write them. */
async function variant(name, change) {
  const other = structuredClone(data);
  change(other);
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
    assert.match(await page.locator("#answer").innerText(), /alleen toeval, bij één stel aannames/);
    await close(page);
  });
}

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

await check("clear, unnoticeable and unclear differences are said as such", async () => {
  const say = async (difference) => {
    const name = await variant("verdict.html", (d) => {
      for (const r of d.comparison)
        if (r.option === other && r.indicator === "social_cohesion") r.difference = difference;
    });
    const page = await open(name);
    const said = await page.locator(".answer").first().innerText();
    await close(page);
    return said;
  };
  assert.match(await say([0.3, 0.2, 0.4]), /meer sociale cohesie \(\+0,30 punt; marge \+0,20 tot \+0,40\)/);
  assert.match(await say([-0.3, -0.4, -0.2]), /minder sociale cohesie/);
  assert.match(await say([0.05, 0.01, 0.09]), /iets meer sociale cohesie, te weinig om te merken/);
  assert.match(await say([0.3, -0.1, 0.7]), /geen duidelijk verschil in sociale cohesie/);
  assert.match(await say([0, 0, 0]), /precies evenveel sociale cohesie/);
  assert.match(
    await say([-0.004, -0.006, -0.002]),
    /iets minder sociale cohesie, te weinig om te merken \(−0,004 punt; marge −0,006 tot −0,002\)/,
  );
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
      f.shapes > (f.id.startsWith("ledger-") ? 0 : 3) &&  // a ledger may be of one resident
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
  const page = await open(await variant("without.html", (d) => {
      d.ledgers = [];
      d.tables = [];
    }));
  assert.equal(await page.locator("#prevented figure").count(), 0);
  assert.match(await page.locator("#prevented .absent").innerText(), /niet bijgehouden/);
  assert.match(await page.locator("#effects .absent").innerText(), /niet opgeschreven/);
  assert.equal(await page.locator("#certainty .absent").count(), 2);
  assert.match(await page.locator("#labour .absent").innerText(), /niet gemeten/);
  await close(page);
});

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
    counts: options.map((_, o) => interval(o === reference ? 0 : v)),
    sham: sham ? options.map(() => interval(7)) : [],
  })),
});
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
    {
      name: "fade_out",
      columns: [
        { name: "year", values: [1, 2] },
        { name: "mean", values: [0.3, 0.1] },
      ],
    },
  ];
  const streets = d.groupings.find((g) => g.name === "street");
  streets.x = streets.groups.map((_, i) => 30 * (i % 8));
  streets.y = streets.groups.map((_, i) => 40 * Math.floor(i / 8));
  d.draws = 3;
  d.replicates = 1;
}
await check("ledger, lives, a map and later analyses appear when they are there", async () => {
  const page = await open(await variant("later.html", laterAnalyses));
  assert.equal(await page.locator(".absent").count(), 0);
  assert.equal(await page.locator("#prevented figure").count(), 2);
  const said = await page.locator("#prevented figure").first().innerText();
  assert.match(said, /Maanden zonder deze gebeurtenis erbij: \+620/);
  const drawn = await page.locator("#prevented figure .chart svg").first().textContent();
  assert.match(drawn, /Bleef uit of kwam later: 45/);
  assert.match(drawn, /Bleef uit of kwam later, schijnvergelijking: 14/);
  const icons = await page.locator("#prevented figure .chart svg").first().locator("circle").count();
  // An icon stands for two: 45 and 14 of the sham fewer, 9 and 7 more.
  assert.equal(icons, 23 + 7 + 5 + 4);
  const rows = await cells(page, `#ledger-severe_loneliness-${other}`);
  assert.deepEqual(
    rows.map((r) => r[1].raw),
    [620, 14, 31, 410, 9],
  );
  assert.match(await page.locator("#effects").innerText(), /<b>verhuist<\/b>/);
  assert.ok(
    (await page
      .locator(
        "#groups-street-social_cohesion-" +
          other +
          " svg circle, #groups-street-social_cohesion-" +
          other +
          " svg path",
      )
      .count()) > 5,
  );
  assert.match(await page.locator("#answer .sure").first().innerText(), /van de 3 stellen aannames/);
  await close(page);
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
  for (const v of d.worlds) copy(v.differences);
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

for (const [name, viewport] of [
  ["200 % zoom", { width: 640, height: 400 }],
  ["320 px", { width: 320, height: 640 }],
]) {
  await check(`nothing runs off the screen at ${name}`, async () => {
    const page = await open("out/report.html", viewport, { deviceScaleFactor: 2 });
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
  assert.ok(pages >= 4 && pages <= 14, `${pages} pages`);
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
