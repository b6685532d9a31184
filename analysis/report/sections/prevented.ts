// 6. What did not happen, only where it is clear, with the placebo comparison beside it.
import { dots } from "../charts/differences";
import { legend, placebo as placeboOf } from "../charts/look";
import { compared, isClear, others, type Data, type Interval, type Ledger } from "../data";
import { p } from "../../../ui/dom";
import { cell, figure, foldedTable, type TableOf } from "../../../ui/figure";
import type { Words } from "../words";
import { folded, sectionOf } from "./folded";

/** Per 1000 residents of month 0, as the terminal has it. */
const counts = (ledger: Ledger, entry: string, option: number, placebo = false): Interval => {
  const found = ledger.entries.find((e) => e.entry === entry);
  return (placebo ? found?.placebo_per_1000[option] : found?.per_1000[option]) ?? [null, null, null];
};
const months = (ledger: Ledger, option: number, placebo = false): Interval =>
  counts(ledger, "event_free_months", option, placebo);

/** Clear in the option, and beyond what the same visits to other people seem to do. */
function stands(ledger: Ledger, option: number): boolean {
  const mine = months(ledger, option),
    [, low, high] = months(ledger, option, true);
  if (!isClear(mine)) return false;
  if (low === null || high === null) return true;
  return mine[0]! > high || mine[0]! < low;
}

const hasPlacebo = (data: Data): boolean =>
  data.ledgers.some((l) => l.entries.some((e) => e.placebo.length > 0));

/** Those whom the ledger follows, mean over the simulated worlds. */
function residentsOf(data: Data): number {
  const of = data.ledgers[0]?.entries.find((e) => e.entry === "residents")?.counts;
  return others(data).map((o) => of?.[o]?.[0] ?? null)[0] ?? data.residents;
}

function clearOnes(w: Words, data: Data): HTMLElement | null {
  const rows = data.ledgers.flatMap((ledger) =>
    compared(data)
      .filter((o) => stands(ledger, o))
      .map((option) => ({ ledger, option, label: w.named("ledger", ledger.kind) })),
  );
  if (rows.length === 0) return null;
  const several = compared(data).length > 1;
  const label = (r: (typeof rows)[number]): string =>
    several ? `${r.label} (${w.option(r.option)})` : r.label;
  const more = rows.filter((r) => months(r.ledger, r.option)[0]! > 0),
    fewer = rows.filter((r) => !more.includes(r));
  const title = [
    ...(more.length > 0 ? [w.t("ledger.less_of", { list: w.list(more.map(label)) })] : []),
    ...(fewer.length > 0 ? [w.t("ledger.more_of", { list: w.list(fewer.map(label)) })] : []),
  ].join(" ");
  return figure(w, {
    id: "ledger",
    title,
    note: w.t(hasPlacebo(data) ? "ledger.clear_note" : "ledger.no_placebo", {
      residents: w.number(residentsOf(data)),
    }),
    says: title,
    legend: legend(w, data, [...new Set(rows.map((r) => r.option)), ...(hasPlacebo(data) ? [placeboOf] : [])]),
    draw: (width) =>
      dots(
        data,
        rows.flatMap((r) => {
          const mine = { label: label(r), option: r.option, difference: months(r.ledger, r.option) };
          const placebo = months(r.ledger, r.option, true);
          return placebo[0] === null
            ? [mine]
            : [mine, { label: label(r), option: placeboOf, difference: placebo }];
        }),
        (v) => w.signed(v),
        w.t("ledger.axis"),
        0,
        width,
        1,
      ),
    table: {
      name: "ledger-clear",
      caption: w.t("ledger.axis"),
      heads: [w.t("ledger.event"), w.t("option"), w.t("ledger.per_1000"), w.t("lower"), w.t("upper"), w.t("ledger.placebo")],
      rows: rows.map((r) => {
        const placebo = months(r.ledger, r.option, true)[0];
        return [
          cell(r.label),
          cell(w.option(r.option)),
          ...months(r.ledger, r.option).map((v) => cell(w.number(v, 1), v)),
          cell(w.number(placebo, 1), placebo),
        ];
      }),
    },
  });
}

/** All that was counted of one option. */
function everything(w: Words, data: Data, option: number): TableOf {
  const has = hasPlacebo(data);
  return {
    name: `ledger-${data.options[option].name}`,
    caption: w.t("ledger.title", { option: w.option(option), reference: w.option(data.reference) }),
    heads: [
      w.t("ledger.event"),
      w.t("ledger.entry"),
      w.t("ledger.per_1000"),
      w.t("lower"),
      w.t("upper"),
      ...(has ? [w.t("ledger.placebo")] : []),
      w.t("ledger.in_all"),
    ],
    rows: data.ledgers.flatMap((ledger) =>
      ledger.entries.map((e) => [
        cell(w.named("ledger", ledger.kind)),
        cell(w.named("entry", e.entry)),
        ...counts(ledger, e.entry, option).map((v) => cell(w.number(v, 1), v)),
        ...(has ? [counts(ledger, e.entry, option, true)[0]].map((v) => cell(w.number(v, 1), v)) : []),
        cell(w.number(e.counts[option]?.[0] ?? null, 1), e.counts[option]?.[0] ?? null),
      ]),
    ),
  };
}

export function preventedSection(w: Words, data: Data): HTMLElement {
  const section = sectionOf("prevented", w.t("ledger.head"));
  if (data.ledgers.length === 0) {
    section.append(p(w.t("ledger.absent"), "absent"));
    return section;
  }
  const clear = clearOnes(w, data);
  if (clear) section.append(clear);
  const quiet = data.ledgers
    .filter((l) => !compared(data).some((o) => stands(l, o)))
    .map((l) => w.named("ledger", l.kind));
  if (quiet.length > 0)
    section.append(
      p(w.t(clear ? "ledger.rest_not_clear" : "ledger.nothing_clear", { kinds: quiet.join("; ") })),
    );
  section.append(
    folded(
      w.t("ledger.how"),
      p(w.t("ledger.note")),
      p(w.t("ledger.unit", { residents: w.number(residentsOf(data)) })),
      ...(hasPlacebo(data) ? [] : [p(w.t("ledger.no_placebo"))]),
      ...others(data).map((o) => foldedTable(w, everything(w, data, o))),
    ),
  );
  return section;
}
