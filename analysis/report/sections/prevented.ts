// 4. What did not happen: the ledger of twins, with the sham beside it.
import { eachOf, icons, type IconRow } from "../charts/counts";
import { lookOf } from "../charts/look";
import { others, type Data, type Interval, type Ledger } from "../data";
import { el, p } from "../../../ui/dom";
import { cell, figure, type Cell } from "../../../ui/figure";
import type { Key, Words } from "../words";

// What is drawn: events that fell away or came later, and those that were added or came sooner.
const drawn: [Key, string[]][] = [
  ["ledger.fewer", ["prevented", "postponed"]],
  ["ledger.more", ["brought_about", "hastened"]],
];

/** Per 1000 residents of month 0, as the terminal has it. */
const counts = (ledger: Ledger, entry: string, option: number, sham = false): Interval => {
  const found = ledger.entries.find((e) => e.entry === entry);
  return (sham ? found?.placebo_per_1000[option] : found?.per_1000[option]) ?? [null, null, null];
};

const sum = (ledger: Ledger, entries: string[], option: number, sham: boolean): number =>
  entries.reduce((all, entry) => all + (counts(ledger, entry, option, sham)[0] ?? 0), 0);

/** Too little to draw half a resident of 1000, in the option and in the sham. */
const nothing = (ledger: Ledger, option: number): boolean =>
  drawn.every(([, entries]) => [false, true].every((sham) => sum(ledger, entries, option, sham) < 0.5));

function drawing(w: Words, data: Data, ledger: Ledger, option: number): HTMLElement {
  const [months, lower, upper] = counts(ledger, "event_free_months", option).map((v) => w.signed(v));
  const gained = w.t("ledger.months", { months, lower, upper });
  const kind = w.named("ledger", ledger.kind);
  const has = ledger.entries.some((e) => e.placebo.length > 0);
  const colour = (sham: boolean): string => (sham ? "var(--reference)" : lookOf(data, option).colour);
  const both = has ? [false, true] : [false];
  const named = (text: string, sham: boolean): string => (sham ? `${text}, ${w.t("ledger.sham")}` : text);
  const people = drawn.flatMap(([label, entries]) =>
    both.map((sham) => ({
      label: named(w.t(label), sham),
      count: sum(ledger, entries, option, sham),
      sham,
    })),
  );
  const free = both
    .map((sham) => ({ sham, count: counts(ledger, "event_free_months", option, sham)[0] }))
    .filter((m): m is { sham: boolean; count: number } => m.count !== null);
  const each = eachOf(Math.max(...people.map((r) => r.count), 1)),
    eachMonths = eachOf(Math.max(...free.map((m) => Math.abs(m.count)), 1));
  const rows: IconRow[] = [
    ...free.map((m) => ({
      label: `${named(w.t("ledger.months_free"), m.sham)}: ${w.signed(m.count)}`,
      count: m.count,
      each: eachMonths,
      colour: colour(m.sham),
      shape: "months" as const,
    })),
    ...people.map((r) => ({
      label: `${r.label}: ${w.number(r.count, 1)}`,
      count: r.count,
      each,
      colour: colour(r.sham),
      shape: "resident" as const,
    })),
  ];
  const legend = [
    w.t(each === 1 ? "ledger.each_one" : "ledger.each", { each }),
    w.t(eachMonths === 1 ? "ledger.each_month" : "ledger.each_months", { each: eachMonths }),
  ].join(" ");
  const table: Cell[][] = ledger.entries.map((e) => [
    cell(w.named("entry", e.entry)),
    ...counts(ledger, e.entry, option).map((v) => cell(w.number(v, 1), v)),
    ...(has ? [counts(ledger, e.entry, option, true)[0]].map((v) => cell(w.number(v, 1), v)) : []),
    cell(w.number(e.counts[option]?.[0] ?? null, 1), e.counts[option]?.[0] ?? null),
  ]);
  return figure(w, {
    id: `ledger-${ledger.kind}-${option}`,
    title: w.t("ledger.title", { kind, option: w.option(option) }),
    note: `${gained} ${legend}`,
    says: rows.map((r) => r.label).join("; "),
    draw: (width) => icons(rows, width),
    table: {
      name: `ledger-${ledger.kind}-${data.options[option].name}`,
      caption: w.t("ledger.title", { kind, option: w.option(option) }),
      heads: [
        w.t("ledger.entry"),
        w.t("ledger.per_1000"),
        w.t("lower"),
        w.t("upper"),
        ...(has ? [w.t("ledger.sham")] : []),
        w.t("ledger.in_all"),
      ],
      rows: table,
    },
  });
}

/** Those whom the ledger follows, mean over the simulated worlds. */
function residentsOf(data: Data): number {
  const of = data.ledgers[0]?.entries.find((e) => e.entry === "residents")?.counts;
  return others(data).map((o) => of?.[o]?.[0] ?? null)[0] ?? data.residents;
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
  section.append(p(w.t("ledger.note")), p(w.t("ledger.unit", { residents: w.number(residentsOf(data)) })));
  if (!data.ledgers.some((l) => l.entries.some((e) => e.placebo.length > 0)))
    section.append(p(w.t("ledger.no_sham"), "absent"));
  for (const o of others(data)) {
    const charts = el("div", { class: "multiples" });
    for (const ledger of data.ledgers) if (!nothing(ledger, o)) charts.append(drawing(w, data, ledger, o));
    section.append(charts);
    const quiet = data.ledgers.filter((l) => nothing(l, o)).map((l) => w.named("ledger", l.kind));
    if (quiet.length > 0)
      section.append(p(w.t("ledger.none", { option: w.option(o), kinds: quiet.join("; ") }), "note"));
  }
  return section;
}
