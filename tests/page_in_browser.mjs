// What a browser shows of the page. Called by page_in_browser.sh and page_lessons.sh:
//   node page_in_browser.mjs PACKAGES BROWSER FOLDER PROGRAM PART...
import { browser, wrong } from "./page_in_browser/browser.mjs";

for (const part of process.argv.slice(6)) await import(`./page_in_browser/${part}.mjs`);

await browser.close();
if (wrong.length > 0) {
  console.log(`${wrong.length} checks failed`);
  process.exit(1);
}
