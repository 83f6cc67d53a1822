import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { page, timers } from "./browser.mjs";

const document = page({ person: "bea" });
const shown = [];
document.createElement = (name) => ({
  name,
  children: [],
  append(...more) {
    this.children.push(...more);
  },
  addEventListener() {},
  querySelectorAll: () => [],
  matches: () => false,
});
const region = { append: (toast) => shown.push(toast), querySelectorAll: () => [] };
document.getElementById = () => region;
document.querySelectorAll = () => [];
globalThis.location = { origin: "http://office.test" };
await import("../../wwwroot/js/sent.js");

const became = (detail) => document.dispatchEvent(new CustomEvent("queue:became", { detail }));
const words = () => shown.map(({ children }) => children[0].textContent);
beforeEach(() => {
  shown.length = 0;
  timers.length = 0;
});

test("What waited and is saved gets one word for all that comes together", () => {
  became({ became: "sent", id: 1 });
  became({ became: "sent", id: 2, said: { text: "Saved." } });
  assert.deepEqual(words(), []);
  timers.at(-1)();
  assert.deepEqual(words(), ["Back online: your 2 changes were saved"]);
});

test("A single one is told as the office says it", () => {
  became({ became: "sent", id: 1, said: { text: "Changed the e-mail of Amira." } });
  timers.at(-1)();
  became({ became: "sent", id: 2 });
  timers.findLast((work) => work.name === "tellQuiet")();
  assert.deepEqual(words(), ["Changed the e-mail of Amira.", "Back online: your change was saved"]);
});

test("What was made new, or done in part, is told at once and by itself", () => {
  became({ became: "sent", id: 1, said: { where: "/team/lena", text: "Added Lena." } });
  became({ became: "sent", id: 2, said: { kind: "attention", text: "2 left as they were." } });
  assert.deepEqual(words(), ["Added Lena.", "2 left as they were."]);
});

test("What was discarded is no news of this kind", () => {
  became({ became: "dropped", id: 1, cause: "discarded" });
  assert.equal(timers.length, 0);
});
