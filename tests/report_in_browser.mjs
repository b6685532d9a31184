// What a browser shows of a report. Called by report_in_browser.sh:
//   node report_in_browser.mjs PACKAGES BROWSER FOLDER
import { browser, wrong } from "./report_in_browser/browser.mjs";

await import("./report_in_browser/first_screen.mjs");
await import("./report_in_browser/sections.mjs");
await import("./report_in_browser/numbers.mjs");
await import("./report_in_browser/access_and_paper.mjs");

await browser.close();
if (wrong.length > 0) {
  console.log(`${wrong.length} checks failed`);
  process.exit(1);
}
