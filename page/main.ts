// The page: what a visitor chooses is simulated as it is chosen, and every view shows what is known so far.
import { el, p } from "../ui/dom";
import type { Language } from "../ui/wording";
import { addressOfLesson, placeIn } from "./lessons/address";
import { complete, lessons, stopsOfLesson } from "./lessons/lessons";
import { modeOf, type Mode } from "./lessons/modes";
import { inClass } from "./lessons/room";
import { Live, type Change } from "./live";
import { draftOf, municipalityOf, nameOf, residentsOf, years } from "./scenario";
import { addressOf, readAddress, usualStops, type Setting } from "./settings";
import { answerView, type Prediction } from "./views/answer";
import { linesView } from "./views/lines";
import { ownPlace } from "./views/own";
import { shareView } from "./views/share";
import { sliderPanel } from "./views/sliders";
import { Stage } from "./views/stage";
import { workView } from "./views/work";
import { PageWords } from "./words";
import { worlds, worldsIn, worldsInAddress } from "./worlds";

interface Shipped {
  name: string;
  neighbourhood: string;
}
const library = JSON.parse(document.getElementById("library")!.textContent!) as Shipped[];
const said = readAddress(location.hash, library.map((l) => l.name));
const setting: Setting = said.setting;
const begun = placeIn(location.hash);
// Who opens the address of a classroom comes in at its lesson.
const first = begun ?? (inClass && location.hash === "" ? placeIn("#les=1") : null);
let language: Language = first?.language ?? said.language ?? "nl";
let w = new PageWords(language);
const prediction: Prediction = { asked: false, given: null };
const live = new Live(changed);
const around = { live, build, simulate };
let mode: Mode | null = modeOf(first, w, around, null);
let stage: Stage;
let resting = 0,
  lately = 0;
const breath = 60;
const root = document.documentElement;

const shipped = (name: string): string => library.find((l) => l.name === name)!.neighbourhood;
const neighbourhood = (): string => (setting.place === "own" ? setting.own : shipped(setting.place));

function status(answer: "waiting" | "streaming" | "ready" | "refused"): void {
  root.dataset.answer = answer;
}

/** Whether no more is to come of what is asked here. */
function stands(): boolean {
  return mode?.lesson ? complete(mode.lesson, live) : live.answered;
}
/** Ready when the answer can be read, not a moment before. */
function settle(): void {
  if (!stands()) return;
  root.dataset.milliseconds = JSON.stringify(live.milliseconds);
  root.dataset.held = JSON.stringify(live.held);
  requestAnimationFrame(() => requestAnimationFrame(() => stands() && status("ready")));
}

/** What was chosen is simulated: at once, and while a thumb moves no more often than it breathes. */
function simulate(): void {
  clearTimeout(resting);
  resting = window.setTimeout(() => {
    lately = performance.now();
    if (mode) {
      const { lesson } = mode;
      if (!lesson) return status("ready"); // nothing is simulated
      live.simulate(draftOf({ place: lesson.place, own: "", stops: stopsOfLesson(lesson) }, shipped(lesson.place)));
      if (!live.simulating) return;
      mode.simulated();
      if (!stands()) return status("streaming");
    } else {
      history.replaceState(null, "", addressOf(setting, language));
      live.simulate(draftOf(setting, neighbourhood()));
    }
    settle();
  }, Math.max(0, lately + breath - performance.now()));
}
function moved(): void {
  prediction.given = null;
  status("waiting");
  simulate();
}

function redraw(selector: string, made: HTMLElement): void {
  document.querySelector(selector)?.replaceWith(made);
}
/** Calls `draw` in the next frame, and no more often than every so many milliseconds: what draws all the time leaves no time to simulate. */
function atMost(milliseconds: number, draw: () => void): () => void {
  let waiting = 0,
    drawn = 0;
  return (): void => {
    if (waiting) return;
    const rest = Math.max(0, drawn + milliseconds - performance.now());
    waiting = window.setTimeout(
      () =>
        requestAnimationFrame(() => {
          waiting = 0;
          drawn = performance.now();
          draw();
        }),
      rest,
    );
  };
}
const betweenDrawings = 100;
const redrawNumbers = atMost(betweenDrawings, () => {
  if (mode) return;
  const guessing = document.activeElement?.id === "guess";
  if (!guessing) redraw("#answer", answerView(w, live, prediction, predicted));
  redraw(".lines", linesView(w, live));
  redrawWork();
});
const redrawStage = atMost(betweenDrawings, () => {
  if (!mode) stage.changed();
});
function redrawWork(): void {
  const had = document.activeElement?.id === "work-ask";
  redraw(".work", workView(w, live));
  if (had) document.querySelector<HTMLElement>("#work-ask")?.focus();
}
/** After a prediction was asked for or given: at once, and the keyboard goes on from there. */
function predicted(): void {
  redraw("#answer", answerView(w, live, prediction, predicted));
  document.querySelector<HTMLElement>("#guess, .guess-said")?.focus();
}
function problems(): void {
  const box = document.querySelector("#problems")!;
  box.replaceChildren(...live.problems.map((x) => p(x.text)));
  box.toggleAttribute("hidden", live.problems.length === 0);
}
function money(): void {
  const line = document.querySelector(".sliders > p.money");
  const of = live.money.find((m) => m.name === "now");
  if (!line || !of) return;
  const net = Math.round((of.granted - of.returned) / 1000) * 1000;
  line.textContent = w.t("money.equal", { euros: w.number(net), years });
}

function changed(what: Change): void {
  if (what === "ready") {
    simulate();
    return;
  }
  if (what === "begun") status("streaming");
  if (what === "refused" || what === "broken") status("refused");
  if (["refused", "broken", "begun"].includes(what)) problems();
  if (what === "broken") document.querySelector("#problems")!.prepend(p(w.t("broken")));
  if (["done", "answer", "experiment"].includes(what)) settle();
  if (mode) return mode.changed(what);
  if (what === "begun") stage.changed(true);
  if (what === "priced") money();
  if (["months", "warming", "world"].includes(what)) redrawStage();
  if (["begun", "world", "warming", "months", "answer"].includes(what)) redrawNumbers();
  if (what === "placebo") {
    stage.changed();
    stage.tell();
  }
  if (what === "experiment") redrawWork();
  if (what === "done") stage.changed();
}

function header(): HTMLElement {
  const buttons = el("div", { class: "languages", role: "group", "aria-label": "Taal / Language" });
  for (const [code, name] of [
    ["nl", "Nederlands"],
    ["en", "English"],
  ] as const) {
    const button = el("button", { type: "button", lang: code, "data-language": code, "aria-pressed": String(code === language) }, name);
    button.addEventListener("click", () => {
      language = code;
      w = new PageWords(language);
      mode?.speak(w);
      history.replaceState(null, "", mode ? mode.address() : addressOf(setting, language));
      build();
      document.querySelector<HTMLElement>(`button[data-language="${code}"]`)?.focus();
    });
    buttons.append(button);
  }
  return el("header", {}, el("p", { class: "program" }, "Weefsel"), buttons);
}

function described(figures: string): string {
  const where = municipalityOf(figures);
  return `${nameOf(figures)} (${where ? `${where}, ` : ""}${w.number(residentsOf(figures))} ${w.t("residents")})`;
}
function chooser(): HTMLElement {
  const select = el("select", { id: "place" });
  for (const one of library) {
    const chosen = one.name === setting.place ? { selected: "" } : {};
    select.append(el("option", { value: one.name, ...chosen } as Record<string, string>, described(one.neighbourhood)));
  }
  if (setting.place === "own") select.append(el("option", { value: "own", selected: "" }, `${nameOf(setting.own)} (${w.t("own.label")})`));
  select.addEventListener("change", () => {
    setting.place = select.value;
    document.querySelector(".on-paper")!.textContent = described(neighbourhood());
    moved();
  });
  return el(
    "div",
    { class: "chooser" },
    el("label", { for: "place" }, w.t("place")),
    select,
    ownPlace(w, live, (own) => {
      setting.place = "own";
      setting.own = own;
      build();
      moved();
    }),
  );
}

/** The ways into the lessons, the teacher's view and the cards. */
function forAClass(): HTMLElement {
  const link = (address: string, text: string): HTMLElement => el("li", {}, el("a", { href: address }, text));
  return el(
    "section",
    { class: "for-a-class", "aria-labelledby": "class-head" },
    el("h2", { id: "class-head" }, w.t("class.head")),
    p(w.t("class.note"), "note"),
    el("ul", {}, ...lessons.map(({ number }) => link(addressOfLesson(number, 1, null, language), `${number}. ${w.named(`lesson.${number}`, "title")}`))),
    el("ul", {}, link(`#teacher&lang=${language}${worldsInAddress}`, w.t("class.teacher")), link(`${language === "nl" ? "#kaarten" : "#cards"}${worldsInAddress}`, w.t("class.cards"))),
  );
}

/** A lesson, the teacher's view or the cards. */
function buildMode(of: Mode): void {
  const made = of.element();
  document.title = `${made.querySelector("h1")!.textContent} – Weefsel`;
  document.getElementById("page")!.replaceChildren(
    el("a", { class: "skip", href: `#${made.id}` }, w.t("class.skip")),
    header(),
    el("main", { id: "main" }, el("div", { id: "problems", role: "alert", hidden: "" }), made),
    el("footer", {}, el("p", {}, el("a", { href: `#in=${setting.place}&lang=${language}` }, w.t("class.page"))), p(w.t("footer"))),
  );
  document.querySelector(".skip")!.addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById(made.id)?.querySelector("h1")?.focus();
  });
  problems();
}

function build(): void {
  root.lang = language;
  if (mode) return buildMode(mode);
  document.title = `${w.t("title")} – Weefsel`;
  stage = new Stage(w, live);
  const usual = el("button", { type: "button", class: "usual-stops" }, w.t("sliders.usual"));
  usual.addEventListener("click", () => {
    Object.assign(setting.stops, usualStops());
    build();
    moved();
  });
  const panel = sliderPanel(w, setting.stops, moved);
  panel.append(usual);
  document.getElementById("page")!.replaceChildren(
    el("a", { class: "skip", href: "#answer" }, w.t("skip")),
    header(),
    el(
      "main",
      { id: "main" },
      el("div", { class: "intro" }, el("h1", {}, w.t("title")), p(w.t("lead"), "lead"), p(described(neighbourhood()), "on-paper"), chooser()),
      el("div", { id: "problems", role: "alert", hidden: "" }),
      el("div", { class: "night" }, stage.element),
      el("div", { class: "columns" }, panel, el("div", { class: "numbers" }, answerView(w, live, prediction, predicted), linesView(w, live), workView(w, live))),
      forAClass(),
      shareView(w, setting, live),
      el("details", { class: "limits" }, el("summary", {}, w.t("limits")), ...["limits.1", "limits.2", "limits.3", "limits.4"].map((key) => p(w.t(key as "limits.1", { worlds })))),
    ),
    el("footer", {}, p(w.t("footer"))),
  );
  money();
  problems();
}

status("waiting");
build();
addEventListener("resize", () => (mode ? mode.resize() : stage.ask()));
addEventListener("hashchange", () => {
  // The page's own links to its parts are no places.
  if (/^#(answer|main)$/.test(location.hash)) return;
  if (worldsIn(location.hash) !== worlds) return location.reload();
  mode?.leave();
  const place = placeIn(location.hash);
  language = place?.language ?? language;
  w = new PageWords(language);
  mode = modeOf(place, w, around, mode);
  if (mode) {
    build();
    scrollTo(0, 0);
    return simulate();
  }
  const now = readAddress(location.hash, library.map((l) => l.name));
  Object.assign(setting, now.setting);
  build();
  simulate();
});
void live.begin();
