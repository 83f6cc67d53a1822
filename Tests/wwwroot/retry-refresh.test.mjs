import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { page, pauses, timers } from "./browser.mjs";

const document = page({ person: "bea" });
const asked = [];
document.querySelectorAll = () => [];
document.documentElement = { dataset: {} };
Object.assign(globalThis, {
  BroadcastChannel: undefined,
  localStorage: { setItem() {}, removeItem() {} },
  sessionStorage: { getItem: () => "tab", setItem() {} },
});
window.htmx = { trigger: (element, name, detail) => asked.push([element, name, detail]) };
await import("../../wwwroot/js/retry-refresh.js");
const { connection } = await import("../../wwwroot/js/connection.js");

let section;
beforeEach(() => {
  section = { isConnected: true };
  connection.state = "live";
  for (const list of [asked, pauses, timers]) list.length = 0;
});

function say(event, ctx) {
  const all = { sourceElement: section, sourceEvent: { type: "live", detail: { by: "Bea" } }, ...ctx };
  document.dispatchEvent(new CustomEvent(event, { detail: { ctx: all } }));
}

const answer = (status, headers = {}) => ({ response: { status, headers: new Headers(headers) } });

test("What a busy office refused is asked for again, with the same words, not before it wants to be", () => {
  say("htmx:response:error", answer(503, { "Retry-After": "5" }));

  assert.ok(pauses[0] >= 5000 && pauses[0] <= 6250, `${pauses[0]}`);
  timers[0]();
  assert.deepEqual(asked, [[section, "live", { by: "Bea" }]]);
});

test("It is asked for as long as the office says when to come again", () => {
  for (let time = 0; time < 20; time++) say("htmx:response:error", answer(429, { "Retry-After": "2" }));

  assert.equal(timers.length, 20);
});

test("What is broken is not asked for without end", () => {
  for (let time = 0; time < 20; time++) say("htmx:response:error", answer(500));

  assert.equal(timers.length, 6);
});

test("An answer in between is a new beginning", () => {
  for (let time = 0; time < 6; time++) say("htmx:response:error", answer(500));
  say("htmx:after:request", answer(200));
  say("htmx:response:error", answer(500));

  assert.equal(timers.length, 7);
});

test("So is a fragment that got no answer at all", () => {
  say("htmx:error", {});

  timers[0]();
  assert.equal(asked.length, 1);
});

test("What is gone, forbidden, drawn wrongly or nobody's notice is left alone", () => {
  for (const status of [401, 403, 404]) say("htmx:response:error", answer(status));
  say("htmx:error", { text: "<p>" });
  say("htmx:response:error", { ...answer(503), sourceEvent: { type: "submit" } });

  assert.deepEqual(timers, []);
});

test("Without a line nothing is asked for, nor what has left the page", () => {
  say("htmx:response:error", answer(503));
  connection.state = "offline";
  timers[0]();
  connection.state = "live";
  say("htmx:response:error", answer(503));
  section.isConnected = false;
  timers[1]();

  assert.deepEqual(asked, []);
});
