// Sliders with names on their stops.
import { el, p } from "../../ui/dom";
import { sliderNames, sliders, type Stops } from "../settings";
import type { PageWords } from "../words";

export function sliderPanel(w: PageWords, stops: Stops, moved: () => void): HTMLElement {
  const panel = el("section", { class: "sliders", "aria-labelledby": "sliders-head" });
  panel.append(el("h2", { id: "sliders-head" }, w.t("sliders.head")), p(w.t("sliders.lead"), "note"));
  for (const name of sliderNames) {
    const many = sliders[name].stops.length;
    const stopName = (at: number): string => w.named(`slider.${name}`, String(at));
    const input = el("input", {
      type: "range",
      id: `slider-${name}`,
      min: "0",
      max: String(many - 1),
      step: "1",
      value: String(stops[name]),
      "aria-describedby": `slider-${name}-note`,
      "aria-valuetext": stopName(stops[name]),
    });
    const said = el("output", { for: `slider-${name}` }, stopName(stops[name]));
    const ticks = el("div", { class: "ticks", "aria-hidden": "true" });
    for (let i = 0; i < many; ++i) ticks.append(el("span", i === sliders[name].usual ? { class: "usual" } : {}));
    input.addEventListener("input", () => {
      stops[name] = Number(input.value);
      input.setAttribute("aria-valuetext", stopName(stops[name]));
      said.textContent = stopName(stops[name]);
      moved();
    });
    panel.append(
      el(
        "div",
        { class: "slider" },
        el("label", { for: `slider-${name}` }, w.named("slider", name)),
        said,
        input,
        ticks,
        p(w.named("slider-note", name), "note"),
      ),
    );
    panel.lastElementChild!.querySelector("p.note")!.id = `slider-${name}-note`;
  }
  panel.append(p("", "money"));
  return panel;
}
