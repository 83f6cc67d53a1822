import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { page } from "./browser.mjs";

const document = page({ person: "bea", antiforgery: "token" });
const region = { append() {}, querySelectorAll: () => [] };
const said = [];
Object.assign(document, {
  querySelectorAll: () => [],
  getElementById: () => null,
  body: region,
  createElement: () => ({
    // The text of a toast, but not its button.
    append: (part) => part?.textContent?.length > 1 && said.push(part.textContent),
    addEventListener() {},
    matches: () => false,
    querySelectorAll: () => [],
  }),
});
globalThis.location = new URL("http://office.test/team/amira");
globalThis.fetch = async () => {
  throw new TypeError("Failed to fetch");
};
const queue = await import("../../wwwroot/js/queue.js");
const store = await import("../../wwwroot/js/store.js");
await import("../../wwwroot/js/wait.js");

const amira = "01900000-0000-7000-8000-000000000001";
const path = `/team/${amira}/contact`;
const fire = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail, cancelable: true }));
const state = (detail) => fire("live:state", detail);

function ctxOf(name, decides) {
  const form = {
    dataset: { action: "Edit the contact of a person", ...(decides && { decides }) },
    matches: () => true,
    checkValidity: () => true,
    closest: () => ({ dataset: { subject: "Amira" } }),
    elements: { namedItem: (name) => (name ? { labels: [{ textContent: "Name" }] } : null) },
  };
  const body = new URLSearchParams({ "Was[Name]": "Amira", Name: name });
  const request = { method: "POST", action: path, body, headers: {}, form };
  return { key: `key of ${name}`, sourceElement: form, request };
}

/** What was taken over waits; null when it may be sent. */
async function press(ctx, cause) {
  const kept = new Promise((known) => document.addEventListener("queue:waits", known, { once: true }));
  const free = fire("htmx:before:request", { ctx }) && (!cause || fire("save:failed", { ctx, cause }));
  return free ? null : (await kept).detail.change;
}

const items = async () => (await queue.items()).map(({ id, key, state }) => [id, key, state]);

after(() => queue.wipe());
beforeEach(async () => {
  await queue.wipe();
  said.length = 0;
  state("live");
});

test("Without a line it is kept on this device, and said by what was entered", async () => {
  state("offline");
  await press(ctxOf("Bea's"), "line");
  assert.deepEqual(said, [
    "No connection. Amira's new name is kept on this device and will be sent when you are back online.",
  ]);
});

test("Where the answer was lost it is said that it may have been saved, and it waits under the same key", async () => {
  const lost = { ...ctxOf("Bea's"), response: { status: 503 } };
  assert.equal((await press(lost, "unknown-outcome")).key, "key of Bea's");
  assert.match(said[0], /^Amira's new name may have been saved already\./);
  await queue.wipe();
  assert.equal((await press(ctxOf("over a broken line"), "line")).key, "key of over a broken line");
  assert.match(said[1], /may have been saved already/);
  await queue.wipe();
  assert.equal(
    await press({ ...ctxOf("Bea's"), response: { status: 503 } }, "database"),
    null,
    "an answer is an answer",
  );
});

test("It is the same where a gateway got no answer", async () => {
  const { causeOf } = await import("../../wwwroot/js/causes.js");
  for (const status of [502, 504]) {
    const response = { status, headers: new Headers() };
    const change = await press({ ...ctxOf(`by ${status}`), response }, causeOf(response));
    assert.equal(change?.key, `key of by ${status}`);
    await queue.wipe();
  }
});

test("A further change of the same person is sent after the earlier one, under a key of its own", async () => {
  const { id } = await press(ctxOf("first"), "line");
  const second = await press(ctxOf("second"));
  assert.ok(second.id > id);
  assert.notEqual(second.key, "key of second");
  assert.equal(said.at(-1), "Will be sent after your earlier change to Amira.");
});

test("What decides about the first is sent although a second waits behind it, and leaves no copy", async () => {
  const { id } = await press(ctxOf("first"), "line");
  const second = await press(ctxOf("second"));
  await store.alter(id, { state: "parked", cause: "conflict" });
  await queue.retry(second.id);
  assert.equal(await press(ctxOf("decided", id)), null);
  assert.deepEqual(
    (await items()).map(([, , state]) => state),
    ["parked", "waiting"],
  );
  const decision = ctxOf("decided", id);
  await press(decision, "line");
  assert.deepEqual(await items(), [
    [id, "key of decided", "waiting"],
    [second.id, second.key, "waiting"],
  ]);
  assert.equal(decision.sourceElement.dataset.decides, undefined);
});
