// The numbers on the page are those of the result files.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { cells, check, close, columns, data, near, open, options, other, reference, summary, summaryRow, unfold, variant, verdictOf } from "./browser.mjs";

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
  const rows = await cells(page, "#course > .more > details.numbers");
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
    const open4 = (await cells(page, "#money .more > .scroll")).filter((r) => /^6\.|^Samen/.test(r[0].text));
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
    const residents = (await cells(page, "#money .more > .scroll")).filter((r) => /eigen|uren/.test(r[1].text));
    assert.equal(residents.length, 3);
    assert.ok(Math.abs(residents[1][2].raw * 18 - residents[2][2].raw) < 1);
    await close(page);
  },
);

await check("yearly amounts and equal money stand together with the reason why both are true", async () => {
  const page = await open("out/report.html");
  await unfold(page, "#money");
  const money = await page.locator("#money").innerText();
  assert.match(money, /betaalt de gemeente met ‘[^’]+’ gemiddeld [0-9.,]+ euro per inwoner per jaar, en met ‘[^’]+’ [0-9.,]+ euro, zonder rente/);
  assert.match(money, /Verschil: [−+]?[0-9.,]+ euro; marge [−+]?[0-9.,]+ tot [−+]?[0-9.,]+\./);
  assert.match(money, /‘Evenveel’ gaat over de contante waarde/);
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
    await unfold(page, "#money");
    const said = await page.locator("#money").innerText();
    await close(page);
    return said;
  };
  assert.match(
    await say([1.08, -0.5, 2.66]),
    /of er in jaar \d+ geld vrijkomt uit minder zorg, is niet duidelijk \(\+1,08 euro [^;]*; marge −0,50 tot \+2,66\)/,
  );
  assert.match(await say([1.08, 0.5, 1.66]), /in jaar \d+ komt er geld vrij .*\+1,08 euro [^;]*; marge \+0,50 tot \+1,66/);
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
  const said = await (await unfold(page), page.locator("#answer")).innerText();
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
    await unfold(page, "#provenance");
    const texts = [await page.locator(".provenance").innerText()];
    await page.click('[data-language="en"]');
    await unfold(page, "#provenance");
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
