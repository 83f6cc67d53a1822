import assert from "node:assert/strict";
import { test } from "node:test";
import { openDB } from "idb";
import { page } from "./browser.mjs";

const document = page({ person: "bea", antiforgery: "of the page" });
const queue = await import("../../wwwroot/js/queue.js");
const store = await import("../../wwwroot/js/store.js");
await import("../../wwwroot/js/sign-out.js");

// The form itself stands in for where its submit arrives.
function submit(marks) {
  const sent = new Promise((done) =>
    Object.assign(document, { matches: (mark) => marks.includes(mark), dataset: {}, requestSubmit: () => done() }),
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
  await sent;
  assert.deepEqual(await queue.items(), []);
  assert.deepEqual(await (await openDB("waiting")).getAllKeys("keys"), []);
});

test("Any other form is none of its business", () => {
  assert.ok(!submit([]).isHeld);
});
