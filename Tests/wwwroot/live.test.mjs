import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { page, timers } from "./browser.mjs";

const document = page({ person: "bea" });
const [beats, asked] = [[], []];
const section = { dataset: { live: "team" }, isConnected: true };
document.querySelectorAll = (selector) => (selector === "[data-live]" ? [section] : []);
Object.assign(globalThis, {
  setInterval: (work, ms) => beats.push({ work, ms }),
  BroadcastChannel: undefined,
  localStorage: { setItem() {}, removeItem() {} },
  sessionStorage: { getItem: () => "tab", setItem() {} },
});
window.htmx = { trigger: (element, name) => asked.push([element, name]) };
mock.timers.enable({ apis: ["Date"] });
await import("../../wwwroot/js/live.js");

const beat = 10_000;
function passes(ms) {
  mock.timers.tick(ms);
  const before = timers.length;
  for (const { work } of beats.filter((one) => one.ms === beat)) work();
  for (const work of timers.slice(before)) work();
}

test("After a sleep everything is asked for again, although nothing says that anything was missed", () => {
  passes(600_000);
  assert.deepEqual(asked, [[section, "live"]]);
});

test("An ordinary while is no sleep", () => {
  asked.length = 0;
  for (let at = 0; at < 6; at++) passes(beat);
  assert.deepEqual(asked, []);
});
