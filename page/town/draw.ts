// A town at dusk: one lamp for every adult, warm for who is at ease, cold for who is severely lonely.
import { drawnBytes, flag, nowhere } from "../engine";
import type { Frame } from "../messages";
import { noise, type Town } from "./layout";

/** One dwelling with something that happened to somebody in it. */
export interface Mark {
  dwelling: number;
  month: number;
  /** A lamp that is cold, an outline of what stayed away, or of what came. */
  look: "cold" | "absent" | "brought";
}
export interface Look {
  /** Persons drawn dim: they are the same in both worlds. */
  same: Set<number> | null;
  marks: Mark[] | null;
  /** Month up to which marks are shown. */
  until: number;
  /** 0 to 1: where a breath is. */
  breath: number;
  chosen: number;
}

const sky = ["#141a33", "#26284a", "#4b3a5a", "#8a5660", "#c9805f"];
const ground = "#0f1426";

function hillside(town: Town, scale: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = town.width * scale;
  canvas.height = town.height * scale;
  const c = canvas.getContext("2d")!;
  c.scale(scale, scale);
  const dusk = c.createLinearGradient(0, 0, 0, town.horizon * 1.35);
  sky.forEach((colour, i) => dusk.addColorStop(i / (sky.length - 1), colour));
  c.fillStyle = dusk;
  c.fillRect(0, 0, town.width, town.height);
  c.fillStyle = "rgba(255,244,214,.75)";
  for (let i = 0; i < 34; ++i) {
    const r = 0.35 + 0.55 * noise(i, 12);
    c.globalAlpha = 0.25 + 0.6 * noise(i, 13);
    c.beginPath();
    c.arc(noise(i, 10) * town.width, noise(i, 11) * town.horizon * 0.62, r, 0, 7);
    c.fill();
  }
  c.globalAlpha = 1;
  // The land behind the last row, and the slope.
  const slope = c.createLinearGradient(0, town.horizon * 0.9, 0, town.height);
  slope.addColorStop(0, "#2a2742");
  slope.addColorStop(0.25, "#1b1f38");
  slope.addColorStop(1, ground);
  c.fillStyle = slope;
  c.beginPath();
  c.moveTo(0, town.horizon * 1.02);
  for (let x = 0; x <= town.width; x += 8)
    c.lineTo(x, town.horizon * (0.98 + 0.06 * Math.sin(x / 90 + 1) + 0.03 * Math.sin(x / 23)));
  c.lineTo(town.width, town.horizon);
  c.lineTo(town.width, town.height);
  c.lineTo(0, town.height);
  c.fill();
  town.houses
    .map((house, i) => ({ house, i }))
    .sort((a, b) => a.house.y - b.house.y)
    .forEach(({ house, i }) => {
      const depth = (house.y - town.horizon) / (town.height - town.horizon);
      const light = 0.5 + 0.5 * noise(i, 3);
      const tone = (back: number, front: number): number => Math.round(back + (front - back) * depth + 7 * light);
      c.fillStyle = `rgb(${tone(52, 28)},${tone(47, 33)},${tone(72, 58)})`;
      const { x, y, width, height } = house;
      const half = width / 2;
      c.beginPath();
      c.moveTo(x - half, y);
      if (house.roof < 0.6 && width > 4) {
        c.lineTo(x - half, y - height * 0.68);
        c.lineTo(x, y - height);
        c.lineTo(x + half, y - height * 0.68);
      } else {
        c.lineTo(x - half, y - height * 0.86);
        c.lineTo(x + half, y - height * 0.86);
      }
      c.lineTo(x + half, y);
      c.fill();
    });
  return canvas;
}

/** A lit window with its halo, drawn once. `size`: from its middle to where the light ends. */
function lamp(colour: string, size: number, strength: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.ceil(size * 2);
  const c = canvas.getContext("2d")!;
  const glow = c.createRadialGradient(size, size, 0, size, size, size);
  glow.addColorStop(0, `rgba(${colour},${strength * 0.55})`);
  glow.addColorStop(0.45, `rgba(${colour},${strength * 0.16})`);
  glow.addColorStop(1, `rgba(${colour},0)`);
  c.fillStyle = glow;
  c.fillRect(0, 0, canvas.width, canvas.height);
  c.fillStyle = `rgba(${colour},${strength})`;
  c.fillRect(size * 0.72, size * 0.66, size * 0.56, size * 0.68);
  return canvas;
}
const steps = 12;
/** From at ease to lonely; who is severely lonely has a light of another colour. */
function colourOf(loneliness: number): string {
  const t = Math.min(1, loneliness);
  const mix = (a: number, b: number): number => Math.round(a + (b - a) * t);
  return `${mix(255, 226)},${mix(196, 186)},${mix(92, 168)}`;
}

export class TownDrawing {
  private readonly back: HTMLCanvasElement;
  private readonly lamps: HTMLCanvasElement[] = [];
  private readonly cold: HTMLCanvasElement;
  private readonly size: number;

  constructor(
    readonly town: Town,
    private readonly canvas: HTMLCanvasElement,
    private readonly scale: number,
  ) {
    canvas.width = town.width * scale;
    canvas.height = town.height * scale;
    this.back = hillside(town, scale);
    const widths = town.houses.map((h) => h.width).sort((a, b) => a - b);
    const width = widths[widths.length >> 1] ?? 6;
    this.size = Math.max(2.2, Math.min(6, width * 0.5));
    for (let i = 0; i <= steps; ++i)
      this.lamps.push(lamp(colourOf(i / steps), this.size * scale, 1 - 0.45 * (i / steps)));
    this.cold = lamp("120,180,255", this.size * 1.5 * scale, 1);
  }
  /** The dwelling that a point lies in. */
  pick(x: number, y: number): number {
    let best = -1,
      nearest = 18 ** 2;
    this.town.houses.forEach((house, i) => {
      const d = (house.x - x) ** 2 + (house.y - house.height / 2 - y) ** 2;
      if (d < nearest) [best, nearest] = [i, d];
    });
    return best;
  }
  private windowOf(dwelling: number, place: number): { x: number; y: number } {
    const house = this.town.houses[dwelling];
    const column = place % 2,
      floor = Math.floor(place / 2) % 2; // three or more stand above the first two
    return {
      x: house.x + (column === 0 ? -0.2 : 0.2) * house.width,
      y: house.y - house.height * (floor === 0 ? 0.32 : 0.6),
    };
  }

  draw(frame: Frame | null, look: Look): void {
    const c = this.canvas.getContext("2d")!;
    c.setTransform(1, 0, 0, 1, 0, 0);
    c.globalCompositeOperation = "source-over";
    c.globalAlpha = 1;
    c.drawImage(this.back, 0, 0);
    if (look.marks) {
      c.fillStyle = "rgba(8,10,22,.55)";
      c.fillRect(0, 0, this.canvas.width, this.canvas.height);
    }
    c.scale(this.scale, this.scale);
    if (frame) {
      if (!look.marks) this.halls(c, frame);
      this.people(c, frame, look);
    }
    if (look.marks) this.marks(c, look);
    if (look.chosen >= 0) this.threads(c, frame, look.chosen);
  }
  private halls(c: CanvasRenderingContext2D, frame: Frame): void {
    for (let k = 0; k < frame.places.length; k += 4) {
      const [x, y, , hours] = frame.places.subarray(k, k + 4);
      if (!(hours > 0)) continue;
      const at = this.town.at(x, y);
      const bright = Math.min(1, 0.35 + hours / 40);
      const width = Math.max(13, this.size * 3.4);
      c.fillStyle = "#4a3a44";
      c.fillRect(at.x - width * 0.6, at.y - width * 0.62, width * 1.2, width * 0.62);
      c.fillStyle = `rgba(255,190,96,${0.55 * bright + 0.3})`;
      c.shadowColor = "rgba(255,176,80,.9)";
      c.shadowBlur = 10 * this.scale * bright;
      for (let w = -1; w <= 1; ++w) c.fillRect(at.x + w * width * 0.36 - width * 0.12, at.y - width * 0.48, width * 0.24, width * 0.3);
      c.shadowBlur = 0;
    }
  }
  private people(c: CanvasRenderingContext2D, frame: Frame, look: Look): void {
    const view = new DataView(frame.residents);
    const lit = new Uint8Array(this.town.houses.length);
    c.globalCompositeOperation = "lighter";
    for (let at = 0; at < view.byteLength; at += drawnBytes) {
      const dwelling = view.getUint16(at + 4, true),
        flags = view.getUint8(at + 7);
      if (dwelling === nowhere || !(flags & flag.adult) || dwelling >= lit.length) continue;
      const window = this.windowOf(dwelling, lit[dwelling]++);
      const severe = (flags & flag.severe) !== 0;
      const dim = look.marks ? 0.05 : look.same?.has(view.getUint32(at, true)) ? 0.1 : 1;
      if (dim < 0.1 && lit[dwelling] > 1) continue;
      c.globalAlpha = dim;
      const image = severe ? this.cold : this.lamps[Math.round((view.getUint8(at + 6) / 255) * steps)];
      const size = severe ? this.size * 1.5 : this.size;
      c.drawImage(image, window.x - size, window.y - size, 2 * size, 2 * size);
    }
    c.globalAlpha = 1;
    c.globalCompositeOperation = "source-over";
  }
  private marks(c: CanvasRenderingContext2D, look: Look): void {
    const seen = new Map<number, number>();
    for (const mark of look.marks!) {
      if (mark.month > look.until || mark.dwelling >= this.town.houses.length) continue;
      const place = seen.get(mark.dwelling) ?? 0;
      seen.set(mark.dwelling, place + 1);
      const house = this.town.houses[mark.dwelling];
      const fresh = Math.max(0, 1 - (look.until - mark.month) / 18);
      if (mark.look === "cold") {
        const size = this.size * (1.9 + fresh);
        c.globalCompositeOperation = "lighter";
        c.drawImage(this.cold, house.x - size, house.y - house.height * 0.4 - size, 2 * size, 2 * size);
        c.globalCompositeOperation = "source-over";
        continue;
      }
      const warm = mark.look === "brought";
      const size = Math.max(3, this.size * 1.05) + 2.2 * fresh + 0.7 * look.breath;
      c.strokeStyle = warm ? `rgba(255,176,72,${0.65 + 0.35 * look.breath})` : `rgba(206,228,255,${0.6 + 0.4 * look.breath})`;
      c.lineWidth = 1.3;
      c.shadowColor = warm ? "rgba(255,150,40,.9)" : "rgba(150,200,255,.9)";
      c.shadowBlur = 5 * this.scale;
      c.beginPath();
      c.arc(house.x, house.y - house.height * 0.42 - place * 2, size, 0, 7);
      c.stroke();
      c.shadowBlur = 0;
    }
  }
  private threads(c: CanvasRenderingContext2D, frame: Frame | null, chosen: number): void {
    const house = this.town.houses[chosen];
    if (!house) return;
    c.strokeStyle = "rgba(255,232,190,.9)";
    c.lineWidth = 1.2;
    c.strokeRect(house.x - house.width / 2 - 1.5, house.y - house.height - 1.5, house.width + 3, house.height + 3);
    if (!frame?.friends) return;
    const view = new DataView(frame.residents);
    const dwellingOf = (row: number): number => view.getUint16(row * drawnBytes + 4, true);
    c.strokeStyle = "rgba(255,214,150,.5)";
    c.lineWidth = 0.9;
    for (let k = 0; k < frame.friends.length; k += 2) {
      const [a, b] = [dwellingOf(frame.friends[k]), dwellingOf(frame.friends[k + 1])];
      const other = a === chosen ? b : b === chosen ? a : -1;
      const to = this.town.houses[other];
      if (!to || other === chosen) continue;
      c.beginPath();
      c.moveTo(house.x, house.y - house.height / 2);
      c.quadraticCurveTo((house.x + to.x) / 2, Math.min(house.y, to.y) - 26, to.x, to.y - to.height / 2);
      c.stroke();
    }
  }
}
