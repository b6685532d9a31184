// The classroom, where the page came from `weefsel class`: every message holds all that this browser has to know, so to
// come back is the same as to come in. Elsewhere there is no room, and nothing is asked of any network.

/** What the program says of the room. `you`: for a pupil; `words`: for the teacher. */
export interface RoomState {
  room: string;
  lesson: number;
  phase: "predict" | "reveal";
  here: number;
  given: number;
  you?: { animal: number; word: string };
  words?: { animal: number; word: string }[];
  addresses?: string[];
}
export type Told = "given" | "closed" | "refused" | "unreachable";

const meta = document.querySelector<HTMLMetaElement>('meta[name="weefsel-class"]');
/** Whether this page was given out by `weefsel class`. */
export const inClass = meta !== null;

/** A name of this browser, as long as its tab is open: it finds its own prediction again after a reload. */
function me(): string {
  const key = "weefsel-me";
  let mine = sessionStorage.getItem(key);
  if (!mine) {
    const bytes = crypto.getRandomValues(new Uint8Array(8));
    mine = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
    sessionStorage.setItem(key, mine);
  }
  return mine;
}

export class Room {
  state: RoomState | null = null;
  connected = false;
  private source: EventSource | null = null;
  private heard = 0;
  private said = "";
  private watch = 0;
  constructor(
    private readonly key: string | null,
    private readonly changed: () => void,
  ) {
    this.connect();
    // A laptop that slept has a connection that looks open and is not: the program says how the room is every five seconds.
    this.watch = window.setInterval(() => {
      if (this.source && Date.now() - this.heard > 15000) this.connect();
    }, 3000);
    document.addEventListener("visibilitychange", this.woken);
  }
  private readonly woken = (): void => {
    if (document.visibilityState === "visible" && Date.now() - this.heard > 7000) this.connect();
  };
  private connect(): void {
    this.source?.close();
    this.heard = Date.now();
    const who = this.key ? `key=${encodeURIComponent(this.key)}` : `me=${me()}`;
    const source = new EventSource(`state?${who}`);
    source.onmessage = (event): void => {
      this.heard = Date.now();
      const said = event.data as string;
      if (this.connected && said === this.said) return;
      this.connected = true;
      this.said = said;
      this.state = JSON.parse(said) as RoomState;
      this.changed();
    };
    source.onerror = (): void => {
      if (this.connected) {
        this.connected = false;
        this.changed();
      }
      // A refusal ends an EventSource for good; the watch tries anew.
      if (source.readyState === EventSource.CLOSED) this.heard = Date.now() - 12000;
    };
    this.source = source;
  }
  close(): void {
    this.source?.close();
    clearInterval(this.watch);
    document.removeEventListener("visibilitychange", this.woken);
  }
  private async post(where: string, what: object): Promise<Told> {
    try {
      const answer = await fetch(where, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(what) });
      return answer.ok ? "given" : answer.status === 409 ? "closed" : "refused";
    } catch {
      return "unreachable";
    }
  }
  predict(lesson: number, word: string): Promise<Told> {
    return this.post("prediction", { me: me(), lesson, word });
  }
  /** A word that was read out, typed in by the teacher. */
  typed(lesson: number, word: string): Promise<Told> {
    return this.post("prediction", { key: this.key, lesson, word });
  }
  lead(lesson: number, phase: "predict" | "reveal", anew: boolean): Promise<Told> {
    return this.post("lead", { key: this.key, lesson, phase, anew });
  }
}
