// 9, continued. In what share of the plausible worlds one option beats the other, and what a choice may cost.
import { betterOrWorse, stacked } from "../charts/shares";
import { compared, grouped, linesOf, optionOf, type Data, type Line } from "../data";
import { el, p } from "../../../ui/dom";
import { cell, csvButton, figure, tableOf, type TableOf } from "../../../ui/figure";
import type { Words } from "../words";

const percent = (w: Words, share: number | null): string =>
  share === null ? "–" : `${w.number(100 * share)}\u00a0%`;

/** Of the sets of assumptions: noticeably better, hardly another, noticeably worse. */
export function certainty(w: Words, data: Data): HTMLElement[] {
  const lines = linesOf(data, "certainty").filter((l) => compared(data).includes(optionOf(data, l)));
  if (lines.length === 0) return [];
  const rows = lines.map((l) => {
    const better = l.number("noticeably_better") ?? 0,
      worse = l.number("noticeably_worse") ?? 0;
    return {
      label: `${w.shown(l.text("indicator")).name}: ${w.option(optionOf(data, l))}`,
      parts: [better, Math.max(0, 1 - better - worse), worse],
    };
  });
  const names = [w.t("robust.better"), w.t("robust.same"), w.t("robust.worse")];
  const says = lines
    .map((l) =>
      w.t("robust.says", {
        option: w.option(optionOf(data, l)),
        reference: w.option(data.reference),
        what: w.shown(l.text("indicator")).name,
        share: percent(w, l.number("better")),
        noticeable: percent(w, l.number("noticeably_better")),
      }),
    )
    .join(" ");
  return [
    figure(w, {
      id: "certainty-shares",
      title: w.t("robust.title", { draws: data.draws }),
      says,
      draw: (width) => stacked(rows, names, betterOrWorse, (v) => percent(w, v), width),
      table: {
        name: "certainty",
        caption: w.t("robust.title", { draws: data.draws }),
        heads: [
          w.t("option"),
          w.t("indicator"),
          w.t("robust.any"),
          w.t("robust.better"),
          w.t("robust.worse"),
          w.t("robust.assumptions"),
          w.t("robust.luck"),
        ],
        rows: lines.map((l) => {
          const assumptions = l.number("variance_assumptions"),
            luck = l.number("variance_luck");
          const all = (assumptions ?? 0) + (luck ?? 0);
          const part = (v: number | null): number | null => (v === null || all <= 0 ? null : v / all);
          return [
            cell(w.option(optionOf(data, l))),
            cell(w.shown(l.text("indicator")).name),
            ...["better", "noticeably_better", "noticeably_worse"].map((c) =>
              cell(percent(w, l.number(c)), l.number(c)),
            ),
            ...[part(assumptions), part(luck)].map((v) => cell(percent(w, v), v)),
          ];
        }),
      },
    }),
  ];
}

/** Whose largest regret is smallest; what is the same in the digits shown is said as the same. */
function leastRegret(w: Words, data: Data, mine: Line[]): string {
  const how = w.shown(mine[0].text("indicator"));
  const shown = (l: Line): string => w.value(l.number("largest"), { ...how, decimals: 2 });
  const best = mine.reduce((a, b) =>
    (b.number("largest") ?? Infinity) < (a.number("largest") ?? Infinity) ? b : a,
  );
  const least = mine.filter((l) => shown(l) === shown(best));
  return w.t(least.length === mine.length ? "regret.equal" : "regret.says", {
    what: how.name,
    options: w.list(least.map((l) => `‘${w.option(optionOf(data, l))}’`)),
    largest: `${shown(best)} ${how.differenceUnit}`.trim(),
    worlds: w.number(best.number("worlds")),
    of: w.t(data.draws > 1 ? "regret.of_sets" : "regret.of_simulations"),
  });
}

/** How much one may come to regret a choice; nothing where the results do not say. */
export function regret(w: Words, data: Data): HTMLElement[] {
  const lines = linesOf(data, "regret").filter((l) => optionOf(data, l) >= 0);
  if (lines.length === 0) return [];
  const list = el("ul");
  for (const mine of grouped(lines, (l) => l.text("indicator"))) {
    list.append(el("li", {}, leastRegret(w, data, mine)));
  }
  const table: TableOf = {
    name: "regret",
    caption: w.t("regret.caption"),
    heads: [w.t("indicator"), w.t("option"), w.t("regret.mean"), w.t("regret.largest"), w.t("regret.best")],
    rows: lines.map((l) => {
      const how = w.shown(l.text("indicator"));
      return [
        cell(how.differenceUnit ? `${how.name} (${how.differenceUnit})` : how.name),
        cell(w.option(optionOf(data, l))),
        ...["mean", "largest"].map((c) => cell(w.value(l.number(c), { ...how, decimals: 2 }), l.number(c))),
        cell(percent(w, l.number("share_best")), l.number("share_best")),
      ];
    }),
  };
  return [p(w.t("regret.note")), list, tableOf(table), csvButton(w, table)];
}
