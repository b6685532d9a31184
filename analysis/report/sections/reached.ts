// 2. Who got what, and what it did to them.
import { moreAndMore, stacked } from "../charts/shares";
import { partBars } from "../charts/parts";
import { compared, linesOf, optionOf, paid, type Data, type Interval, type Line } from "../data";
import { findingsOf } from "../findings";
import { el, p } from "../../../ui/dom";
import { cell, csvButton, figure, tableOf, type TableOf } from "../../../ui/figure";
import type { Key, Words } from "../words";
import { folded, sectionOf } from "./folded";

const classes = ["0", "1-2", "3-9", "10+"];
const strata = ["both", "only_option", "only_reference", "neither"];

const lastYear = (lines: Line[]): number => Math.max(...lines.map((l) => l.number("year") ?? 0));

/** Residents of one option by class, mean over worlds. */
function residentsOf(data: Data, option: number, year: number): number[] {
  const lines = linesOf(data, "reached").filter(
    (l) => optionOf(data, l) === option && l.number("year") === year,
  );
  return classes.map((c) => lines.find((l) => l.text("class") === c)?.number("residents") ?? 0);
}

const total = (values: number[]): number => values.reduce((a, b) => a + b, 0);
const shareMet = (of: number[]): number => (total(of) > 0 ? 1 - of[0] / total(of) : 0);

/** The options of which it was counted whom they met. */
const counted = (data: Data): number[] =>
  paid(data).filter((o) => linesOf(data, "reached").some((l) => optionOf(data, l) === o));

export const reachNames = (w: Words): string[] => classes.map((c) => w.named("reach_class", c));

/** Shares of the residents of the start who are still there, by class, in the last year. */
export function reachedRows(w: Words, data: Data): { label: string; parts: number[] }[] {
  const year = lastYear(linesOf(data, "reached"));
  return counted(data).map((o) => {
    const residents = residentsOf(data, o, year);
    return { label: w.option(o), parts: residents.map((n) => n / Math.max(total(residents), 1)) };
  });
}

/** `in year 20 the work met 13 % of ... with ‘A’ and 12 % with ‘B’` */
export function reachedTitle(w: Words, data: Data): string {
  const year = lastYear(linesOf(data, "reached"));
  const said = counted(data).map((o) =>
    w.t("share.with", {
      share: w.percent(shareMet(residentsOf(data, o, year))),
      option: w.option(o),
    }),
  );
  return w.t("reached.title", { year, said: w.list(said) });
}

function whoWasMet(w: Words, data: Data): HTMLElement | null {
  const options = counted(data);
  if (options.length === 0) return null;
  const title = reachedTitle(w, data);
  return figure(w, {
    id: "reached",
    title,
    says: title,
    draw: (width) =>
      stacked(reachedRows(w, data), reachNames(w), moreAndMore, (v) => w.percent(v), width),
    table: {
      name: "reached",
      caption: w.t("reached.caption"),
      heads: [w.t("option"), w.t("year"), w.t("reached.class"), w.t("residents"), w.t("lower"), w.t("upper")],
      rows: linesOf(data, "reached")
        .filter((l) => options.includes(optionOf(data, l)))
        .map((l) => [
          cell(w.option(optionOf(data, l))),
          cell(String(l.number("year")), l.number("year")),
          cell(w.named("reach_class", l.text("class"))),
          ...l.interval("residents").map((v) => cell(w.number(v), v)),
        ]),
    },
  });
}

/** The indicator of the finding about the work of an option, else the first headline. */
function indicatorFor(data: Data, option: number): string {
  const found = findingsOf(data, "work").find((f) => f.option(data) === option && f.clear);
  return found?.indicator ?? data.headlines[0] ?? "";
}

/** Whether the city's monitor would see what the work of an option does to an indicator. */
function monitorSees(w: Words, data: Data, option: number, indicator: string): string {
  const part = linesOf(data, "work_parts").find(
    (l) => optionOf(data, l) === option && l.text("indicator") === indicator,
  );
  const reserve = part?.text("reserve") ?? "";
  return w.has(`reached.monitor.${reserve}`) ? w.t(`reached.monitor.${reserve}` as Key) : "–";
}

/** Share met x effect on those met, beside what came out. */
function dilution(w: Words, data: Data): HTMLElement[] {
  const all = linesOf(data, "reached_effect");
  if (all.length === 0) return [];
  const year = lastYear(all);
  const rows = paid(data).flatMap((o) => {
    const indicator = indicatorFor(data, o);
    const line = all.find(
      (l) => optionOf(data, l) === o && l.text("indicator") === indicator && l.number("year") === year,
    );
    return line ? [{ o, indicator, line }] : [];
  });
  if (rows.length === 0) return [];
  const one = (line: Line, column: string, how: ReturnType<Words["shown"]>) =>
    cell(w.difference(line.number(column), how), line.number(column));
  const table: TableOf = {
    name: "dilution",
    caption: w.t("dilution.caption", { year }),
    heads: [
      w.t("option"),
      w.t("indicator"),
      w.t("dilution.share"),
      w.t("dilution.effect"),
      w.t("dilution.margin"),
      w.t("dilution.expected"),
      w.t("dilution.came_out"),
      w.t("dilution.needed"),
      w.t("dilution.monitor"),
    ],
    rows: rows.map(({ o, indicator, line }) => {
      const how = w.shown(indicator),
        [, lower, upper] = line.interval("effect", "effect_lower", "effect_upper"),
        needed = line.number("number_needed");
      return [
        cell(w.option(o)),
        cell(`${how.name} (${how.differenceUnit})`),
        cell(w.percent(line.number("share_met")), line.number("share_met")),
        one(line, "effect", how),
        cell(lower === null ? "–" : w.t("range", { from: w.difference(lower, how), to: w.difference(upper, how) })),
        one(line, "expected", how),
        one(line, "came_out", how),
        cell(needed === null ? "–" : w.number(Math.ceil(needed)), needed),
        cell(monitorSees(w, data, o, indicator)),
      ];
    }),
  };
  return [el("h3", {}, w.t("dilution.head")), p(w.t("dilution.note"), "note"), tableOf(table), csvButton(w, table)];
}

function strataOf(w: Words, data: Data, option: number): HTMLElement | null {
  const all = linesOf(data, "reached_strata").filter((l) => optionOf(data, l) === option);
  if (all.length === 0) return null;
  const year = lastYear(all),
    indicator = indicatorFor(data, option),
    how = w.shown(indicator);
  const lines = strata.flatMap(
    (s) =>
      all.find(
        (l) => l.text("stratum") === s && l.text("indicator") === indicator && l.number("year") === year,
      ) ?? [],
  );
  if (lines.length === 0) return null;
  const sum = lines.reduce((a, l) => a + (l.number("part") ?? 0), 0);
  const places = { option: w.option(option), reference: w.option(data.reference) };
  const label = (s: string): string => w.t(`stratum.${s}` as Key, places);
  const scaled = (i: Interval): Interval => i.map((v) => (v === null ? null : v * how.factor)) as Interval;
  const title = w.t("strata.title", {
    ...places,
    what: how.name,
    total: `${w.difference(sum, how)} ${how.differenceUnit}`.trim(),
  });
  return figure(w, {
    id: `strata-${option}`,
    title,
    says: `${title} ${lines.map((l) => `${label(l.text("stratum"))}: ${w.withMargin(l.interval("part", "part_lower", "part_upper"), how)}`).join("; ")}`,
    draw: (width) =>
      partBars(
        data,
        option,
        [
          ...lines.map((l) => ({
            label: label(l.text("stratum")),
            value: scaled(l.interval("part", "part_lower", "part_upper")),
          })),
          { label: w.t("strata.total"), value: [sum * how.factor, null, null] as Interval },
        ],
        (v) => w.signed(v, 2),
        how.differenceUnit,
        how.noticeable,
        width,
      ),
    table: {
      name: `strata-${data.options[option].name}`,
      caption: title,
      heads: [
        w.t("strata.stratum"),
        w.t("residents"),
        w.t("strata.effect"),
        w.t("strata.part"),
        w.t("lower"),
        w.t("upper"),
      ],
      rows: [
        ...lines.map((l) => [
          cell(label(l.text("stratum"))),
          cell(w.number(l.number("n")), l.number("n")),
          cell(w.difference(l.number("effect"), how), l.number("effect")),
          ...l
            .interval("part", "part_lower", "part_upper")
            .map((v) => cell(w.difference(v, how), v)),
        ]),
        [
          cell(w.t("strata.total")),
          cell(w.number(total(lines.map((l) => l.number("n") ?? 0))), total(lines.map((l) => l.number("n") ?? 0))),
          cell(""),
          cell(w.difference(sum, how), sum),
          cell(""),
          cell(""),
        ],
      ],
    },
  });
}

export function reachedSection(w: Words, data: Data): HTMLElement {
  const section = sectionOf("reach", w.t("reached.head"));
  const met = whoWasMet(w, data);
  if (met === null) {
    section.append(p(w.t("reached.absent"), "absent"));
    return section;
  }
  section.append(met, ...dilution(w, data));
  const inWords = linesOf(data, "met").filter((l) => optionOf(data, l) >= 0);
  const parts = compared(data)
    .map((o) => strataOf(w, data, o))
    .filter((one) => one !== null);
  if (parts.length > 0)
    section.append(
      folded(w.t("strata.head"), p(w.t("strata.note"), "note"), el("div", { class: "multiples" }, ...parts)),
    );
  if (inWords.length > 0)
    section.append(
      folded(w.t("reached.in_words"), ...inWords.map((l) => p(l.text(`sentence_${w.language}`).replace(/-(?=\d)/g, "−")))),
    );
  return section;
}
