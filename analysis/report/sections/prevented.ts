// 4. What did not happen: the ledger of twins, with the sham beside it.
import { people } from "../charts/counts";
import { lookOf } from "../charts/look";
import { others, type Data, type Interval, type Ledger } from "../data";
import { el, p } from "../dom";
import { cell, figure, type Cell } from "../figure";
import type { Key, Words } from "../words";

// What is drawn: events that fell away or came later, and those that were added or came sooner.
const drawn: [Key, string[]][] = [
  ["ledger.fewer", ["prevented", "postponed"]],
  ["ledger.more", ["brought_about", "hastened"]],
];

const counts = (ledger: Ledger, entry: string, option: number, sham = false): Interval => {
  const found = ledger.entries.find((e) => e.entry === entry);
  return (sham ? found?.sham[option] : found?.counts[option]) ?? [null, null, null];
};

const sum = (ledger: Ledger, entries: string[], option: number, sham: boolean): number =>
  entries.reduce((all, entry) => all + (counts(ledger, entry, option, sham)[0] ?? 0), 0);

/** Too little to draw half a resident, in the option and in the sham. */
const nothing = (ledger: Ledger, option: number): boolean =>
  drawn.every(([, entries]) => [false, true].every((sham) => sum(ledger, entries, option, sham) < 0.5));

function drawing(w: Words, data: Data, ledger: Ledger, option: number): HTMLElement {
  const [months, lower, upper] = counts(ledger, "event_free_months", option).map((v) => w.signed(v));
  const gained = w.t("ledger.months", { months, lower, upper });
  const kind = w.named("ledger", ledger.kind);
  const has = ledger.entries.some((e) => e.sham.length > 0);
  const rows = drawn.flatMap(([label, entries]) => {
    const mine = {
      label: w.t(label),
      count: sum(ledger, entries, option, false),
      colour: lookOf(data, option).colour,
    };
    const sham = {
      label: `${w.t(label)}, ${w.t("ledger.sham")}`,
      count: sum(ledger, entries, option, true),
      colour: "var(--reference)",
    };
    return has ? [mine, sham] : [mine];
  });
  const most = Math.max(...rows.map((r) => r.count), 1);
  const each = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((n) => most / n <= 40) ?? 2000;
  const table: Cell[][] = ledger.entries.map((e) => [
    cell(w.named("entry", e.entry)),
    ...e.counts[option].map((v) => cell(w.number(v, 1), v)),
    ...(has ? [cell(w.number(e.sham[option]?.[0] ?? null, 1), e.sham[option]?.[0] ?? null)] : []),
  ]);
  return figure(w, {
    id: `ledger-${ledger.kind}-${option}`,
    title: w.t("ledger.title", { kind, option: w.option(option) }),
    note: `${gained} ${w.t(each === 1 ? "ledger.each_one" : "ledger.each", { each })}`,
    says: rows.map((r) => `${r.label}: ${w.number(r.count)}`).join("; "),
    draw: (width) => people(rows, each, (v) => w.number(v), width),
    table: {
      name: `ledger-${ledger.kind}-${data.options[option].name}`,
      caption: w.t("ledger.title", { kind, option: w.option(option) }),
      heads: [
        w.t("ledger.entry"),
        w.t("mean"),
        w.t("lower"),
        w.t("upper"),
        ...(has ? [w.t("ledger.sham")] : []),
      ],
      rows: table,
    },
  });
}

export function preventedSection(w: Words, data: Data): HTMLElement {
  const section = el(
    "section",
    { id: "prevented", "aria-labelledby": "prevented-head" },
    el("h2", { id: "prevented-head" }, w.t("ledger.head")),
  );
  if (data.ledgers.length === 0) {
    section.append(p(w.t("ledger.absent"), "absent"));
    return section;
  }
  section.append(p(w.t("ledger.note")));
  if (!data.ledgers.some((l) => l.entries.some((e) => e.sham.length > 0)))
    section.append(p(w.t("ledger.no_sham"), "absent"));
  for (const o of others(data)) {
    const charts = el("div", { class: "multiples" });
    for (const ledger of data.ledgers)
      if (!nothing(ledger, o)) charts.append(drawing(w, data, ledger, o));
    section.append(charts);
    const quiet = data.ledgers.filter((l) => nothing(l, o)).map((l) => w.named("ledger", l.kind));
    if (quiet.length > 0)
      section.append(p(w.t("ledger.none", { option: w.option(o), kinds: quiet.join("; ") }), "note"));
  }
  return section;
}
