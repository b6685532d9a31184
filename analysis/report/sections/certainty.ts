// 9. How sure it is, what would flip it, and what would be worth knowing.
import { cloud } from "../charts/differences";
import { linesOf, optionOf, others, rowOf, type Data, type Interval } from "../data";
import { el, p } from "../../../ui/dom";
import { cell, figure } from "../../../ui/figure";
import type { Words } from "../words";
import { found } from "./found";
import { mechanisms, monitor } from "./mechanisms";
import { certainty, regret } from "./robustness";

function pairs(w: Words, data: Data, option: number, name: string): HTMLElement | null {
  const worlds = data.worlds.find((v) => v.indicator === name);
  const row = rowOf(data, option, name, data.years);
  if (worlds === undefined || row === undefined) return null;
  const all = worlds.differences[option];
  const how = w.shown(name);
  const values = all.filter((v): v is number => v !== null).map((v) => v * how.factor);
  const margin = row.difference.map((d) => (d === null ? null : d * how.factor)) as Interval;
  const says = w.t("sure.cloud_says", {
    what: how.name,
    more: worlds.more[option],
    pairs: worlds.pairs[option],
    difference: w.withMargin(row.difference, how),
  });
  return figure(w, {
    id: `pairs-${name}-${option}`,
    title: how.name,
    note: says,
    says,
    draw: (width) =>
      cloud(
        data,
        option,
        values,
        margin,
        (v) => w.signed(v, how.factor === 100 ? 1 : 2),
        how.differenceUnit,
        how.noticeable,
        width,
      ),
    table: {
      name: `pairs-${name}-${data.options[option].name}`,
      caption: w.t("sure.table", { what: how.name, option: w.option(option) }),
      heads: [w.t("sure.world"), w.t("difference")],
      rows: all.map((v, i) => [cell(String(i + 1), i + 1), cell(w.difference(v, how), v)]),
    },
  });
}

export function certaintySection(w: Words, data: Data): HTMLElement {
  const section = el(
    "section",
    { id: "certainty", "aria-labelledby": "certainty-head" },
    el("h2", { id: "certainty-head" }, w.t("sure.head")),
  );
  section.append(
    p(
      w.t(data.draws > 1 ? "sure.with_draws" : "sure.one_draw", {
        draws: data.draws,
        worlds: data.draws * data.replicates,
      }),
    ),
    ...certainty(w, data),
    p(w.t("sure.cloud_note")),
  );
  for (const o of others(data)) {
    const charts = el("div", { class: "multiples" });
    for (const part of linesOf(data, "answer_parts").filter((line) => optionOf(data, line) === o)) {
      const chart = pairs(w, data, o, part.text("indicator"));
      if (chart) charts.append(chart);
    }
    if (charts.childElementCount > 0)
      section.append(
        el("h3", {}, w.t("compared", { option: w.option(o), reference: w.option(data.reference) })),
        charts,
      );
  }
  if (data.made.failures)
    section.append(p(w.t("sure.failures")), el("pre", { tabindex: "0" }, data.made.failures));
  section.append(
    ...regret(w, data),
    ...found(w, data, "flips"),
    ...found(w, data, "value_of_information"),
    ...mechanisms(w, data),
    ...monitor(w, data),
  );
  return section;
}
