// 3. The course over time.
import { legend } from "../charts/look";
import { timeline, type Line, type TimelineOf } from "../charts/timeline";
import { indicatorOf, others, rowOf, seriesOf, type Data } from "../data";
import { el, p } from "../../../ui/dom";
import { cell, figure, type Cell } from "../../../ui/figure";
import type { Key, Words } from "../words";
import { folded, sectionOf } from "./folded";
import { otherFigures } from "./effects";
import { whatIsLost } from "./ending";

/** What an option does to an indicator in the last year: `lower with A than with B`. Those of which the same is said
    stand together. */
export function courseTitle(w: Words, data: Data, name: string): string {
  const said = new Map<string, string[]>();
  for (const o of others(data)) {
    const verdict = rowOf(data, o, name, data.years)?.verdict ?? "unknown";
    const kind = ["higher", "lower", "too_small"].includes(verdict) ? verdict : "not_clear";
    said.set(kind, [...(said.get(kind) ?? []), `‘${w.option(o)}’`]);
  }
  if (said.size === 1 && said.has("not_clear")) return `${w.shown(name).name}: ${w.t("course.none_clear")}`;
  const parts = ["higher", "lower", "too_small", "not_clear"]
    .filter((kind) => said.has(kind))
    .map((kind) =>
      w.t(`course.${kind}` as Key, {
        options: w.list(said.get(kind)!),
        reference: w.option(data.reference),
      }),
    );
  return `${w.shown(name).name}: ${parts.join("; ")}`;
}

/** What is drawn of an indicator: the band of an option is the margin of its difference from the reference. */
export function timelineOf(w: Words, data: Data, name: string): TimelineOf | null {
  const series = seriesOf(data, name);
  if (series === undefined) return null;
  const how = w.shown(name);
  // What is measured once a year is measured in its last month; a yearly mean stands at its middle.
  const shift = indicatorOf(data, name)?.measured === "yearly" ? 0 : -0.5;
  const reference = series.levels[data.reference];
  const band = (o: number, y: number, end: 1 | 2): number | null => {
    const d = series.differences[o][y][end],
      base = reference[y][0];
    return d === null || base === null ? null : (base + d) * how.factor;
  };
  const lines: Line[] = [...others(data), data.reference].map((o) => ({
    option: o,
    points: series.levels[o]
      .map(([mean], y) => ({ x: y + 1 + shift, y: mean, lower: band(o, y, 1), upper: band(o, y, 2) }))
      .filter((q) => q.y !== null)
      .map((q) => ({ ...q, y: q.y! * how.factor })),
  }));
  return {
    lines,
    years: data.years,
    shocks: data.shocks,
    format: (v) => w.number(v, how.factor === 100 ? 1 : 2),
    span: how.noticeable * 4,
  };
}

/** One indicator year by year, with its numbers. */
export function course(w: Words, data: Data, name: string, key = true): HTMLElement | null {
  const series = seriesOf(data, name),
    drawn = timelineOf(w, data, name);
  if (series === undefined || drawn === null) return null;
  const how = w.shown(name);
  const options = others(data),
    reference = series.levels[data.reference];
  const rows: Cell[][] = [];
  for (let y = 0; y < data.years; y++)
    for (const o of options.length > 0 ? options : [data.reference]) {
      const [mean, lower, upper] = series.differences[o][y],
        level = series.levels[o][y][0],
        base = reference[y][0];
      rows.push([
        cell(String(y + 1), y + 1),
        cell(w.option(o)),
        cell(w.value(base, how), base),
        cell(w.value(level, how), level),
        cell(w.difference(mean, how), mean),
        cell(w.difference(lower, how), lower),
        cell(w.difference(upper, how), upper),
      ]);
    }
  const named = how.unit ? `${how.name} (${how.unit})` : how.name;
  const says = [...options, data.reference]
    .map((o) => `${w.option(o)} ${w.value(series.levels[o][data.years - 1][0], how)}`)
    .join(", ");
  return figure(w, {
    id: `course-${name}`,
    title: options.length > 0 ? courseTitle(w, data, name) : named,
    note: options.length > 0 ? named : undefined,
    says: w.t("course.says", { what: named, years: data.years, values: says }),
    legend: key ? legend(w, data, [...options, data.reference]) : null,
    draw: (width) => timeline(w, data, drawn, width),
    table: {
      name: `course-${name}`,
      caption: named,
      heads: [
        w.t("year"),
        w.t("option"),
        w.t("reference_level", { reference: w.option(data.reference) }),
        w.t("level"),
        w.t("difference"),
        w.t("lower"),
        w.t("upper"),
      ],
      rows,
    },
  });
}

export function courseSection(w: Words, data: Data): HTMLElement {
  const section = sectionOf("course", w.t("course.head"));
  const charts = data.headlines.map((name) => course(w, data, name, false)).filter((c) => c !== null);
  if (charts.length > 0)
    section.append(
      legend(w, data, [...others(data), data.reference]),
      el("div", { class: "multiples three" }, ...charts),
      p(w.t("course.note"), "note"),
    );
  else section.append(p(w.t("course.absent"), "absent"));
  if (data.shocks.some((s) => s.random)) section.append(p(w.t("course.random_shock"), "note"));
  section.append(folded(w.t("ending.head"), ...whatIsLost(w, data)));
  if (others(data).length > 0) section.append(folded(w.t("effects.head"), ...otherFigures(w, data)));
  return section;
}
