// 10. What is not measured, the assumptions, and how this came to be.
import type { Data } from "../data";
import { el, p } from "../../../ui/dom";
import { cell, foldedTable } from "../../../ui/figure";
import type { Key, Words } from "../words";
import { folded, sectionOf } from "./folded";

const grades = ["measured", "literature", "expert", "assumption"];

function assumptions(w: Words, data: Data): HTMLElement[] {
  if (data.parameters.length === 0) return [p(w.t("assumptions.absent"), "absent")];
  const count = (grade: string): number => data.parameters.filter((q) => q.evidence === grade).length;
  const list = el("ul");
  for (const g of grades)
    list.append(
      el(
        "li",
        {},
        el("strong", {}, `${w.named("grade", g)}: ${count(g)}`),
        ` – ${w.named("grade_means", g)}`,
      ),
    );
  const sorted = [...data.parameters].sort(
    (a, b) => grades.indexOf(b.evidence) - grades.indexOf(a.evidence) || a.name.localeCompare(b.name),
  );
  const number = (v: number): string => w.number(v, Number.isInteger(v) ? 0 : Math.abs(v) >= 1 ? 2 : 4);
  return [
    p(w.t("assumptions.note", { all: data.parameters.length })),
    list,
    foldedTable(w, {
      name: "assumptions",
      caption: w.t("assumptions.caption"),
      heads: [
        w.t("assumptions.name"),
        w.t("assumptions.value"),
        w.t("unit"),
        w.t("assumptions.grade"),
        w.t("assumptions.meaning"),
        w.t("assumptions.source"),
      ],
      rows: sorted.map((q) => [
        cell(q.name),
        cell(number(q.value), q.value),
        cell(q.unit),
        cell(w.named("grade", q.evidence)),
        cell(q.meaning),
        cell(q.source),
      ]),
    }),
  ];
}

const prior = /^(\d+) parameters? come from their prior,.*; none was fitted$/;
const posterior =
  /^(\d+) parameters? come together from the posterior \((.*)\), (\d+) others from their prior,/s;
const calibrated = /^(\d+) equally weighted sets of parameters, fitted by weefsel calibrate (.*)$/s;

/** Where several sets of assumptions come from: the sentences of app/compare/prepare.cpp and the first line of a posterior
 * (app/calibrate/calibration_files.cpp) in the reader's language; any other text as it stands. */
function origin(w: Words, says: string): string {
  const drawn = prior.exec(says);
  if (drawn) return w.t("made.draws_prior", { all: drawn[1] });
  const fitted = posterior.exec(says);
  if (!fitted) return says;
  const made = calibrated.exec(fitted[2]);
  const from = made ? w.t("made.posterior_from", { sets: made[1], targets: made[2] }) : fitted[2];
  return w.t("made.draws_posterior", { fitted: fitted[1], from, others: fitted[3] });
}

function provenance(w: Words, data: Data): HTMLElement {
  const made = data.made;
  const list = el("dl", { class: "provenance" });
  const line = (key: Key, value: string): void => list.append(el("dt", {}, w.t(key)), el("dd", {}, value));
  line("made.command", made.command);
  line("made.seed", made.seed);
  line("made.version", made.version);
  line("made.commit", made.commit + (made.tree_clean === "0" ? ` (${w.t("made.changed")})` : ""));
  line("made.scenario", made.scenario_sha256);
  line("made.created", made.created);
  line(
    "made.worlds",
    w.t("made.worlds_say", {
      draws: data.draws,
      replicates: data.replicates,
      options: data.options.length,
      years: data.years,
    }),
  );
  if (made.parameter_draws) line("made.draws", origin(w, made.parameter_draws));
  const set = data.indicators.filter((i) => i.noticeable !== undefined).map((i) => w.shown(i.name));
  if (set.length > 0)
    line("made.noticeable", set.map((how) => `${how.name}: ${w.noticeable(how)}`).join("; "));
  return list;
}

export function limitsSection(w: Words, data: Data): HTMLElement {
  const not = el("ul");
  for (let i = 1; w.has(`not_measured.${i}`); i++) not.append(el("li", {}, w.t(`not_measured.${i}` as Key)));
  const section = sectionOf("limits", w.t("not_measured.head"), not);
  section.append(folded(w.t("assumptions.head"), ...assumptions(w, data)));
  return section;
}

export function provenanceSection(w: Words, data: Data): HTMLElement {
  return sectionOf(
    "provenance",
    w.t("made.head"),
    p(
      w.t("made.short", {
        version: data.made.version,
        seed: data.made.seed,
        created: data.made.created.slice(0, 10),
      }),
    ),
    folded(w.t("made.all"), p(w.t("made.note")), provenance(w, data)),
  );
}
