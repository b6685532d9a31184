// 3, continued. What is lost when it stops, and how fast what was won fades.
import { legend } from "../charts/look";
import { timeline } from "../charts/timeline";
import { grouped, linesOf, optionOf, type Data, type Interval, type Line } from "../data";
import { el, p } from "../../../ui/dom";
import { cell, csvButton, figure, tableOf, type TableOf } from "../../../ui/figure";
import type { Words } from "../words";

const percent = (w: Words, share: number | null): string =>
  share === null ? "–" : `${w.number(100 * share)}\u00a0%`;

/** One indicator after the end: ended minus carried on, in the same worlds. */
function after(w: Words, data: Data, lines: Line[]): HTMLElement {
  const name = lines[0].text("indicator"),
    ended = lines[0].number("ended_after_years") ?? 0,
    how = w.shown(name);
  const title = w.t("ending.title", { what: how.name, unit: how.differenceUnit, years: ended });
  const ordered = grouped(lines, (l) => l.text("option")).map((mine) =>
    [...mine].sort((a, b) => (a.number("years_after") ?? 0) - (b.number("years_after") ?? 0)),
  );
  const scaled = (v: number | null): number | null => (v === null ? null : v * how.factor);
  const options = ordered.map((mine) => optionOf(data, mine[0]));
  const said = ordered.map((mine) => {
    const last = mine[mine.length - 1];
    return w.t("ending.says", {
      option: w.option(optionOf(data, last)),
      years: last.number("years_after") ?? 0,
      difference: w.withMargin(last.interval("difference"), how),
    });
  });
  return figure(w, {
    id: `ending-${name}-${ended}`,
    title,
    note: said.join(" "),
    says: `${title}. ${said.join(" ")}`,
    legend: legend(w, data, options),
    draw: (width) =>
      timeline(
        w,
        data,
        {
          lines: ordered.map((mine, i) => ({
            option: options[i],
            points: mine
              .filter((l) => l.number("difference") !== null)
              .map((l) => ({
                x: l.number("years_after") ?? 0,
                y: scaled(l.number("difference"))!,
                lower: scaled(l.number("lower")),
                upper: scaled(l.number("upper")),
              })),
          })),
          years: Math.max(...lines.map((l) => l.number("years_after") ?? 0), 1),
          shocks: [],
          format: (v) => w.signed(v, how.factor === 100 ? 1 : 2),
          zero: true,
          axis: w.t("ending.axis"),
          span: how.noticeable * 4,
        },
        width,
      ),
    table: {
      name: `ending-${name}-${ended}`,
      caption: title,
      heads: [
        w.t("option"),
        w.t("ending.axis"),
        w.t("ending.difference"),
        w.t("lower"),
        w.t("upper"),
        w.t("ending.left"),
      ],
      rows: ordered
        .flat()
        .map((l) => [
          cell(w.option(optionOf(data, l))),
          cell(w.number(l.number("years_after")), l.number("years_after")),
          ...l.interval("difference").map((v) => cell(w.difference(v, how), v)),
          cell(percent(w, l.number("left")), l.number("left")),
        ]),
    },
  });
}

/** How long an ended option was followed. */
function yearsSeen(data: Data): number {
  return Math.max(0, ...linesOf(data, "ending").map((l) => l.number("years_after") ?? 0));
}

/** The same option and indicator in the chart above, by year after the end. */
function chartOf(data: Data, line: Line): Line[] {
  return linesOf(data, "ending")
    .filter((l) => l.text("option") === line.text("option") && l.text("indicator") === line.text("indicator"))
    .sort((a, b) => (a.number("years_after") ?? 0) - (b.number("years_after") ?? 0));
}

/** Without a clear effect there may be something to lose all the same: the chart above shows whether. */
function withoutEffect(w: Words, data: Data, line: Line, places: Record<string, string | number>): string {
  const chart = chartOf(data, line);
  const lost = chart.find((l) => ["higher", "lower"].includes(l.text("verdict")));
  if (lost === undefined) {
    const same = [line, ...chart].every((l) => l.text("verdict") === "same");
    return w.t(same ? "fade.nothing" : "fade.no_effect", places);
  }
  const soon = lost.number("years_after") === 1;
  return w.t(soon ? "fade.no_effect_but_loss_soon" : "fade.no_effect_but_loss", {
    ...places,
    years: w.number(lost.number("years_after")),
    difference: w.withMargin(lost.interval("difference"), w.shown(line.text("indicator"))),
  });
}

function fades(w: Words, data: Data, line: Line): string {
  const how = w.shown(line.text("indicator"));
  const effect = line.interval("effect_at_end"),
    halved = line.number("halved_after");
  const places = {
    option: w.option(optionOf(data, line)),
    what: how.name,
    effect: w.withMargin(effect, how),
    years: w.number(halved ?? yearsSeen(data)),
  };
  const said = line.text("verdict");
  if (said === "too_small") return w.t("fade.small", places);
  if (said !== "higher" && said !== "lower") return withoutEffect(w, data, line, places);
  if (halved === null) return w.t("fade.stays", places);
  return w.t(halved === 1 ? "fade.halved_soon" : "fade.halved", places);
}

function fading(w: Words, data: Data): HTMLElement[] {
  const lines = linesOf(data, "fade_out").filter((l) => optionOf(data, l) >= 0);
  if (lines.length === 0) return [];
  const effect = (l: Line): Interval => l.interval("effect_at_end");
  const table: TableOf = {
    name: "fade-out",
    caption: w.t("fade.caption"),
    heads: [
      w.t("option"),
      w.t("indicator"),
      w.t("fade.at_end"),
      w.t("lower"),
      w.t("upper"),
      w.t("fade.halved_after"),
    ],
    rows: lines.map((l) => {
      const how = w.shown(l.text("indicator"));
      return [
        cell(w.option(optionOf(data, l))),
        cell(how.name),
        ...effect(l).map((v) => cell(w.difference(v, how), v)),
        cell(w.number(l.number("halved_after")), l.number("halved_after")),
      ];
    }),
  };
  const list = el("ul");
  for (const l of lines) list.append(el("li", {}, fades(w, data, l)));
  return [el("h3", {}, w.t("fade.head")), list, tableOf(table), csvButton(w, table)];
}

export function whatIsLost(w: Words, data: Data): HTMLElement[] {
  const lines = linesOf(data, "ending").filter((l) => optionOf(data, l) >= 0);
  const faded = fading(w, data);
  if (lines.length === 0 && faded.length === 0) return [p(w.t("absent.ending"), "absent")];
  if (lines.length === 0) return faded;
  const charts = el("div", { class: "multiples" });
  for (const mine of grouped(lines, (l) => `${l.text("indicator")} ${l.number("ended_after_years")}`))
    charts.append(after(w, data, mine));
  return [p(w.t("ending.note")), charts, ...faded];
}
