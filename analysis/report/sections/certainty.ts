// 9. How sure it is, what would flip it, and what would be worth knowing.
import { cloud } from "../charts/differences";
import { compared, linesOf, optionOf, others, rowOf, type Data, type Interval } from "../data";
import { el, p } from "../../../ui/dom";
import { cell, figure } from "../../../ui/figure";
import type { Words } from "../words";
import { sureness } from "./answer";
import { found } from "./found";
import { folded, sectionOf } from "./folded";
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

/** Of so many options it is said at once how sure it is. */
const atOnce = 2;

/** A table of a later analysis behind a line that opens it; where there is none, why not. */
function foldedFound(w: Words, data: Data, name: string): HTMLElement {
  const made = found(w, data, name);
  return made.length > 1 ? folded(w.named("found", name), ...made.slice(1)) : made[0];
}

function clouds(w: Words, data: Data): HTMLElement[] {
  const out: HTMLElement[] = [p(w.t("sure.cloud_note"))];
  for (const o of others(data)) {
    const charts = el("div", { class: "multiples three" });
    for (const part of linesOf(data, "answer_parts").filter((line) => optionOf(data, line) === o)) {
      const chart = pairs(w, data, o, part.text("indicator"));
      if (chart) charts.append(chart);
    }
    if (charts.childElementCount > 0)
      out.push(
        el("h3", {}, w.t("compared", { option: w.option(o), reference: w.option(data.reference) })),
        charts,
      );
  }
  return out;
}

export function certaintySection(w: Words, data: Data): HTMLElement {
  const section = sectionOf("certainty", w.t("sure.head"));
  section.append(
    p(
      w.t(data.draws > 1 ? "sure.with_draws" : "sure.one_draw", {
        draws: data.draws,
        worlds: data.draws * data.replicates,
      }),
    ),
  );
  const inWords = compared(data).map((o) => p(sureness(w, data, o))),
    shared = certainty(w, data),
    few = inWords.length <= atOnce;
  if (few) section.append(...inWords);
  const behind = [...(few ? [] : inWords), ...shared];
  if (behind.length > 0) section.append(folded(w.t("robust.title", { draws: data.draws }), ...behind));
  if (data.made.failures)
    section.append(p(w.t("sure.failures")), el("pre", { tabindex: "0" }, data.made.failures));
  section.append(foldedFound(w, data, "flips"), foldedFound(w, data, "value_of_information"));
  const mechanism = mechanisms(w, data);
  section.append(mechanism.length > 1 ? folded(w.t("mechanisms.head"), ...mechanism.slice(1)) : mechanism[0]);
  const seen = monitor(w, data);
  section.append(seen.length > 1 ? folded(w.t("monitor.head"), ...seen.slice(1)) : seen[0]);
  const sorry = regret(w, data);
  if (sorry.length > 0) section.append(folded(w.t("regret.head"), ...sorry));
  if (others(data).length > 0) section.append(folded(w.t("sure.pairs_head"), ...clouds(w, data)));
  section.append(el("h3", {}, w.t("trials.head")), p(w.t("trials.note")));
  return section;
}
