// 7. The labour it takes, and what is lost when it stops.
import { others, rowOf, type Data } from "../data";
import { el, p } from "../../../ui/dom";
import type { Words } from "../words";
import { course } from "./course";
import { whatIsLost } from "./ending";

export function labourSection(w: Words, data: Data): HTMLElement {
  const section = el(
    "section",
    { id: "labour", "aria-labelledby": "labour-head" },
    el("h2", { id: "labour-head" }, w.t("labour.head")),
  );
  const level = (o: number, name: string): number | null =>
    rowOf(data, o, name, data.years)?.level[0] ?? null;
  for (const o of others(data)) {
    const fte = level(o, "professionals"),
      base = level(data.reference, "professionals");
    if (fte !== null && base !== null)
      section.append(
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
  section.append(charts.childElementCount > 0 ? charts : p(w.t("labour.absent"), "absent"));
  section.append(...whatIsLost(w, data));
  return section;
}
