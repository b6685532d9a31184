// A lesson as a pupil goes through it: what it is about, a prediction, its word, what the engine says, three questions.
import { el, p } from "../../ui/dom";
import type { Live } from "../live";
import type { Stage } from "../views/stage";
import type { PageWords } from "../words";
import { steps } from "./address";
import { drawing } from "./drawing";
import { complete, enough, resultOf, scoreOf, worldsOf, type Lesson, type Result } from "./lessons";
import { square } from "./qr";
import type { Room, Told } from "./room";
import { middle, wordOf, type Levels } from "./word";
import { worlds } from "../worlds";

export interface LessonState {
  lesson: Lesson;
  step: number;
  levels: Levels;
  /** The prediction as it was given; null: not yet. */
  given: Levels | null;
  /** Row of the resident who is followed; null: the first who fits. */
  who: number | null;
  told: Told | null;
}
export const begin = (lesson: Lesson, given: Levels | null): LessonState => ({ lesson, step: 1, levels: given ? [...given] : middle(), given, who: null, told: null });

export interface Acts {
  go: (step: number) => void;
  give: () => void;
  /** Follows another resident. */
  follow: (row: number) => void;
}

/** Numbers in a sentence: whole, or with one decimal where they are small. */
function places(w: PageWords, said: Record<string, number>): Record<string, string> {
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, w.number(value, Number.isInteger(value) || Math.abs(value) >= 20 ? 0 : 1)]));
}
const paragraphs = (text: string): HTMLElement[] => text.split("\n").map((line) => p(line));

/** What the engine found, in words; each lesson has a sentence for how it came out. */
export function told(w: PageWords, lesson: Lesson, result: Result): HTMLElement[] {
  const { said } = result;
  const own = `lesson.${lesson.number}`;
  const which: Record<number, string> = {
    1: said.severe < 0 ? "never" : "severe",
    2: said.begins > 0 ? "begins" : "never",
    3: said.made === 0 ? "never" : said.made < result.worlds ? "some" : "all",
    5: said.lower <= 0 && said.upper >= 0 ? "unclear" : said.years > 0 ? "fewer" : "more",
  };
  const sentence = w.named(`${own}.said`, which[lesson.number] ?? "all");
  const filled = places(w, { ...said, worlds: result.worlds });
  return sentence.split("\n").map((line) => p(line.replace(/\{(\w+)\}/g, (whole, name: string) => filled[name] ?? whole)));
}

function chooser(w: PageWords, live: Live, state: LessonState, acts: Acts): HTMLElement | null {
  const kind = state.lesson.asks[0]?.kind;
  const outcome = kind === "threads" || kind === "visits" ? live.experiments.get(kind)?.get(0) : undefined;
  if (!outcome || outcome.people.length < 2) return null;
  const select = el("select", { id: "who" });
  for (const person of outcome.people) {
    const chosen = person.row === outcome.facts.row ? { selected: "" } : {};
    select.append(el("option", { value: String(person.row), ...chosen } as Record<string, string>, w.t("lesson.person", { age: person.age, house: person.dwelling + 1, ties: person.ties })));
  }
  select.addEventListener("change", () => acts.follow(Number(select.value)));
  return el("div", { class: "who" }, el("label", { for: "who" }, w.t("lesson.who")), select);
}

function legend(w: PageWords, lesson: Lesson, others: boolean): HTMLElement {
  const key = el("ul", { class: "legend" });
  const add = (kind: string, text: string): void => void key.append(el("li", { class: kind }, text));
  if (others) add("other", w.t("legend.class"));
  else add("mine", w.t("legend.mine"));
  add("course", w.t("legend.course"));
  if (lesson.asks.some((x) => x.all) || lesson.number === 4) add("band", w.t("legend.band"));
  const beside = w.has(`lesson.${lesson.number}.beside`) ? w.named(`lesson.${lesson.number}`, "beside") : null;
  if (beside) add("beside", beside);
  return key;
}
export { legend };

/** How far the worlds are; nothing when no more is to come. */
export function progress(w: PageWords, lesson: Lesson, live: Live): HTMLElement | null {
  if (complete(lesson, live)) return null;
  const n = worldsOf(lesson, live);
  if (enough(lesson, live)) return p(w.t("lesson.sharper", { n, all: worlds }), "note");
  return p(w.t(live.warmedUp < 1 && live.finished.size === 0 ? "lesson.warming" : "lesson.waiting", { n, all: worlds }));
}

/** Whether the class may see what the engine found. */
const shown = (room: Room | null, lesson: Lesson): boolean => !(room?.state?.phase === "predict" && room.state.lesson === lesson.number);

/** The part of a step that changes while worlds come in: whom one can follow, or what the engine found. */
export function foundView(w: PageWords, live: Live, state: LessonState, room: Room | null, acts: Acts): HTMLElement {
  const { lesson } = state;
  const box = el("div", { id: "lesson-found" });
  const all = (...parts: (HTMLElement | null)[]): HTMLElement => {
    for (const part of parts) if (part) box.append(part);
    return box;
  };
  if (state.step === 1) return all(chooser(w, live, state, acts));
  if (state.step !== 4 || !state.given) return box;
  if (!shown(room, lesson)) return all(p(w.t("lesson.closed")));
  const far = progress(w, lesson, live);
  const status = el("div", { class: "waiting", role: "status" });
  if (far) status.append(far);
  if (!enough(lesson, live)) return all(status);
  const result = resultOf(lesson, live);
  const score = scoreOf(lesson, state.given, result);
  return all(
    el("p", { class: "unit" }, w.named(`lesson.${lesson.number}`, "height")),
    drawing(w, lesson, { mine: state.given, result }) as unknown as HTMLElement,
    legend(w, lesson, false),
    ...told(w, lesson, result),
    far ? status : p(w.t(result.worlds > 1 ? "lesson.score" : "lesson.score.line", { n: score.inside, of: score.of }), "score"),
  );
}

function body(w: PageWords, live: Live, state: LessonState, room: Room | null, stage: Stage, acts: Acts): (Node | null)[] {
  const { lesson } = state;
  const text = (key: string): string => w.named(`lesson.${lesson.number}`, key);
  switch (state.step) {
    case 1:
      return [...paragraphs(text("story")), foundView(w, live, state, room, acts)];
    case 2: {
      if (state.given) return [p(w.t("lesson.fixed")), drawing(w, lesson, { mine: state.given })];
      const picture = drawing(w, lesson, { mine: state.levels, change: (levels) => (state.levels = levels) });
      return [p(text("ask"), "ask"), p(w.t("lesson.how"), "note"), el("p", { class: "unit" }, text("height")), picture];
    }
    case 3: {
      if (!state.given) return [p(w.t("lesson.none"))];
      const word = wordOf(state.given);
      const sent = !room ? w.t("lesson.read") : w.t(`lesson.told.${state.told ?? "given"}` as "lesson.told.given");
      const mine = room?.state?.you;
      return [
        el("p", { class: "word", "aria-label": [...word].join(" ") }, word),
        p(mine && room?.connected ? `${w.t("lesson.you", { animal: w.named("animal", String(mine.animal)) })} ${sent}` : sent),
        square(word, w.t("lesson.square", { word })),
      ];
    }
    case 4: {
      if (!state.given) return [p(w.t("lesson.none"))];
      return [foundView(w, live, state, room, acts), shown(room, lesson) && (lesson.number === 4 || lesson.number === 5) ? el("div", { class: "night" }, stage.element) : null];
    }
    default:
      return [
        p(w.t("lesson.questions")),
        el("ol", { class: "questions" }, ...[1, 2, 3].map((k) => el("li", {}, text(`question.${k}`)))),
        p(text("careful"), "note"),
      ];
  }
}

export function lessonView(w: PageWords, live: Live, state: LessonState, room: Room | null, stage: Stage, acts: Acts): HTMLElement {
  const { lesson, step } = state;
  const section = el("section", { id: "lesson", class: "lesson", "aria-labelledby": "lesson-head" });
  const list = el("ol", { class: "steps" });
  for (let k = 1; k <= steps; ++k) {
    const button = el("button", { type: "button", "data-step": String(k), ...(k === step ? { "aria-current": "step" } : {}) } as Record<string, string>, el("span", { class: "nth" }, `${k} `), el("span", { class: "name" }, w.named("lesson.step", String(k))));
    button.disabled = k > 2 && !state.given;
    button.addEventListener("click", () => acts.go(k));
    list.append(el("li", {}, button));
  }
  const move = el("div", { class: "buttons" });
  const add = (key: "lesson.back" | "lesson.next" | "lesson.give", kind: string, act: () => void): void => {
    const button = el("button", { type: "button", class: kind, id: key.replace(".", "-") }, w.t(key));
    button.addEventListener("click", act);
    move.append(button);
  };
  if (step > 1) add("lesson.back", "", () => acts.go(step - 1));
  if (step === 2 && !state.given) add("lesson.give", "primary", acts.give);
  else if (step < steps) add("lesson.next", "primary", () => acts.go(step + 1));
  const line = room && !room.connected ? p(w.t("room.lost"), "lost") : null;
  section.append(
    el("p", { class: "number" }, w.t("lesson.number", { n: lesson.number })),
    el("h1", { id: "lesson-head", tabindex: "-1" }, w.named(`lesson.${lesson.number}`, "title")),
    el("nav", { "aria-label": w.t("lesson.steps") }, list),
  );
  if (line) section.append(line);
  section.append(el("h2", {}, w.named("lesson.step", String(step))));
  for (const part of body(w, live, state, room, stage, acts)) if (part) section.append(part);
  section.append(move);
  return section;
}
