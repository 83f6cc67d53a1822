import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { page, timers, until } from "./browser.mjs";

const document = page({ person: "bea", antiforgery: "token" });
const said = [];
Object.assign(document, {
  querySelectorAll: () => [],
  getElementById: () => null,
  body: { append() {}, querySelectorAll: () => [] },
  createElement: () => ({
    append: (part) => part?.textContent?.length > 1 && said.push(part.textContent),
    addEventListener() {},
    matches: () => false,
    contains: () => false,
    remove() {},
    querySelectorAll: () => [],
  }),
});
Object.assign(globalThis, {
  location: new URL("http://office.test/team/amira"),
  FormData: class {
    constructor(form) {
      // biome-ignore lint/correctness/noConstructorReturn: what a form holds is all that is asked of it
      return Object.entries(form.holds);
    }
  },
});
let answers = [];
let asked = [];
globalThis.fetch = async (address, options) => {
  asked.push({ address, ...options });
  const answer = answers.shift();
  if (!answer) throw new TypeError("Failed to fetch");
  const response = new Response(null, answer);
  return Object.defineProperties(response, { redirected: { value: false }, url: { value: "" } });
};
await import("../../wwwroot/js/trouble.js");
const queue = await import("../../wwwroot/js/queue.js");
await import("../../wwwroot/js/wait.js");

const path = "/team/01900000-0000-7000-8000-000000000001/contact";
const fire = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail, cancelable: true }));
const put = IDBObjectStore.prototype.put;
const holds = { "Was[Name]": "Amira", Name: "Bea" };
const form = {
  holds,
  dataset: { action: "Edit the contact of a person" },
  matches: (selector) => selector === "form" || selector === "[data-guard]",
  checkValidity: () => true,
  closest: () => ({ dataset: { subject: "Amira" } }),
  elements: { namedItem: (name) => (name ? { labels: [{ textContent: "Name" }] } : null) },
  isConnected: true,
};

function press() {
  const request = { method: "POST", action: path, body: new URLSearchParams(holds), headers: {}, form };
  const ctx = { sourceElement: form, request };
  fire("htmx:config:request", { ctx });
  fire("htmx:before:request", { ctx });
  return ctx;
}

function lose(ctx) {
  ctx.response = { status: 503, headers: new Headers({ "X-Trouble": "unknown-outcome" }), raw: { status: 503 } };
  fire("htmx:after:request", { ctx });
  fire("htmx:response:error", { ctx });
}

beforeEach(async () => {
  IDBObjectStore.prototype.put = put;
  await queue.wipe();
  [asked, answers] = [[], []];
  form.requestSubmit = () => {};
  said.length = 0;
});

test("Where the disk refuses what may have been saved it is sent again from the page, under the same key", async () => {
  IDBObjectStore.prototype.put = () => {
    throw new DOMException("The disk is full", "QuotaExceededError");
  };
  const full = new Promise((known) => document.addEventListener("queue:full", known, { once: true }));
  const lost = press();
  const set = timers.length;
  lose(lost);
  await full;

  assert.equal(press().key, lost.key, "pressed again it is the same submission");
  assert.match(said.at(-1), /may have been saved/);
  answers = [{ status: 200 }];
  let again;
  form.requestSubmit = () => {
    again = press();
  };
  for (const ring of timers.slice(set)) ring();
  await until(() => again);
  assert.equal(asked[0].headers["Idempotency-Key"], lost.key);
  assert.equal(again.key, lost.key, "its answer is drawn under the same key");
});

test("What is kept on the disk has its key there: the same once more is another submission", async () => {
  const waits = new Promise((known) => document.addEventListener("queue:waits", known, { once: true }));
  const lost = press();
  lose(lost);
  assert.equal((await waits).detail.change.key, lost.key);
  assert.notEqual(press().key, lost.key);
});
