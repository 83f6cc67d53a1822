import assert from "node:assert/strict";
import { test } from "node:test";
import { openDB } from "idb";
import { page } from "./browser.mjs";

const document = page({ person: "bea", antiforgery: "of the page" });
const queue = await import("../../wwwroot/js/queue.js");
const store = await import("../../wwwroot/js/store.js");
await import("../../wwwroot/js/sign-out.js");

const shelves = new Set(["kept bea Staff", "frame 1"]);
globalThis.caches = {
  keys: async () => [...shelves],
  delete: (name) => new Promise((done) => setImmediate(() => done(shelves.delete(name)))),
};

// The form itself stands in for where its submit arrives. Answers which pages are kept by the time it is sent.
function submit(marks) {
  const sent = new Promise((done) =>
    Object.assign(document, {
      matches: (mark) => marks.includes(mark),
      dataset: {},
      requestSubmit: () => done([...shelves]),
    }),
  );
  const event = new Event("submit", { cancelable: true });
  document.dispatchEvent(event);
  return { isHeld: event.defaultPrevented, sent };
}

test("A form by which somebody leaves is sent when nothing of them is left, the key included", async () => {
  await store.add("bea", { method: "POST", path: "/a", fields: [], key: "k", about: [], action: "A", queuedAt: 1 });
  await store.remove((await store.all("bea"))[0].id);
  const { isHeld, sent } = submit(["[data-leaves]"]);
  assert.ok(isHeld);
  assert.deepEqual(await sent, ["frame 1"]);
  assert.deepEqual(await queue.items(), []);
  assert.deepEqual(await (await openDB("waiting")).getAllKeys("keys"), []);
});

test("Any other form is none of its business", () => {
  assert.ok(!submit([]).isHeld);
});
