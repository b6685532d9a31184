// The annex for the council: two sheets of A4 from the same data, to be printed.
import { moreAndMore, stacked } from "./charts/shares";
import { timeline } from "./charts/timeline";
import { legend } from "./charts/look";
import { compared, others, rowOf, type Data } from "./data";
import { el, p } from "../../ui/dom";
import { scrolled } from "../../ui/figure";
import type { Key, Words } from "./words";
import { headline, moneySaid, sureness, tiles } from "./sections/answer";
import { courseTitle, timelineOf } from "./sections/course";
import { balanceTitle } from "./sections/money";
import { reachedRows, reachedTitle, reachNames } from "./sections/reached";
import { calendarTitle, drawCalendar, risksTitle, riskTable, staffed } from "./sections/staff";

/** Of so many options it is said in words how sure it is; the table on the first sheet has the margins of all. */
const most = 2;

/** Width of a sheet between its margins, in pixels: 180 mm. With many options all is made smaller, so a drawing is made
    for a wider sheet, and its staff is told and not drawn. */
const sheetWidth = 680,
  many = 3;
const drawnWidth = (data: Data): number => (staffed(data).length > many ? 1.3 : 1) * sheetWidth;

function chart(title: string, drawn: SVGElement, key: HTMLElement | null = null): HTMLElement {
  return el(
    "figure",
    {},
    el("figcaption", {}, title),
    key,
    el("div", { class: "chart", role: "img", "aria-label": title }, drawn),
  );
}

/** Every option's headlines in the last year: what it is, and the difference with its margin. */
function headlines(w: Words, data: Data): HTMLElement {
  const names = data.headlines;
  const head = el("tr", {}, el("th", { scope: "col" }, w.t("option")));
  for (const name of names) {
    const how = w.shown(name);
    head.append(el("th", { scope: "col" }, how.unit ? `${how.name} (${how.unit})` : how.name));
  }
  const body = el("tbody");
  for (const o of [...others(data), data.reference]) {
    const row = el(
      "tr",
      {},
      el("th", { scope: "row" }, w.option(o) + (o === data.reference ? ` (${w.t("reference")})` : "")),
    );
    for (const name of names) {
      const how = w.shown(name),
        of = rowOf(data, o, name, data.years);
      const cell = el("td", {}, el("strong", {}, w.value(of?.level[0] ?? null, how)));
      if (of && o !== data.reference)
        cell.append(
          ` ${w.difference(of.difference[0], how)} `,
          el(
            "span",
            { class: "margin" },
            of.difference[1] === null
              ? ""
              : `(${w.t("range", { from: w.difference(of.difference[1], how), to: w.difference(of.difference[2], how) })})`,
          ),
          el("br"),
          el("span", { class: "verdict" }, w.t(`verdict.${of.verdict}` as Key)),
        );
      row.append(cell);
    }
    body.append(row);
  }
  const caption = w.t("annex.headlines", { years: data.years, reference: w.option(data.reference) });
  return scrolled(caption, el("table", {}, el("caption", {}, caption), el("thead", {}, head), body));
}

function first(w: Words, data: Data): HTMLElement {
  const question = w.language === "nl" ? data.question_nl : data.question;
  const half = sheetWidth / 2 - 12;
  const charts = el("div", { class: "two" });
  for (const name of data.headlines.slice(0, 2)) {
    const of = timelineOf(w, data, name);
    if (of) charts.append(chart(courseTitle(w, data, name), timeline(w, data, of, half)));
  }
  const shown = [...others(data), data.reference];
  return el(
    "div",
    { class: "fit" },
    el("p", { class: "kind" }, w.t("annex.kind")),
    el("h1", {}, (w.language === "nl" ? data.title_nl : data.title) || "Weefsel"),
    question ? el("p", { class: "question" }, el("span", { class: "label" }, w.t("question")), " ", question) : null,
    el("h2", { class: "unseen" }, w.t("answer.head")),
    headline(w, data),
    others(data).length > 0 ? tiles(w, data) : null,
    p(moneySaid(w, data).short, "equal"),
    headlines(w, data),
    charts.childElementCount > 0 ? legend(w, data, shown) : null,
    charts,
    p(w.t("annex.margin"), "note"),
  );
}

/** Who pays what more or less, in present value; the municipality with its margin. */
function payers(w: Words, data: Data): HTMLElement | null {
  const { payers: names, balances } = data.money;
  const rateShown = 1;
  if (names.length === 0) return null;
  const head = el("tr", {}, el("th", { scope: "col" }, w.t("option")));
  for (const name of names) head.append(el("th", { scope: "col", class: "of-numbers" }, w.named("payer", name)));
  const body = el("tbody");
  for (const o of compared(data)) {
    const row = el("tr", {}, el("th", { scope: "row" }, w.option(o)));
    for (let k = 0; k < names.length; ++k) {
      const [mean, lower, upper] = balances[o][k].present_value[rateShown];
      const cell = el("td", { class: "number" }, el("strong", {}, w.euros(mean)));
      if (lower !== null)
        cell.append(
          el("br"),
          el("span", { class: "margin" }, w.t("range", { from: w.euros(lower), to: w.euros(upper) })),
        );
      row.append(cell);
    }
    body.append(row);
  }
  const caption = w.t("annex.payers", { years: data.years, reference: w.option(data.reference) });
  return scrolled(caption, el("table", {}, el("caption", {}, caption), el("thead", {}, head), body));
}

function second(w: Words, data: Data): HTMLElement {
  const made = el("div", { class: "fit" });
  const rows = reachedRows(w, data);
  if (rows.length > 0)
    made.append(
      chart(
        reachedTitle(w, data),
        stacked(rows, reachNames(w), moreAndMore, (v) => w.percent(v), drawnWidth(data)),
      ),
    );
  const staff = staffed(data).length;
  if (staff > many) made.append(el("h2", {}, calendarTitle(w, data)));
  else if (staff > 0)
    made.append(
      chart(calendarTitle(w, data), drawCalendar(w, data, staff > 2 ? 2 : 4, sheetWidth)),
      p(w.t("staff.key"), "note"),
    );
  const risks = riskTable(w, data);
  if (risks) made.append(el("h2", {}, risksTitle(w, data)), risks);
  if (data.money.payers.length > 0 && compared(data).length > 0)
    made.append(el("h2", {}, balanceTitle(w, data)), payers(w, data)!);
  const sure = el("ul");
  sure.append(
    el("li", {}, w.t(data.draws > 1 ? "annex.sets" : "annex.one_set", { draws: data.draws, worlds: data.draws * data.replicates })),
  );
  for (const o of compared(data).length <= most ? compared(data) : []) {
    const said = sureness(w, data, o);
    if (said) sure.append(el("li", {}, said));
  }
  for (const i of [1, 2, 3]) sure.append(el("li", {}, w.t(`not_measured.${i}` as Key)));
  made.append(el("h2", {}, w.t("annex.sure")), sure);
  made.append(
    p(
      w.t("annex.made", {
        version: data.made.version,
        seed: data.made.seed,
        created: data.made.created.slice(0, 10),
        scenario: data.made.scenario_sha256.slice(0, 12),
      }),
      "note",
    ),
  );
  return made;
}

export function annex(w: Words, data: Data): HTMLElement {
  return el(
    "main",
    { id: "main", class: "sheets" },
    el("section", { class: "sheet", "aria-label": w.t("annex.sheet", { n: 1 }) }, first(w, data)),
    el("section", { class: "sheet", "aria-label": w.t("annex.sheet", { n: 2 }) }, second(w, data)),
  );
}

/** Makes all on a sheet as much smaller as it takes to fit, measured as it stands on paper. */
export function fitSheets(): void {
  document.body.classList.add("as-on-paper");
  for (const sheet of document.querySelectorAll<HTMLElement>(".sheet")) {
    const inside = sheet.querySelector<HTMLElement>(".fit")!,
      room = parseFloat(getComputedStyle(sheet).height);
    for (const size of [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6]) {
      inside.style.setProperty("--fit", String(size));
      if (inside.getBoundingClientRect().height <= room) break;
    }
  }
  document.body.classList.remove("as-on-paper");
}
