import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./browser.mjs";

const document = page({ person: "bea" });
const textOf = (part) => (typeof part === "string" ? part : (part.textContent ?? ""));
const pill = { replaceChildren: (...parts) => (pill.text = parts.map(textOf).join("")) };
Object.assign(document, {
  querySelectorAll: () => [],
  getElementById: (id) => (id === "pill" ? pill : null),
  createElement: () => ({ append() {} }),
  createElementNS: () => ({ append() {}, setAttribute() {} }),
});
Object.assign(globalThis, {
  setInterval: () => {},
  BroadcastChannel: undefined,
  localStorage: { setItem() {}, removeItem() {} },
  sessionStorage: { getItem: () => "tab", setItem() {} },
});
const { connection } = await import("../../wwwroot/js/connection.js");
const { tell } = await import("../../wwwroot/js/events.js");
await import("../../wwwroot/js/pill.js");

function says(state, length, parked, on = false) {
  connection.state = state;
  tell("queue", { length, parked });
  tell("syncing", { on });
  return [pill.text.replace(/ · data .*/, ""), pill.className];
}

test("With a line, what waits to be decided comes first, in amber", () => {
  for (const state of ["live", "poor", "polling", "outdated"])
    assert.deepEqual(says(state, 3, 1), ["1 to decide · 2 waiting", "pill attention"]);
  assert.deepEqual(says("live", 1, 1, true), ["1 to decide", "pill attention"]);
});

test("Without one that is said first", () => {
  assert.deepEqual(says("offline", 3, 1), ["Offline · 1 to decide · 2 waiting", "pill attention"]);
  assert.deepEqual(says("signed-out", 2, 0), ["Signed out · 2 waiting", "pill bad"]);
});

test("While what waits is sent it says so, and then that all is well", () => {
  assert.deepEqual(says("live", 2, 0, true), ["Syncing · 2 waiting", "pill waiting"]);
  assert.deepEqual(says("live", 2, 0), ["Live · 2 waiting", "pill waiting"]);
  assert.deepEqual(says("live", 0, 0, true), ["Live", "pill good"]);
});
