// Firefox, driven over WebDriver BiDi, which it speaks by itself.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import net from "node:net";
import os from "node:os";
import path from "node:path";

const free = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** `packages`: where playwright-core is, which has a WebSocket for a node that lacks one. */
export async function firefox(executable, packages) {
  const Socket = globalThis.WebSocket ?? createRequire(import.meta.url)(path.join(packages, "node_modules/playwright-core/lib/utilsBundle.js")).ws;
  const profile = mkdtempSync(path.join(os.tmpdir(), "weefsel-firefox-"));
  const port = await free();
  const child = spawn(executable, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", String(port), "about:blank"], { stdio: "ignore" });
  const end = () => {
    child.kill("SIGKILL");
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const connect = async () => {
    for (let tries = 0; ; ++tries) {
      try {
        return await new Promise((resolve, reject) => {
          const socket = new Socket(`ws://127.0.0.1:${port}/session`);
          socket.addEventListener("open", () => resolve(socket));
          socket.addEventListener("error", () => reject(new Error("Firefox does not listen")));
        });
      } catch (error) {
        if (tries > 300) throw error;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  };
  try {
    const socket = await connect();
    const waiting = new Map();
    let last = 0;
    socket.addEventListener("message", ({ data }) => {
      const { id, result, error, message } = JSON.parse(data);
      const mine = waiting.get(id);
      if (!mine) return;
      waiting.delete(id);
      if (error) mine.reject(new Error(`${error}: ${message}`));
      else mine.resolve(result);
    });
    const send = (method, params) =>
      new Promise((resolve, reject) => {
        waiting.set(++last, { resolve, reject });
        socket.send(JSON.stringify({ id: last, method, params }));
      });
    await send("session.new", { capabilities: {} });
    const { contexts } = await send("browsingContext.getTree", {});
    const { context } = contexts[0];
    return {
      end,
      open: (url) => send("browsingContext.navigate", { context, url, wait: "complete" }),
      size: (width, height) => send("browsingContext.setViewport", { context, viewport: { width, height } }),
      picture: async () => Buffer.from((await send("browsingContext.captureScreenshot", { context })).data, "base64"),
      /** What a function of the page returns, as JSON. */
      async ask(test, ...given) {
        const functionDeclaration = `async (given) => JSON.stringify(await (${test})(...JSON.parse(given)) ?? null)`;
        const { result, exceptionDetails } = await send("script.callFunction", {
          functionDeclaration,
          arguments: [{ type: "string", value: JSON.stringify(given) }],
          target: { context },
          awaitPromise: true,
        });
        if (exceptionDetails) throw new Error(exceptionDetails.text);
        return JSON.parse(result.value);
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}
