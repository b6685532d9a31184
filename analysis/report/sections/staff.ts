// 4. Whether what was bought was at work: a calendar that shows the gaps.
import { calendar } from "../charts/calendar";
import { tenths } from "../charts/small";
import { compared, linesOf, optionOf, paid, rowOf, type Data, type Staffing } from "../data";
import { el, p } from "../../../ui/dom";
import { cell, figure, scrolled } from "../../../ui/figure";
import type { Words } from "../words";
import { course } from "./course";
import { folded, sectionOf } from "./folded";

const monthsPerYear = 12;

/** Staff of the options in which something is bought; where nothing is, the policy of before ends. */
export const staffed = (data: Data): Staffing[] =>
  data.staffing.filter((s) => paid(data).some((o) => data.options[o].name === s.option));

/** In what share of the months less than half of what an option bought was at work, all worlds together. */
export function monthsShort(data: Data, option: number): number | null {
  const of = data.staffing.find((s) => s.option === data.options[option].name);
  const known = of?.below_half.filter((v) => v !== null) ?? [];
  return known.length > 0 ? known.reduce((a, b) => a + b, 0) / known.length : null;
}

const optionsOf = (data: Data): number[] =>
  staffed(data).map((s) => data.options.findIndex((o) => o.name === s.option)).filter((o) => o >= 0);

/** `25 % (‘A’) and 0 % (‘B’)`; said once where it is the same with every option. */
function shares(w: Words, of: [number, number | null][]): string {
  const texts = of.map(([, share]) => w.percent(share));
  if (of.length > 1 && new Set(texts).size === 1) return w.t("share.every", { share: texts[0] });
  return w.list(of.map(([o], i) => w.t("share.with", { share: texts[i], option: w.option(o) })));
}

/** `in 31 % of the months less than half ... with ‘Projects’ and in 2 % with ‘Structural’` */
export function calendarTitle(w: Words, data: Data): string {
  return w.t("staff.title", { said: shares(w, optionsOf(data).map((o) => [o, monthsShort(data, o)])) });
}

/** `worlds`: at most so many lines an option. */
export function drawCalendar(w: Words, data: Data, worlds: number, width: number): SVGElement {
  return calendar(
    staffed(data).map((s) => ({
      label: w.option(data.options.findIndex((o) => o.name === s.option)),
      at_work: s.at_work.slice(0, worlds),
    })),
    data.years,
    w.t("year").toLowerCase(),
    [w.t("staff.all"), w.t("staff.some"), w.t("staff.gap")],
    width,
  );
}

function staffCalendar(w: Words, data: Data): HTMLElement {
  const years = [...Array(data.years).keys()];
  const mean = (values: (number | null)[], year: number): number | null => {
    const known = values.slice(year * monthsPerYear, (year + 1) * monthsPerYear).filter((v) => v !== null);
    return known.length > 0 ? known.reduce((a, b) => a + b, 0) / known.length : null;
  };
  const all = staffed(data),
    worlds = all.length > 3 ? 3 : 6;
  const title = calendarTitle(w, data);
  return figure(w, {
    id: "calendar",
    title,
    note: w.t("staff.note", { worlds: Math.min(worlds, all[0].at_work.length) }),
    says: title,
    draw: (width) => drawCalendar(w, data, worlds, width),
    table: {
      name: "staff",
      caption: w.t("staff.caption"),
      heads: [w.t("option"), w.t("year"), w.t("staff.bought"), w.t("staff.short")],
      rows: all.flatMap((s) =>
        years.map((y) => {
          const bought = mean(s.bought, y),
            short = mean(s.below_half, y);
          return [
            cell(w.option(data.options.findIndex((o) => o.name === s.option))),
            cell(String(y + 1), y + 1),
            cell(w.number(bought, 2), bought),
            cell(w.percent(short), short),
          ];
        }),
      ),
    },
  });
}

export function staffSection(w: Words, data: Data): HTMLElement {
  const section = sectionOf("staff", w.t("labour.head"));
  section.append(
    staffed(data).length > 0 ? staffCalendar(w, data) : p(w.t("labour.absent"), "absent"),
  );
  const level = (o: number): number | null => rowOf(data, o, "professionals", data.years)?.level[0] ?? null;
  const inside: HTMLElement[] = [];
  for (const o of compared(data)) {
    const fte = level(o),
      base = level(data.reference);
    if (fte !== null && base !== null)
      inside.push(
        p(
          w.t("labour.fte", {
            years: data.years,
            option: w.option(o),
            reference: w.option(data.reference),
            fte: w.number(fte, 2),
            base: w.number(base, 2),
          }),
        ),
      );
  }
  const charts = el("div", { class: "multiples" });
  for (const name of ["professionals", "same_worker_after_3_years"]) {
    const chart = course(w, data, name);
    if (chart) charts.append(chart);
  }
  if (charts.childElementCount > 0) inside.push(charts);
  if (inside.length > 0) section.append(folded(w.t("staff.more"), ...inside));
  return section;
}

/** Names of what can go wrong, as the table has them, with their decimals. */
const risks: [string, number][] = [
  ["short_years", 1],
  ["breaks", 1],
  ["bonds_broken", 0],
  ["bonds_broken_worst", 0],
  ["closures", 1],
  ["initiatives_lost", 1],
];

export function risksSection(w: Words, data: Data): HTMLElement {
  const section = sectionOf("risks", w.t("risks.head"));
  const table = riskTable(w, data);
  if (table === null) {
    section.append(p(w.t("risks.absent"), "absent"));
    return section;
  }
  section.append(p(risksTitle(w, data), "finding"), p(w.t("risks.note", { years: data.years }), "note"), table);
  const said = linesOf(data, "risks").filter((l) => optionOf(data, l) >= 0);
  if (said.length > 0)
    section.append(folded(w.t("risks.in_words"), ...said.map((l) => p(l.text(`sentence_${w.language}`)))));
  return section;
}

/** Which option runs the largest risk of three or more thin years, and how large the others' is. */
export function risksTitle(w: Words, data: Data): string {
  const lines = linesOf(data, "what_can_go_wrong").filter((l) => optionOf(data, l) >= 0);
  return w.t("risks.title", {
    said: shares(w, lines.map((l) => [optionOf(data, l), l.number("share_of_worlds")])),
  });
}

export function riskTable(w: Words, data: Data): HTMLElement | null {
  const lines = linesOf(data, "what_can_go_wrong").filter((l) => optionOf(data, l) >= 0);
  if (lines.length === 0) return null;
  const head = el("tr", {}, el("th", { scope: "col" }, w.t("option")));
  head.append(el("th", { scope: "col" }, w.t("risks.share_of_worlds")));
  for (const [name] of risks) head.append(el("th", { scope: "col", class: "of-numbers" }, w.named("risk", name)));
  const body = el("tbody");
  for (const l of lines) {
    const share = l.number("share_of_worlds");
    const row = el(
      "tr",
      {},
      el("th", { scope: "row" }, w.option(optionOf(data, l))),
      el("td", { "data-value": String(share) }, tenths(share), ` ${w.percent(share)}`),
    );
    for (const [name, decimals] of risks) {
      const value = l.number(name);
      row.append(el("td", { class: "number", "data-value": String(value) }, w.number(value, decimals)));
    }
    body.append(row);
  }
  const caption = w.t("risks.caption");
  return scrolled(
    caption,
    el("table", { class: "risks" }, el("caption", { class: "unseen" }, caption), el("thead", {}, head), body),
  );
}
