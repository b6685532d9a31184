// What a browser shows of the page. Called by page_in_browser.sh:
//   node page_in_browser.mjs PACKAGES BROWSER FOLDER PROGRAM [PART...]
import { browser, wrong } from "./page_in_browser/browser.mjs";

const parts = ["numbers", "own_place", "lessons", "access_and_paper", "class", "firefox", "speed_and_memory"];
const wanted = process.argv.slice(6);
for (const part of wanted.length > 0 ? wanted : parts) await import(`./page_in_browser/${part}.mjs`);

await browser.close();
if (wrong.length > 0) {
  console.log(`${wrong.length} checks failed`);
  process.exit(1);
}
