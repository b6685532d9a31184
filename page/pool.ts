// The workers: made from a blob, so that the page works from a file; each owns an engine and its share of the worlds.
import type { ExperimentKind, FromWorker, Job, ToWorker } from "./messages";

/** What stands packed in an element of the page. */
async function unpacked(id: string): Promise<ArrayBuffer> {
  const text = document.getElementById(id)!.textContent!.trim();
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

export class Pool {
  private workers: Worker[] = [];
  /** What the other workers have not been told yet, while the first one draws its line. */
  private held: (() => void) | null = null;
  constructor(private readonly heard: (message: FromWorker, worker: number) => void) {}

  get size(): number {
    return this.workers.length;
  }
  /** As many as the machine has processors, four at most: each holds its own worlds. */
  async begin(): Promise<void> {
    const wasm = await unpacked("engine-wasm");
    const posterior = new TextDecoder().decode(await unpacked("posterior"));
    const source = ["engine-glue", "worker"].map((id) => document.getElementById(id)!.textContent!).join("\n");
    const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    const many = Math.max(1, Math.min(4, navigator.hardwareConcurrency || 2));
    for (let i = 0; i < many; ++i) {
      const worker = new Worker(address);
      worker.onmessage = (event: MessageEvent<FromWorker>): void => this.heard(event.data, i);
      worker.onerror = (event): void => this.heard({ said: "broken", reason: event.message || "worker" }, i);
      this.workers.push(worker);
      this.send(i, { do: "begin", wasm, posterior });
    }
  }
  send(worker: number, message: ToWorker, ...handedOver: ArrayBufferLike[]): void {
    this.workers[worker].postMessage(message, handedOver as ArrayBuffer[]);
  }
  /**
   * Every worker does the worlds that it has always done: what it keeps of them is of use again. `lineFirst`: the first
   * worker has the processors to itself until `release`, for the line of its first world is what a visitor waits for.
   */
  share(job: Job, lineFirst: boolean): void {
    const tell = (i: number): void => {
      const units = job.units.filter((unit) => unit.draw % this.size === i);
      this.send(i, units.length > 0 ? { do: "simulate", job: { ...job, units } } : { do: "stop" });
    };
    const others = [...this.workers.keys()].slice(1);
    this.held = lineFirst ? (): void => others.forEach(tell) : null;
    tell(0);
    others.forEach((i) => (lineFirst ? this.send(i, { do: "stop" }) : tell(i)));
  }
  /** The other workers begin what they have not begun yet. */
  release(): void {
    const held = this.held;
    this.held = null;
    held?.();
  }
  experiment(job: Job, kind: ExperimentKind, who: number | null): void {
    this.release();
    this.workers.forEach((_, i) => {
      const units = job.units.filter((unit) => unit.draw % this.size === i);
      if (units.length > 0) this.send(i, { do: "experiment", job: { ...job, units }, kind, who });
    });
  }
  stop(): void {
    this.held = null;
    this.workers.forEach((_, i) => this.send(i, { do: "stop" }));
  }
}
