// What tests in a browser share: how it is started, and checks that go on after one that fails.
export const launchArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Names of the checks that failed. */
export const wrong = [];

export async function check(name, test) {
  const begin = performance.now();
  try {
    await test();
    console.log(`ok: ${name} (${Math.round(performance.now() - begin)} ms)`);
  } catch (e) {
    wrong.push(name);
    console.log(`FAIL: ${name}\n  ${String(e.message).split("\n").slice(0, 12).join("\n  ")}`);
  }
}
