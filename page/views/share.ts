// What can be taken away: an address, a scenario for the command line, paper.
import { el, p } from "../../ui/dom";
import type { Live } from "../live";
import { addressOf, type Setting } from "../settings";
import type { PageWords } from "../words";

function save(name: string, text: string): void {
  const link = el("a", { href: URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

export function shareView(w: PageWords, setting: Setting, live: Live): HTMLElement {
  const said = el("output", { class: "shared" });
  const address = el("button", { type: "button", id: "share" }, w.t("share.address"));
  address.addEventListener("click", () => {
    const full = location.href.replace(/#.*/, "") + addressOf(setting, w.language);
    const copied = navigator.clipboard?.writeText(full) ?? Promise.reject(new Error("no clipboard"));
    copied.then(
      () => (said.textContent = w.t("share.copied")),
      () => said.replaceChildren(el("input", { type: "text", readonly: "", value: full, "aria-label": w.t("share.address") })),
    );
  });
  const scenario = el("button", { type: "button", id: "export" }, w.t("share.scenario"));
  scenario.addEventListener("click", () => {
    save("weefsel.toml", live.toml);
    said.textContent = w.t("share.run");
  });
  const print = el("button", { type: "button", id: "print" }, w.t("share.print"));
  print.addEventListener("click", () => window.print());
  return el(
    "section",
    { class: "share", "aria-labelledby": "share-head" },
    el("h2", { id: "share-head" }, w.t("share.head")),
    p(w.t("share.note"), "note"),
    el("div", { class: "buttons" }, address, scenario, print),
    said,
  );
}
