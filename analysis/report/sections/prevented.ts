// 4. What did not happen: the ledger of twins, with the sham beside it.
import { people } from "../charts/counts";
import { lookOf } from "../charts/look";
import { others, type Data, type Interval, type Ledger } from "../data";
import { el, p } from "../dom";
import { cell, figure, type Cell } from "../figure";
import type { Words } from "../words";

const counted = ["prevented", "postponed", "brought_about", "hastened"];

const counts = (ledger: Ledger, entry: string, option: number, sham = false): Interval => {
  const found = ledger.entries.find((e) => e.entry === entry);
  return (sham ? found?.sham[option] : found?.counts[option]) ?? [null, null, null];
};

function drawing(w: Words, data: Data, ledger: Ledger, option: number): HTMLElement {
  const [months, lower, upper] = counts(ledger, "event_free_months", option).map((v) => w.signed(v));
  const gained = w.t("ledger.months", { months, lower, upper });
  const kind = w.named("ledger", ledger.kind);
  const has = ledger.entries.some((e) => e.sham.length > 0);
  const rows = counted.flatMap((entry) => {
    const mine = {
      label: w.named("entry", entry),
      count: counts(ledger, entry, option)[0] ?? 0,
      colour: lookOf(data, option).colour,
    };
    const sham = {
      label: `${w.named("entry", entry)}, ${w.t("ledger.sham")}`,
      count: counts(ledger, entry, option, true)[0] ?? 0,
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
  for (const o of others(data))
    for (const ledger of data.ledgers) section.append(drawing(w, data, ledger, o));
  return section;
}
