// Three browsers in one classroom: the teacher leads, a page is loaded again, a laptop sleeps and wakes.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import net from "node:net";
import path from "node:path";
import { browser, check, folder, patience, picture, program, wide } from "./browser.mjs";

const free = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** What lies between a laptop and the teacher's: it can be cut, or go silent as it does when a laptop sleeps. */
async function cable(to) {
  const pairs = new Set();
  const state = { asleep: false, cut: false };
  const server = net.createServer((near) => {
    if (state.cut) return near.destroy();
    const far = net.connect(to, "127.0.0.1");
    const pair = { near, far };
    pairs.add(pair);
    const gone = () => {
      near.destroy();
      far.destroy();
      pairs.delete(pair);
    };
    for (const socket of [near, far]) {
      socket.on("error", gone);
      socket.on("close", gone);
    }
    near.on("data", (data) => state.asleep || far.write(data));
    far.on("data", (data) => state.asleep || near.write(data));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: server.address().port,
    state,
    cutAll: () => pairs.forEach(({ near, far }) => [near, far].forEach((socket) => socket.destroy())),
    end: () => {
      pairs.forEach(({ near, far }) => [near, far].forEach((socket) => socket.destroy()));
      server.close();
    },
  };
}

async function enter(port, hash = "") {
  const context = await browser.newContext({ viewport: wide });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  page.problems = [];
  page.on("pageerror", (e) => page.problems.push(e.message));
  await page.goto(`http://127.0.0.1:${port}/${hash}`);
  return page;
}
const here = (page, n) => page.waitForFunction((wanted) => new RegExp(`\\b${wanted}\\b`).test(document.querySelector(".join p")?.textContent.split(".")[1] ?? ""), n, { timeout: patience });
const given = (page) => page.locator(".given .code").allInnerTexts();
const lost = (page) => page.locator("#lesson .lost").count();

await check("three browsers are one class; a page is loaded again, a connection cut, a laptop sleeps", async () => {
  const port = await free();
  const room = spawn(program, ["class", "--here", "--port", String(port), "--page", path.join(folder, "weefsel.html")]);
  let said = "";
  for (const stream of [room.stdout, room.stderr]) stream.on("data", (data) => (said += data));
  try {
    const until = async (what, test) => {
      const end = Date.now() + patience;
      while (!(await test())) {
        assert.ok(Date.now() < end, `${what}; the program said: ${said}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    await until("the room opens", () => /Ctrl-C/.test(said));
    const key = /#teacher=([A-Z]+)/.exec(said)[1];
    const wire = await cable(port);
    const teacher = await enter(port, `#teacher=${key}&lang=nl&worlds=3`);
    const one = await enter(port, "#les=1&worlds=3"),
      two = await enter(wire.port, "#les=1&worlds=3");
    await here(teacher, 2);
    const words = [];
    for (const pupil of [one, two]) {
      await pupil.click("#lesson-next");
      await pupil.locator(".lesson-drawing .handle").nth(3).focus();
      await pupil.keyboard.press(pupil === one ? "ArrowUp" : "ArrowDown");
      await pupil.click("#lesson-give");
      words.push(await pupil.locator(".word").innerText());
    }
    await until("both words came in by themselves", async () => (await given(teacher)).length === 2);
    assert.deepEqual((await given(teacher)).sort(), [...words].sort());
    await picture(teacher, "class-teacher");

    await teacher.reload();
    await here(teacher, 2);
    assert.deepEqual((await given(teacher)).sort(), [...words].sort(), "the teacher's page has them after it was loaded again");
    await one.reload();
    await until("who loads again has the prediction in the address", async () => (await one.locator(".word").innerText().catch(() => "")) === words[0]);
    console.log("  loaded again: teacher and pupil are where they were");

    // Cut: the browser notices, says so, and comes back by itself.
    wire.state.cut = true;
    wire.cutAll();
    await until("the page says that the connection is gone", async () => (await lost(two)) === 1);
    await picture(two, "class-cut");
    wire.state.cut = false;
    await until("and takes it away when it is back", async () => (await lost(two)) === 0);
    await here(teacher, 2);
    console.log("  cut: said, and come back");

    // Asleep: the connection looks open, and nothing comes through it; meanwhile the class goes on.
    wire.state.asleep = true;
    const asleep = Date.now();
    await teacher.click("#show");
    await one.waitForSelector('[data-step="4"][aria-current]', { timeout: patience });
    assert.equal(await two.locator('[data-step="3"][aria-current]').count(), 1, "who sleeps hears nothing");
    await new Promise((resolve) => setTimeout(resolve, 8000));
    wire.state.asleep = false;
    await two.waitForSelector('[data-step="4"][aria-current]', { timeout: patience });
    console.log(`  asleep: it was where the class is ${((Date.now() - asleep) / 1000).toFixed(1)} s after it fell asleep`);
    for (const page of [teacher, one, two]) await page.waitForSelector(".legend", { timeout: patience });
    await picture(teacher, "class-revealed");
    await picture(two, "class-pupil-revealed");

    await teacher.selectOption("#which", "2");
    for (const pupil of [one, two]) await pupil.waitForFunction(() => /les=2/.test(location.hash), null, { timeout: patience });
    assert.equal((await given(teacher)).length, 0);
    console.log("  the class went on to lesson 2 together");
    for (const page of [teacher, one, two]) {
      assert.deepEqual(page.problems, []);
      await page.context().close();
    }
    wire.end();
  } finally {
    room.kill("SIGINT");
  }
});
