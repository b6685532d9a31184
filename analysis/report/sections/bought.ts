// What is bought, and the hours of work with residents that a euro buys.
import { bars } from "../charts/counts";
import type { Bought, Data } from "../data";
import { cell, figure } from "../../../ui/figure";
import type { Words } from "../words";

/** `opbouwwerker, 0.7 fte` */
export function purchase(w: Words, b: Bought): string {
  const what = w.named("purchase", b.what || b.kind);
  const decimals = Number.isInteger(b.much) ? 0 : 2;
  const much = w.t("purchase.much", { much: w.number(b.much, decimals), unit: w.named("quantity", b.quantity) });
  return b.kind === "support" ? w.t("purchase.supported", { what, much }) : `${what}, ${much.trim()}`;
}

export function hours(w: Words, data: Data): HTMLElement | null {
  const rows = data.expected.map((e, option) => ({ e, option })).filter((r) => r.e.has_lines);
  if (rows.length === 0) return null;
  const perHundred = (v: number) => 100 * v;
  const said = w.list(
    rows.map((r) =>
      w.t("hours.with", { hours: w.number(perHundred(r.e.hours_per_euro), 2), option: w.option(r.option) }),
    ),
  );
  const title = w.t("hours.title", { said });
  return figure(w, {
    id: "hours",
    title,
    note: w.t("hours.note"),
    says: title,
    draw: (width) =>
      bars(
        w,
        data,
        rows.map((r) => ({ option: r.option, value: perHundred(r.e.hours_per_euro) })),
        (v) => w.number(v, 2),
        w.t("hours.axis"),
        width,
      ),
    table: {
      name: "hours-per-euro",
      caption: w.t("hours.axis"),
      heads: [
        w.t("option"),
        w.t("hours.granted"),
        w.t("hours.returned"),
        w.t("hours.direct"),
        w.t("hours.axis"),
      ],
      rows: rows.map((r) => [
        cell(w.option(r.option)),
        cell(w.number(r.e.granted), r.e.granted),
        cell(w.number(r.e.returned), r.e.returned),
        cell(w.number(r.e.direct_hours), r.e.direct_hours),
        cell(w.number(perHundred(r.e.hours_per_euro), 2), perHundred(r.e.hours_per_euro)),
      ]),
    },
  });
}
