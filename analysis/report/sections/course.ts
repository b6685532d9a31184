// 3. Two time lines.
import { legend } from "../charts/look";
import { timeline, type Line } from "../charts/timeline";
import { indicatorOf, others, seriesOf, type Data } from "../data";
import { el, p } from "../../../ui/dom";
import { cell, figure, type Cell } from "../../../ui/figure";
import type { Words } from "../words";

/** One indicator year by year; the band of an option is the margin of its difference from the reference. */
export function course(w: Words, data: Data, name: string): HTMLElement | null {
  const series = seriesOf(data, name);
  if (series === undefined) return null;
  const how = w.shown(name);
  // What is measured once a year is measured in its last month; a yearly mean stands at its middle.
  const shift = indicatorOf(data, name)?.measured === "yearly" ? 0 : -0.5;
  const compared = others(data);
  const reference = series.levels[data.reference];
  const value = (o: number, y: number): number | null => series.levels[o][y][0];
  const band = (o: number, y: number, end: 1 | 2): number | null => {
    const d = series.differences[o][y][end],
      base = reference[y][0];
    return d === null || base === null ? null : (base + d) * how.factor;
  };
  const lines: Line[] = [...compared, data.reference].map((o) => ({
    option: o,
    points: series.levels[o]
      .map((_, y) => ({ x: y + 1 + shift, y: value(o, y), lower: band(o, y, 1), upper: band(o, y, 2) }))
      .filter((q) => q.y !== null)
      .map((q) => ({ ...q, y: q.y! * how.factor })),
  }));
  const rows: Cell[][] = [];
  for (let y = 0; y < data.years; y++)
    for (const o of compared.length > 0 ? compared : [data.reference]) {
      const [mean, lower, upper] = series.differences[o][y],
        level = value(o, y),
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
  const title = how.unit ? `${how.name} (${how.unit})` : how.name;
  const last = data.years - 1;
  const says = [...compared, data.reference]
    .map((o) => `${w.option(o)} ${w.value(value(o, last), how)}`)
    .join(", ");
  return figure(w, {
    id: `course-${name}`,
    title,
    says: w.t("course.says", { what: title, years: data.years, values: says }),
    legend: legend(w, data, [...compared, data.reference]),
    draw: (width) =>
      timeline(
        w,
        data,
        {
          lines,
          years: data.years,
          shocks: data.shocks,
          format: (v) => w.number(v, how.factor === 100 ? 1 : 2),
          span: how.noticeable * 4,
        },
        width,
      ),
    table: {
      name: `course-${name}`,
      caption: title,
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
  const section = el(
    "section",
    { id: "course", "aria-labelledby": "course-head" },
    el("h2", { id: "course-head" }, w.t("course.head")),
    p(w.t("course.note")),
  );
  const charts = data.headlines
    .map((name) => course(w, data, name))
    .filter((c) => c !== null);
  section.append(...(charts.length > 0 ? charts : [p(w.t("course.absent"), "absent")]));
  if (data.shocks.some((s) => s.random)) section.append(p(w.t("course.random_shock"), "note"));
  return section;
}
