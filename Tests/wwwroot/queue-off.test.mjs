import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./browser.mjs";

page({ person: "bea", antiforgery: "of the page", switches: "optimistic" });
const queue = await import("../../wwwroot/js/queue.js");
const store = await import("../../wwwroot/js/store.js");
const change = { method: "POST", path: "/a", fields: [], key: "k", about: ["/a"], action: "A", queuedAt: Date.now() };

test("Switched off, what waits already is seen, sent and wiped; nothing new waits", async () => {
  const sent = [];
  globalThis.fetch = async (path) => {
    sent.push(path);
    return new Response(null, { status: 200 });
  };
  await store.add("bea", change);
  assert.equal(queue.canWait, false);
  assert.equal((await queue.items()).length, 1);
  await queue.flush();
  assert.deepEqual(sent, ["/a"]);

  await store.add("bea", change);
  await queue.wipe();
  assert.deepEqual(await store.all("bea"), []);
});
