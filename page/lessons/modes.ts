// What stands in the page instead of its sliders: a lesson, the teacher's view, or the cards.
import { cardsView } from "../cards/view";
import type { Change, Live } from "../live";
import { Stage } from "../views/stage";
import type { PageWords } from "../words";
import { addressOfLesson, type Place } from "./address";
import { lessons, type Lesson } from "./lessons";
import { inClass, Room } from "./room";
import { remember, remembered, teacherView, type TeacherState } from "./teacher";
import { begin, foundView, lessonView, type Acts, type LessonState } from "./view";
import { wordOf } from "./word";
import { worldsInAddress } from "../worlds";

export interface Mode {
  /** What stands in the main part of the page. */
  element(): HTMLElement;
  /** The lesson whose neighbourhood is to be simulated; null: none. */
  lesson: Lesson | null;
  changed(what: Change): void;
  /** Its neighbourhood is being simulated: what it needs besides can be asked. */
  simulated(): void;
  /** The same place in another language, without what it is about to lose. */
  address(): string;
  speak(w: PageWords): void;
  resize(): void;
  leave(): void;
}
/** What a mode needs of the page. */
export interface Around {
  live: Live;
  /** Draws the whole page anew. */
  build: () => void;
  simulate: () => void;
}

/** Asks the engine what a lesson needs beside its runs. */
function ask(lesson: Lesson, live: Live, who: number | null): void {
  for (const { kind, all } of lesson.asks) if (!live.experiments.has(kind)) live.askExperiment(kind, all, who);
}
const redraw = (made: HTMLElement): void => document.querySelector(`#${made.id}`)?.replaceWith(made);

class LessonMode implements Mode {
  lesson: Lesson;
  private readonly state: LessonState;
  private readonly room: Room | null;
  private stage: Stage;
  private readonly acts: Acts = {
    go: (step) => this.go(step),
    give: () => {
      this.state.given = [...this.state.levels];
      this.send();
      this.go(3);
    },
    follow: (row) => {
      this.state.who = row;
      this.around.live.experiments.delete(this.lesson.asks[0].kind);
      ask(this.lesson, this.around.live, row);
      redraw(this.found());
    },
  };

  constructor(
    place: Extract<Place, { at: "lesson" }>,
    private w: PageWords,
    private readonly around: Around,
    before: Mode | null,
  ) {
    this.lesson = lessons[place.number - 1];
    // Who goes back in the same lesson keeps what was drawn and given.
    const same = before instanceof LessonMode && before.lesson === this.lesson ? before.state : null;
    this.state = begin(this.lesson, place.given ?? same?.given ?? null);
    if (same && !this.state.given) this.state.levels = same.levels;
    this.state.step = place.step > 2 && !this.state.given ? 2 : place.step;
    this.stage = new Stage(w, around.live);
    this.room = inClass ? new Room(null, () => this.heard()) : null;
  }
  element(): HTMLElement {
    return lessonView(this.w, this.around.live, this.state, this.room, this.stage, this.acts);
  }
  private send(): void {
    if (!this.room || !this.state.given) return;
    const word = wordOf(this.state.given);
    this.state.told = "given";
    void this.room.predict(this.lesson.number, word).then((answer) => {
      this.state.told = answer;
      if (this.state.step === 3) redraw(this.element());
    });
  }
  private go(step: number): void {
    this.state.step = step;
    history.pushState(null, "", this.address());
    redraw(this.element());
    document.querySelector<HTMLElement>("#lesson-head")?.focus();
    if (step === 4) this.stage.ask();
  }
  /** The class goes to another lesson, or sees the answer: whoever is not drawing just now follows. */
  private heard(): void {
    const room = this.room?.state;
    if (room && room.lesson !== this.lesson.number && this.state.step !== 2) {
      location.hash = addressOfLesson(room.lesson, 1, null, this.w.language);
      return;
    }
    if (room?.phase === "reveal" && this.state.given && this.state.step === 3) return this.go(4);
    if (this.state.step !== 2) redraw(this.element());
  }
  simulated(): void {
    ask(this.lesson, this.around.live, this.state.who);
    redraw(this.found());
  }
  private found(): HTMLElement {
    return foundView(this.w, this.around.live, this.state, this.room, this.acts);
  }
  changed(what: Change): void {
    if (["months", "warming", "world", "begun"].includes(what)) this.stage.changed(what === "begun");
    if (what === "placebo") {
      this.stage.changed();
      this.stage.tell();
    }
    if (what === "done") this.stage.changed();
    if (["begun", "warming", "world", "experiment"].includes(what)) redraw(this.found());
  }
  address(): string {
    return addressOfLesson(this.lesson.number, this.state.step, this.state.given, this.w.language);
  }
  speak(w: PageWords): void {
    this.w = w;
    this.stage = new Stage(w, this.around.live);
  }
  resize(): void {
    this.stage.ask();
  }
  leave(): void {
    this.room?.close();
  }
}

class TeacherMode implements Mode {
  private readonly state: TeacherState = remembered();
  private readonly room: Room | null;
  private shownRoom = "";

  constructor(
    private readonly key: string | null,
    private w: PageWords,
    private readonly around: Around,
  ) {
    this.room = inClass && key ? new Room(key, () => this.heard()) : null;
  }
  get lesson(): Lesson {
    return lessons[this.state.lesson - 1];
  }
  element(): HTMLElement {
    return teacherView(this.w, this.around.live, this.state, this.room, {
      changed: () => this.draw(),
      choose: (lesson) => {
        this.state.lesson = lesson;
        this.fresh();
        void this.room?.lead(lesson, "predict", true);
        this.around.simulate();
        this.draw();
      },
      reveal: (revealed) => {
        this.state.revealed = revealed;
        void this.room?.lead(this.state.lesson, revealed ? "reveal" : "predict", false);
        this.draw();
        document.querySelector<HTMLElement>("#show")?.focus();
      },
      anew: () => {
        this.fresh();
        void this.room?.lead(this.state.lesson, "predict", true);
        this.draw();
      },
    });
  }
  private fresh(): void {
    this.state.typed = [];
    this.state.revealed = false;
    this.state.message = "";
  }
  private draw(): void {
    remember(this.state);
    const { activeElement: active } = document;
    const typing = active instanceof HTMLInputElement && active.id === "words" ? active.value : null;
    redraw(this.element());
    if (typing === null) return;
    const input = document.querySelector<HTMLInputElement>("#words")!;
    input.value = typing;
    input.focus();
  }
  /** A page that was loaded again takes from the program where the class is. */
  private heard(): void {
    const room = this.room?.state;
    if (room && (room.lesson !== this.state.lesson || (room.phase === "reveal") !== this.state.revealed)) {
      const moved = room.lesson !== this.state.lesson;
      this.state.lesson = room.lesson;
      this.state.revealed = room.phase === "reveal";
      if (moved) this.around.simulate();
    }
    const now = JSON.stringify([room, this.room?.connected]);
    if (now === this.shownRoom) return;
    this.shownRoom = now;
    this.draw();
  }
  simulated(): void {
    ask(this.lesson, this.around.live, null);
    if (this.state.revealed) this.draw();
  }
  changed(what: Change): void {
    if (this.state.revealed && ["world", "done", "experiment"].includes(what)) this.draw();
  }
  address(): string {
    return `#teacher=${this.key ?? ""}&lang=${this.w.language}${worldsInAddress}`;
  }
  speak(w: PageWords): void {
    this.w = w;
  }
  resize(): void {
    // The picture is as wide as the page by itself.
  }
  leave(): void {
    this.room?.close();
  }
}

class CardsMode implements Mode {
  readonly lesson = null;
  constructor(private w: PageWords) {}
  element(): HTMLElement {
    return cardsView(this.w);
  }
  changed(): void {
    // Nothing that is simulated stands on paper.
  }
  simulated(): void {
    // Nor is anything asked.
  }
  address(): string {
    return this.w.language === "nl" ? "#kaarten" : "#cards";
  }
  speak(w: PageWords): void {
    this.w = w;
  }
  resize(): void {
    // Paper has its own size.
  }
  leave(): void {
    // Nothing is open.
  }
}

/** `before`: what stood there until now. */
export function modeOf(place: Place | null, w: PageWords, around: Around, before: Mode | null): Mode | null {
  if (place === null) return null;
  if (place.at === "lesson") return new LessonMode(place, w, around, before);
  return place.at === "teacher" ? new TeacherMode(place.key, w, around) : new CardsMode(w);
}
