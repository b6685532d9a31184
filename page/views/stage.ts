// Both worlds side by side, one handle of time for both, and the three states of what did not happen.
import { el, p } from "../../ui/dom";
import { drawnBytes, happenedColumns, nowhere } from "../engine";
import type { Happenings, Live } from "../live";
import type { Frame } from "../messages";
import { years } from "../scenario";
import { TownDrawing, type Look, type Mark } from "../town/draw";
import { layOut } from "../town/layout";
import type { PageWords } from "../words";

export type State = "life" | "prevented" | "brought" | "chance";
const monthsAFrame = 3;
const months = 12 * years;
const still = matchMedia("(prefers-reduced-motion: reduce)");

/** Rows of what happened: founder, dwelling, age, kind, first of a and b, gone of a and b, died in a and b. */
function rows(of: Happenings): number[][] {
  const out: number[][] = [];
  for (let i = 0; i < of.happened.length; i += happenedColumns)
    out.push([...of.happened.subarray(i, i + happenedColumns)]);
  return out;
}
interface Changed {
  dwelling: number;
  kind: number;
  month: number;
  age: number;
  /** Months by which it came later or sooner; 0: it did not come at all. */
  moved: number;
}
/** What came in `a` and not in `b`, or a year later or more, of who is there to the end in both. */
function awayFrom(of: Happenings, a: 0 | 1): Changed[] {
  const first = 4 + a,
    other = 5 - a;
  return rows(of)
    .filter((r) => r[6] >= months && r[7] >= months && r[1] !== nowhere && r[first] >= 0)
    .filter((r) => r[other] < 0 || r[other] >= r[first] + 12)
    .map((r) => ({ dwelling: r[1], age: r[2], kind: r[3], month: r[first], moved: r[other] < 0 ? 0 : r[other] - r[first] }))
    .sort((x, y) => x.month - y.month);
}

export class Stage {
  readonly element: HTMLElement;
  state: State = "life";
  private month = 0;
  private playing = false;
  private difference = false;
  private drawings: [TownDrawing, TownDrawing] | null = null;
  private drawn = { width: 0, town: null as Float32Array | null };
  private chosen = -1;
  private until = months;
  private waiting = 0;
  private last = 0;
  /** Whether the visitor has the handle; otherwise it follows what has been simulated. */
  private held = false;
  private readonly canvases = [el("canvas"), el("canvas")] as const;
  private readonly handle = el("input", { type: "range", min: "0", max: String(months), step: String(monthsAFrame), value: "0", id: "time" });
  private readonly year = el("output", { for: "time", class: "year" });
  private readonly play = el("button", { type: "button", class: "play" });
  private readonly only = el("button", { type: "button", "aria-pressed": "false" });
  private readonly said = el("div", { class: "said", role: "status" });
  private readonly states = el("div", { class: "states", role: "group" });
  private readonly lives = el("ol", { class: "lives" });

  constructor(
    private readonly w: PageWords,
    private readonly live: Live,
  ) {
    const worlds = el("div", { class: "worlds" });
    this.canvases.forEach((canvas, side) => {
      canvas.setAttribute("role", "img");
      canvas.setAttribute("aria-label", w.t(side === 0 ? "world.now.says" : "world.if.says"));
      canvas.addEventListener("pointerdown", (event) => this.pick(event, canvas));
      worlds.append(el("figure", { class: side === 0 ? "world now" : "world if" }, canvas, el("figcaption", {}, el("strong", {}, w.t(side === 0 ? "world.now" : "world.if")), " ", el("span"))));
    });
    this.handle.setAttribute("aria-label", w.t("time"));
    this.handle.addEventListener("input", () => this.go(Number(this.handle.value)));
    this.play.addEventListener("click", () => (this.playing ? this.stop() : this.start()));
    this.only.textContent = w.t("difference");
    this.only.addEventListener("click", () => {
      this.difference = !this.difference;
      this.only.setAttribute("aria-pressed", String(this.difference));
      this.ask();
    });
    this.states.setAttribute("aria-label", w.t("reveal"));
    for (const state of ["prevented", "brought", "chance", "life"] as const) {
      const button = el("button", { type: "button", "data-state": state, "aria-pressed": "false" }, w.named("state", state));
      button.addEventListener("click", () => this.show(state));
      this.states.append(button);
    }
    const reveal = el("button", { type: "button", class: "reveal", id: "reveal" }, w.t("reveal"));
    reveal.addEventListener("click", () => this.show("prevented"));
    this.element = el(
      "section",
      { class: "stage", "aria-label": w.t("stage") },
      worlds,
      el("div", { class: "time" }, this.play, this.handle, this.year, this.only),
      p(w.t("stage.note"), "note"),
      el("div", { class: "revealing" }, reveal, this.states),
      this.said,
      this.lives,
    );
    this.changed();
  }

  /** Something more has been simulated, or all begins anew. */
  changed(fresh = false): void {
    if (fresh) {
      this.state = "life";
      this.held = false;
      this.playing = false;
      this.said.replaceChildren();
      this.lives.replaceChildren();
    }
    this.element.classList.toggle("ready", this.live.done && this.live.happenings !== null);
    this.element.dataset.state = this.state;
    const most = this.simulated();
    if (!this.held && !this.playing && this.state === "life") this.month = most;
    this.play.textContent = this.w.t(this.playing ? "pause" : "play");
    this.states.querySelectorAll("button").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.state === this.state)));
    this.ask();
  }
  private simulated(): number {
    const frames = this.live.recording?.frames;
    return frames ? Math.max(0, Math.min(frames[0].at(-1)?.month ?? 0, frames[1].at(-1)?.month ?? 0)) : 0;
  }
  private frame(side: 0 | 1): Frame | null {
    const both = this.live.recording?.frames;
    // Until the choice has begun, its world is that in which both begin.
    if (side === 1 && both?.[1].length === 0) return both[0][0] ?? null;
    const frames = both?.[side] ?? [];
    return frames[Math.min(frames.length - 1, Math.round(this.month / monthsAFrame))] ?? null;
  }
  private go(month: number): void {
    this.held = true;
    this.month = month;
    this.until = months;
    this.ask();
  }
  private start(): void {
    if (this.month >= this.simulated()) this.month = 0;
    this.playing = this.held = true;
    this.last = performance.now();
    this.changed();
  }
  private stop(): void {
    this.playing = false;
    this.changed();
  }
  private show(state: State): void {
    if (!this.live.done || !this.live.happenings) return;
    this.state = state;
    this.month = this.simulated();
    this.until = still.matches ? months : 0;
    this.last = performance.now();
    if (state === "chance") this.live.askPlacebo();
    this.changed();
    this.tell();
  }
  private marksOf(side: 0 | 1): Mark[] | null {
    if (this.state === "life") return null;
    const of = this.state === "chance" ? this.live.placebo : this.live.happenings;
    if (!of) return [];
    const prevented = awayFrom(of, 0),
      brought = awayFrom(of, 1);
    if (this.state === "brought") return brought.map((m) => ({ ...m, look: side === 0 ? "brought" : "cold" }));
    if (this.state === "prevented") return prevented.map((m) => ({ ...m, look: side === 0 ? "cold" : "absent" }));
    return side === 0
      ? prevented.map((m) => ({ ...m, look: "cold" }))
      : [...prevented.map((m): Mark => ({ ...m, look: "absent" })), ...brought.map((m): Mark => ({ ...m, look: "brought" }))];
  }
  /** The same in words: how many, and the first few of them. */
  tell(): void {
    const { w, live } = this;
    this.said.replaceChildren();
    this.lives.replaceChildren();
    if (this.state === "life" || !live.happenings) return;
    const real = { a: awayFrom(live.happenings, 0), b: awayFrom(live.happenings, 1) };
    if (this.state === "chance") {
      if (!live.placebo) return this.said.append(p(w.t("chance.asked")));
      if (real.a.length + real.b.length === 0) return this.said.append(p(w.t("chance.none")));
      const sham = awayFrom(live.placebo, 0).length + awayFrom(live.placebo, 1).length;
      this.said.append(p(w.t("chance.said", { sham, real: real.a.length + real.b.length })), p(w.t(sham >= 0.8 * (real.a.length + real.b.length) ? "chance.most" : "chance.part"), "note"));
      return;
    }
    const list = this.state === "prevented" ? real.a : real.b;
    if (real.a.length + real.b.length === 0) return this.said.append(p(w.t("prevented.none")), p(w.t("ledger.note"), "note"));
    this.said.append(
      p(w.t(this.state === "prevented" ? "prevented.said" : "brought.said", { n: list.length, other: this.state === "prevented" ? real.b.length : real.a.length })),
      p(w.t("ledger.note"), "note"),
    );
    for (const one of list.slice(0, 12)) {
      const year = Math.floor(one.month / 12) + 1;
      const what = live.kinds[one.kind]?.[w.language] ?? "";
      const key = `life.${this.state === "prevented" ? "away" : "came"}${one.moved > 0 ? ".moved" : ""}` as "life.away";
      const late = one.moved >= 24 ? w.t("years", { n: Math.round(one.moved / 12) }) : w.t("a_year");
      const item = el("button", { type: "button" }, w.t(key, { late, number: one.dwelling + 1, what: what.charAt(0).toLowerCase() + what.slice(1), year, age: one.age }));
      item.addEventListener("click", () => {
        this.chosen = one.dwelling;
        this.until = months;
        this.ask();
      });
      this.lives.append(el("li", {}, item));
    }
    if (list.length > 12) this.lives.append(el("li", { class: "more" }, w.t("lives.more", { n: list.length - 12 })));
  }
  private pick(event: PointerEvent, canvas: HTMLCanvasElement): void {
    if (!this.drawings) return;
    const box = canvas.getBoundingClientRect();
    const at = this.drawings[0].pick(event.clientX - box.left, event.clientY - box.top);
    this.chosen = at === this.chosen ? -1 : at;
    this.ask();
  }

  /** Draws before the next picture on the screen. */
  ask(): void {
    if (this.waiting) return;
    this.waiting = requestAnimationFrame((now) => {
      this.waiting = 0;
      this.move(now);
      this.draw(now);
      const moving = this.playing || (this.state !== "life" && !still.matches);
      if (moving) this.ask();
    });
  }
  private move(now: number): void {
    const passed = Math.min(100, now - this.last);
    this.last = now;
    // Two years a second; what did not happen comes a little slower.
    if (this.playing) {
      this.month = Math.min(this.simulated(), this.month + (passed / 1000) * 24);
      if (this.month >= this.simulated() && this.live.done) this.stop();
    }
    if (this.state !== "life") this.until = Math.min(months, this.until + (passed / 1000) * 40);
  }
  private sameInBoth(): Set<number> | null {
    if (!this.difference || this.state !== "life") return null;
    const of = [this.frame(0), this.frame(1)].map((frame) => {
      const out = new Map<number, number>();
      if (!frame) return out;
      const view = new DataView(frame.residents);
      for (let at = 0; at < view.byteLength; at += drawnBytes) out.set(view.getUint32(at, true), view.getUint8(at + 6) >> 3);
      return out;
    });
    return new Set([...of[0]].filter(([who, how]) => of[1].get(who) === how).map(([who]) => who));
  }
  private draw(now: number): void {
    const { recording } = this.live;
    const width = Math.floor(this.canvases[0].parentElement!.clientWidth);
    if (width === 0) return;
    if (recording && (this.drawn.width !== width || this.drawn.town !== recording.town)) {
      const town = layOut(recording.town, width, Math.round(Math.max(250, width * 0.66)));
      const scale = Math.min(2, devicePixelRatio || 1);
      this.drawings = [new TownDrawing(town, this.canvases[0], scale), new TownDrawing(town, this.canvases[1], scale)];
      this.drawn = { width, town: recording.town };
      this.chosen = -1;
    }
    if (!this.drawings) return;
    const look: Omit<Look, "marks"> = {
      same: this.sameInBoth(),
      until: this.until,
      breath: still.matches ? 0.5 : 0.5 + 0.5 * Math.sin(now / 700),
      chosen: this.chosen,
    };
    for (const side of [0, 1] as const) {
      // Threads are known at the ends of years.
      const frame = this.frame(side);
      const friends = this.live.recording?.frames[side].filter((f) => f.friends && f.month <= this.month).at(-1)?.friends ?? null;
      this.drawings[side].draw(frame && this.chosen >= 0 ? { ...frame, friends } : frame, { ...look, marks: this.marksOf(side) });
    }
    const year = Math.min(years, Math.floor(this.month / 12));
    this.handle.value = String(this.month);
    this.handle.setAttribute("aria-valuetext", this.w.t("year", { year }));
    this.year.textContent = this.w.t("year", { year });
    this.caption();
  }
  private caption(): void {
    const o = this.live.index("severely_lonely");
    const n = this.live.observables.length;
    this.canvases.forEach((canvas, side) => {
      const values = this.live.values[side][0];
      const at = Math.max(0, Math.min(Math.round(this.month), this.live.known[side][0] ?? 0) - 1);
      const share = values?.[at * n + o];
      const sham = this.state === "chance";
      const name = side === 0 ? (sham ? "world.if" : "world.now") : sham ? "world.other_chance" : "world.if";
      canvas.parentElement!.querySelector("strong")!.textContent = this.w.t(name);
      canvas.parentElement!.querySelector("span")!.textContent = this.state !== "life" ? "" :
        share === undefined || Number.isNaN(share) ? "" : this.w.t("cold", { share: this.w.number(100 * share, 1) });
    });
  }
}
