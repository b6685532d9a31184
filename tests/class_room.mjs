// Forty pupils and a teacher in one room, over the loopback: called by page_class.sh.     node class_room.mjs PROGRAM PAGE
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import http from "node:http";
import net from "node:net";

const [program, page] = process.argv.slice(2);
const free = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
const port = await free();
const room = spawn(program, ["class", "--here", "--port", String(port), "--page", page]);
let said = "";
room.stdout.on("data", (data) => (said += data));
room.stderr.on("data", (data) => (said += data));
const patience = 120000;
async function until(what, test) {
  const end = Date.now() + patience;
  while (!test()) {
    assert.ok(Date.now() < end, `${what}; it said: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
process.on("exit", () => room.kill("SIGKILL"));
await until("it begins", () => /Ctrl-C/.test(said));
const key = /#teacher=([A-Z]+)/.exec(said)[1];

const name = (n) => n.toString(16).padStart(16, "0");
const agent = new http.Agent({ keepAlive: false, maxSockets: 200 });
/** A browser that listens: what it heard last, and how it goes. */
function listen(who) {
  const heard = { state: null, messages: 0, status: 0, ended: false };
  let text = "";
  heard.request = http.get({ port, host: "127.0.0.1", path: `/state?${who}`, agent }, (answer) => {
    heard.status = answer.statusCode;
    answer.on("data", (data) => {
      text += data;
      for (let at = text.indexOf("\n\n"); at >= 0; at = text.indexOf("\n\n")) {
        const event = text.slice(0, at);
        text = text.slice(at + 2);
        heard.state = JSON.parse(/^data: (.*)$/m.exec(event)[1]);
        ++heard.messages;
      }
    });
    answer.on("end", () => (heard.ended = true));
    answer.on("error", () => (heard.ended = true));
  });
  heard.request.on("error", () => (heard.ended = true));
  return heard;
}
function post(where, body, type = "application/json") {
  return new Promise((resolve, reject) => {
    const request = http.request({ port, host: "127.0.0.1", path: where, method: "POST", agent, headers: { "Content-Type": type, "Content-Length": Buffer.byteLength(body) } }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode));
    });
    request.on("error", reject);
    request.end(body);
  });
}
const predict = (n, word, lesson = 1) => post("/prediction", JSON.stringify({ me: name(n), lesson, word }));
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXZ";
const wordOf = (n) => ["A", "A", "A", "A", letters[n % 25], letters[(25 * 13 - 13 * (n % 25)) % 25]].join("");

const begin = performance.now();
const pupils = Array.from({ length: 40 }, (_, n) => listen(`me=${name(n)}`));
const teacher = listen(`key=${key}`);
await until("forty pupils are here", () => teacher.state?.here === 40 && pupils.every((p) => p.state?.you));
assert.equal(new Set(pupils.map((p) => p.state.you.animal)).size, 40);
assert.deepEqual(await Promise.all(pupils.map((_, n) => predict(n, wordOf(n)))), pupils.map(() => 200));
await until("the teacher has forty words", () => teacher.state.words.length === 40);
await until("every pupil hears of it", () => pupils.every((p, n) => p.state.given === 40 && p.state.you.word === wordOf(n)));
assert.ok(pupils.every((p) => p.state.words === undefined), "no pupil is told the words of others");
console.log(`ok: forty pupils came in and predicted (${Math.round(performance.now() - begin)} ms)`);

pupils[7].request.destroy();
await until("one has gone", () => teacher.state.here === 39);
pupils[7] = listen(`me=${name(7)}`);
await until("and is back with the same word", () => pupils[7].state?.you.word === wordOf(7) && teacher.state.here === 40);
const again = listen(`key=${key}`);
await until("the teacher's page was loaded again", () => again.state?.words.length === 40);
const twice = listen(`me=${name(3)}`);
await until("a browser that comes in twice has one place", () => pupils[3].ended && twice.state?.here === 40);
console.log("ok: to come back is the same as to come in");

assert.equal(await predict(1, "AAAAAB"), 400);
assert.equal(await predict(1, wordOf(1), 9), 400);
assert.equal(await post("/prediction", "{"), 400);
assert.equal(await post("/prediction", "[]"), 400);
assert.equal(await post("/prediction", `{"me": "x", "lesson": 1, "word": "AAAAAA"}`), 400);
assert.equal(await post("/prediction", JSON.stringify({ me: name(1), lesson: 1, word: wordOf(1) }), "text/plain"), 415);
assert.equal(await post("/prediction", JSON.stringify({ me: name(1), word: "A".repeat(5000) })), 413);
assert.equal(await post("/lead", JSON.stringify({ key: "nonsense", lesson: 1, phase: "reveal" })), 403);
assert.equal(await post("/lead", JSON.stringify({ key, lesson: 1, phase: "tea" })), 400);
assert.equal(await post("/lead", JSON.stringify({ key, lesson: 0, phase: "reveal" })), 400);
const stranger = listen("me=nobody");
await until("a browser without a name is refused", () => stranger.status === 400);
const crowd = Array.from({ length: 60 }, (_, n) => listen(`me=${name(100 + n)}`));
await until("a crowd is let in as far as there is room", () => crowd.every((c) => c.status !== 0));
assert.ok(crowd.some((c) => c.status === 503) && crowd.some((c) => c.status === 200));
for (const one of crowd) one.request.destroy();
await until("and is gone again", () => teacher.state.here === 40);
console.log("ok: what is malformed, too long or too much is refused, and the class goes on");

assert.equal(await post("/prediction", JSON.stringify({ key, lesson: 1, word: "AAAAAA" })), 200);
await until("a word that was read out counts", () => teacher.state.words.length === 41);
assert.equal(await post("/lead", JSON.stringify({ key, lesson: 1, phase: "reveal" })), 200);
await until("all see the reveal", () => pupils.filter((_, n) => n !== 3).every((p) => p.state.phase === "reveal"));
assert.equal(await predict(1, wordOf(2)), 409);
assert.equal(await post("/lead", JSON.stringify({ key, lesson: 4, phase: "predict" })), 200);
await until("all go to lesson 4", () => pupils.filter((_, n) => n !== 3).every((p) => p.state.lesson === 4 && p.state.given === 0));
// The same once more: whoever missed a message in its sleep is right again a beat later.
const heard = teacher.messages;
await until("the room is told again when nothing happens", () => teacher.messages > heard);
assert.equal(teacher.state.lesson, 4);
console.log("ok: the teacher leads");

const got = await (await fetch(`http://127.0.0.1:${port}/`)).text();
assert.match(got, /connect-src 'self' blob: data:/);
assert.match(got, /name="weefsel-class"/);
const second = spawnSync(program, ["class", "--here", "--port", String(port), "--page", page], { encoding: "utf8", timeout: patience });
assert.equal(second.status, 2);
assert.match(second.stderr, /another program has/);
const left = new Promise((resolve) => room.on("exit", resolve));
room.kill("SIGINT");
assert.equal(await left, 0);
console.log("ok: a port has one room, and Ctrl-C ends it");
process.exit(0);
