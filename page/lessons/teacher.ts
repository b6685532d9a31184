// The teacher's view: words of the class come in, by the program or typed in; all lines in one picture; then the reveal.
import { el, p } from "../../ui/dom";
import type { Live } from "../live";
import type { PageWords } from "../words";
import { addressOfLesson } from "./address";
import { drawing } from "./drawing";
import { enough, lessons, resultOf, scoreOf } from "./lessons";
import { square } from "./qr";
import type { Room } from "./room";
import { legend, progress, told } from "./view";
import { readWord, type Levels } from "./word";

export interface TeacherState {
  lesson: number;
  revealed: boolean;
  /** Words that were typed in where there is no program; in the order in which they came. */
  typed: string[];
  message: string;
}
const memory = "weefsel-teacher";
/** What was typed in stays when the teacher's page is loaded again. */
export function remembered(): TeacherState {
  const usual: TeacherState = { lesson: 1, revealed: false, typed: [], message: "" };
  try {
    return { ...usual, ...(JSON.parse(sessionStorage.getItem(memory) ?? "{}") as Partial<TeacherState>), message: "" };
  } catch {
    return usual;
  }
}
export const remember = (state: TeacherState): void => sessionStorage.setItem(memory, JSON.stringify(state));

const most = 64;

export interface TeacherActs {
  changed: () => void;
  choose: (lesson: number) => void;
  reveal: (revealed: boolean) => void;
  anew: () => void;
}

function levelsOf(words: string[]): Levels[] {
  return words.flatMap((word) => {
    const read = readWord(word);
    return "levels" in read ? [read.levels] : [];
  });
}

/** Takes what was typed, pasted or scanned: one word or several. What is no word is left in the field. */
async function take(w: PageWords, state: TeacherState, room: Room | null, input: HTMLInputElement, there: number): Promise<void> {
  const left: string[] = [];
  const said: string[] = [];
  let taken = 0;
  for (const word of input.value.split(/[\s,;]+/).filter((x) => x !== "")) {
    const read = readWord(word);
    if ("wrong" in read) {
      left.push(word);
      said.push(w.t(`teacher.wrong.${read.wrong}` as "teacher.wrong.check", { word: word.toUpperCase(), letter: read.letter ?? "" }));
    } else if (there + taken >= most) {
      left.push(word);
      said.push(w.t("teacher.full", { n: most }));
    } else if (room) {
      const answer = await room.typed(state.lesson, word.toUpperCase());
      if (answer === "given") ++taken;
      else {
        left.push(word);
        said.push(w.t(`teacher.told.${answer}` as "teacher.told.closed"));
      }
    } else {
      state.typed.push(word.toUpperCase());
      ++taken;
    }
  }
  input.value = left.join(" ");
  state.message = [taken > 0 ? w.t("teacher.taken", { n: taken }) : "", ...said].filter((x) => x !== "").join(" ");
}

function collecting(w: PageWords, state: TeacherState, room: Room | null, words: { name: string; word: string; at: number }[], acts: TeacherActs): HTMLElement {
  const input = el("input", { type: "text", id: "words", autocomplete: "off", autocapitalize: "characters", spellcheck: "false" });
  const form = el("form", { class: "words" }, el("label", { for: "words" }, w.t("teacher.type")), input, el("button", { type: "submit" }, w.t("teacher.add")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void take(w, state, room, input, words.length).then(() => {
      const left = input.value;
      acts.changed();
      const anew = document.querySelector<HTMLInputElement>("#words")!;
      anew.value = left;
      anew.focus();
    });
  });
  const list = el("ul", { class: "given", "aria-label": w.t("teacher.given", { n: words.length }) });
  for (const { name, word, at } of words) {
    const item = el("li", {}, name ? `${name} ` : "", el("span", { class: "code" }, word));
    if (!room) {
      const away = el("button", { type: "button", "aria-label": w.t("teacher.away", { word }) }, "×");
      away.addEventListener("click", () => {
        state.typed.splice(at, 1);
        state.message = "";
        acts.changed();
      });
      item.append(away);
    }
    list.append(item);
  }
  return el("div", {}, form, el("p", { class: "note", role: "status" }, state.message), p(w.t("teacher.given", { n: words.length }), "count"), list);
}

function joining(w: PageWords, room: Room): HTMLElement {
  const box = el("div", { class: "join" });
  if (!room.connected) box.append(p(w.t("room.lost"), "lost"));
  if (!room.state) return box;
  const addresses = room.state.addresses ?? [];
  box.append(p(w.t("teacher.room", { room: room.state.room, here: room.state.here })));
  if (addresses.length === 0) box.append(p(w.t("teacher.alone"), "lost"));
  for (const address of addresses) box.append(el("p", { class: "address" }, address));
  if (addresses.length > 0) box.append(square(addresses[0], w.t("teacher.square", { address: addresses[0] })));
  return box;
}

export function teacherView(w: PageWords, live: Live, state: TeacherState, room: Room | null, acts: TeacherActs): HTMLElement {
  const lesson = lessons[state.lesson - 1];
  const words = room
    ? (room.state?.words ?? []).map(({ animal, word }, at) => ({ name: w.named("animal", String(animal)), word, at }))
    : state.typed.map((word, at) => ({ name: "", word, at }));
  const all = levelsOf(words.map((x) => x.word));
  const ready = enough(lesson, live);
  const shown = state.revealed && ready ? resultOf(lesson, live) : null;
  const select = el("select", { id: "which" });
  for (const one of lessons) {
    const chosen = one.number === state.lesson ? { selected: "" } : {};
    select.append(el("option", { value: String(one.number), ...chosen } as Record<string, string>, `${one.number}. ${w.named(`lesson.${one.number}`, "title")}`));
  }
  select.addEventListener("change", () => acts.choose(Number(select.value)));
  const reveal = el("button", { type: "button", class: "primary", id: "show" }, w.t(state.revealed ? "teacher.hide" : "teacher.reveal"));
  reveal.addEventListener("click", () => acts.reveal(!state.revealed));
  const anew = el("button", { type: "button", id: "anew" }, w.t("teacher.anew"));
  anew.addEventListener("click", acts.anew);
  const section = el("section", { id: "teacher", class: "lesson teacher", "aria-labelledby": "teacher-head" });
  section.append(el("h1", { id: "teacher-head" }, w.t("teacher.head")), p(w.t(room ? "teacher.lead.room" : "teacher.lead"), "lead"));
  if (room) section.append(joining(w, room));
  section.append(
    el("label", { for: "which" }, w.t("teacher.which")),
    select,
    p(w.named(`lesson.${lesson.number}`, "ask"), "ask"),
    el("p", {}, el("a", { href: addressOfLesson(lesson.number, 1, null, w.language) }, w.t("teacher.open"))),
    collecting(w, state, room, words, acts),
    el("p", { class: "unit" }, w.named(`lesson.${lesson.number}`, "height")),
    drawing(w, lesson, { others: all, result: shown }),
  );
  if (all.length === 0) section.append(p(w.t("teacher.empty"), "note"));
  section.append(el("div", { class: "buttons" }, reveal, anew));
  const far = state.revealed ? progress(w, lesson, live) : null;
  if (far) section.append(el("div", { role: "status" }, far));
  if (shown) {
    section.append(legend(w, lesson, true), ...told(w, lesson, shown));
    if (all.length > 0) {
      const inside = all.map((levels) => scoreOf(lesson, levels, shown)).reduce((sum, x) => sum + x.inside, 0) / all.length;
      section.append(p(w.t("teacher.together", { n: w.number(inside, 1), of: lesson.used }), "score"));
    }
    section.append(el("ol", { class: "questions" }, ...[1, 2, 3].map((k) => el("li", {}, w.named(`lesson.${lesson.number}`, `question.${k}`)))));
  }
  return section;
}
