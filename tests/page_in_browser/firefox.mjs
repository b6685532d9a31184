// Firefox gives the same numbers as Chromium and the program, and goes through a lesson.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { address, answered, check, close, folder, open, packages, partsOf, patience } from "./browser.mjs";
import { firefox } from "./firefox_driver.mjs";

const executable = process.env.WEEFSEL_FIREFOX;
if (!executable) console.log("skipped: Firefox is not installed");
else
  await check("Firefox gives the numbers and the sentence that Chromium gives, and a lesson to its end", async () => {
    const page = await open(address("13332224", 6));
    await answered(page);
    const parts = await partsOf(page);
    const sentence = await page.locator("p.answer").textContent();
    await close(page);

    const other = await firefox(executable, packages);
    try {
      const until = async (what, test, ...given) => {
        const end = Date.now() + patience;
        while (!(await other.ask(test, ...given))) {
          assert.ok(Date.now() < end, what);
          await new Promise((resolve) => setTimeout(resolve, 200));
        }
      };
      const ready = () => document.documentElement.dataset.answer === "ready";
      await other.size(1400, 900);
      await other.open(`file://${path.join(folder, "weefsel.html")}${address("13332224", 6)}`);
      await until("the answer in Firefox", ready);
      assert.equal(await other.ask(() => document.querySelector("p.answer").textContent), sentence);
      assert.deepEqual(await other.ask(() => [...document.querySelectorAll(".part")].map((x) => ({ ...x.dataset }))), parts);
      if (process.env.WEEFSEL_PICTURES) await writeFile(path.join(process.env.WEEFSEL_PICTURES, "firefox.png"), await other.picture());
      const glass = await other.ask(() => document.createElement("canvas").getContext("webgl2") === null);
      console.log(`  WebGL2 ${glass ? "is not there: the town is drawn all the same" : "is there, and not used"}`);
      await other.open(`file://${path.join(folder, "weefsel.html")}#les=1&worlds=3`);
      await until("the lesson", () => document.querySelector("#lesson-next") !== null);
      await other.ask(() => document.querySelector("#lesson-next").click());
      await other.ask(() => document.querySelector("#lesson-give").click());
      await other.ask(() => document.querySelector("#lesson-next").click());
      await until("its answer", () => document.querySelector("#lesson-found .legend") !== null);
    } finally {
      other.end();
    }
  });
