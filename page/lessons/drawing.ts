// The picture of a lesson: a grid of five heights, lines or bars of those who predicted, and what the engine said.
import { svg } from "../../ui/dom";
import type { PageWords } from "../words";
import { valueOf, type Lesson, type Result } from "./lessons";
import { heights, type Levels } from "./word";

const width = 360,
  height = 300,
  left = 46,
  right = 12,
  top = 14,
  bottom = 50;

export interface Drawn {
  /** One's own line; given: it can be changed. */
  mine?: Levels;
  change?: (levels: Levels) => void;
  others?: Levels[];
  result?: Result | null;
}

export const heightName = (w: PageWords, lesson: Lesson, level: number): string => w.number(valueOf(lesson, level), lesson.decimals);
export const footName = (w: PageWords, lesson: Lesson, point: number): string =>
  lesson.foot ? w.number(lesson.foot(point)) : w.named(`lesson.${lesson.number}.at`, String(point));

export function drawing(w: PageWords, lesson: Lesson, drawn: Drawn): SVGElement {
  const pitch = (width - left - right) / lesson.used;
  const x = (point: number): number => left + (point + 0.5) * pitch;
  const y = (level: number): number => top + ((heights - 1 - level) / (heights - 1)) * (height - top - bottom);
  const yOf = (value: number): number => {
    const level = ((value - lesson.low) / (lesson.high - lesson.low)) * (heights - 1);
    return y(Math.min(heights - 0.85, Math.max(-0.15, level)));
  };
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "lesson-drawing" });
  const name = w.named(`lesson.${lesson.number}`, "ask");
  // A picture that can be changed is a group of sliders; one that cannot is an image.
  picture.setAttribute("role", drawn.change ? "group" : "img");
  picture.setAttribute("aria-label", drawn.change ? name : w.t("lesson.picture"));
  for (let level = 0; level < heights; ++level) {
    const zero = Math.abs(valueOf(lesson, level)) < 1e-9;
    picture.append(svg("line", { x1: left, x2: width - right, y1: y(level), y2: y(level), class: zero ? "zero" : "grid" }));
    picture.append(svg("text", { x: left - 6, y: y(level) + 4, class: "tick", "text-anchor": "end" }, heightName(w, lesson, level)));
  }
  // Names of bars stand in two rows, so that they do not touch.
  for (let k = 0; k < lesson.used; ++k)
    picture.append(svg("text", { x: x(k), y: height - (lesson.bars && k % 2 === 0 ? 33 : 21), class: "tick", "text-anchor": "middle" }, footName(w, lesson, k)));
  if (lesson.bars) {
    const middle = (left + width - right) / 2;
    picture.append(svg("line", { x1: middle, x2: middle, y1: top, y2: height - bottom + 24, class: "grid" }));
  }
  picture.append(svg("text", { x: (left + width - right) / 2, y: height - 5, class: "tick", "text-anchor": "middle" }, w.named(`lesson.${lesson.number}`, "foot")));
  const path = (levels: Levels): string => `M${levels.slice(0, lesson.used).map((level, k) => `${x(k)} ${y(level)}`).join("L")}`;

  for (const levels of drawn.others ?? [])
    if (lesson.bars) levels.slice(0, lesson.used).forEach((level, k) => picture.append(svg("circle", { cx: x(k), cy: y(level), r: 7, class: "other" })));
    else picture.append(svg("path", { d: path(levels), class: "other" }));
  if (drawn.result) truth(picture, lesson, drawn.result, x, yOf);
  if (drawn.mine) mine(w, lesson, picture, drawn, { x, y, path, pitch });
  return picture;
}

function truth(picture: SVGElement, lesson: Lesson, result: Result, x: (k: number) => number, yOf: (value: number) => number): void {
  const known = result.points.slice(0, lesson.used).map((point, k) => ({ ...point, k })).filter((point) => !Number.isNaN(point.value));
  if (lesson.bars) {
    for (const { k, value, lower, upper } of known)
      picture.append(
        svg("line", { x1: x(k), x2: x(k), y1: yOf(lower), y2: yOf(upper), class: "margin" }),
        svg("circle", { cx: x(k), cy: yOf(value), r: 5, class: "dot higher" }),
      );
    return;
  }
  const upper = known.map((point) => `${x(point.k)} ${yOf(point.upper)}`),
    lower = known.map((point) => `${x(point.k)} ${yOf(point.lower)}`).reverse();
  picture.append(svg("path", { d: `M${[...upper, ...lower].join("L")}Z`, class: "band" }));
  if (result.beside.length > 0) picture.append(svg("path", { d: `M${result.beside.map((value, k) => `${x(k)} ${yOf(value)}`).join("L")}`, class: "beside" }));
  picture.append(svg("path", { d: `M${known.map((point) => `${x(point.k)} ${yOf(point.value)}`).join("L")}`, class: "course" }));
}

interface Places {
  x: (k: number) => number;
  y: (level: number) => number;
  path: (levels: Levels) => string;
  pitch: number;
}
function mine(w: PageWords, lesson: Lesson, picture: SVGElement, { mine: levels = [], change }: Drawn, { x, y, path, pitch }: Places): void {
  const line = svg("path", { d: path(levels), class: lesson.bars ? "mine bars" : "mine" });
  picture.append(line);
  const handles = levels.slice(0, lesson.used).map((level, k) => {
    const handle = svg("g", { class: "handle" }, svg("rect", { x: x(k) - pitch / 2, y: y(level) - 14, width: pitch, height: 28, class: "reach" }), svg("circle", { cx: x(k), cy: y(level), r: 7 }));
    picture.append(handle);
    return handle;
  });
  if (!change) return;
  const said = (k: number): void => {
    const handle = handles[k];
    handle.setAttribute("aria-valuenow", String(levels[k]));
    handle.setAttribute("aria-valuetext", `${heightName(w, lesson, levels[k])} ${w.named(`lesson.${lesson.number}`, "unit")}`);
  };
  const put = (k: number, level: number): void => {
    const now = Math.min(heights - 1, Math.max(0, level));
    if (now === levels[k]) return;
    levels[k] = now;
    handles[k].querySelector("circle")!.setAttribute("cy", String(y(now)));
    handles[k].querySelector("rect")!.setAttribute("y", String(y(now) - 14));
    line.setAttribute("d", path(levels));
    said(k);
    change(levels);
  };
  handles.forEach((handle, k) => {
    const attributes = { role: "slider", tabindex: "0", "aria-label": `${w.named(`lesson.${lesson.number}`, "point")} ${footName(w, lesson, k)}`, "aria-valuemin": "0", "aria-valuemax": String(heights - 1), "aria-orientation": "vertical" };
    for (const [name, value] of Object.entries(attributes)) handle.setAttribute(name, value);
    said(k);
    handle.addEventListener("keydown", (event) => {
      const steps: Record<string, number> = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, Home: -heights, End: heights };
      const step = steps[(event as KeyboardEvent).key];
      if (step === undefined) return;
      event.preventDefault();
      put(k, levels[k] + step);
    });
  });
  // A finger or a mouse draws over all columns at once.
  let drawingNow = false;
  const follow = (event: PointerEvent): void => {
    const box = picture.getBoundingClientRect();
    const px = ((event.clientX - box.left) / box.width) * width,
      py = ((event.clientY - box.top) / box.height) * height;
    const k = Math.floor((px - left) / pitch);
    if (k < 0 || k >= lesson.used) return;
    put(k, Math.round(((y(0) - py) / (y(0) - y(heights - 1))) * (heights - 1)));
  };
  picture.addEventListener("pointerdown", (event) => {
    drawingNow = true;
    picture.setPointerCapture((event as PointerEvent).pointerId);
    follow(event as PointerEvent);
  });
  picture.addEventListener("pointermove", (event) => drawingNow && follow(event as PointerEvent));
  for (const end of ["pointerup", "pointercancel"]) picture.addEventListener(end, () => (drawingNow = false));
  picture.classList.add("changeable");
}
