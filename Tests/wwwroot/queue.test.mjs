import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { page } from "./browser.mjs";

const document = page({ person: "bea", antiforgery: "of the page" });
const queue = await import("../../wwwroot/js/queue.js");

let office;
let asked;
const told = [];
document.addEventListener("sync:event", ({ detail }) => told.push(detail));
globalThis.fetch = async (address, options) => {
  asked.push({ address, ...options });
  const answer = office(address, options);
  if (!answer) throw new TypeError("Failed to fetch");
  return new Response(answer.body ?? null, { status: answer.status, headers: answer.headers });
};

const change = (path, about = path) => ({
  method: "POST",
  path,
  fields: [["Phone", "1"]],
  key: `key of ${path}`,
  about: [about],
  action: `Change ${path}`,
  queuedAt: Date.now(),
});

// What waits would be tried for ever.
after(() => queue.wipe());
beforeEach(async () => {
  await queue.wipe();
  told.length = 0;
  asked = [];
  office = () => null;
});

const paths = () => asked.map(({ address }) => address);

test("Without a line everything waits, and no try is counted", async () => {
  await queue.add(change("/a"));
  await queue.flush();
  await queue.flush();
  const [item] = await queue.items();
  assert.deepEqual([item.state, item.tries], ["waiting", 0]);
});

test("With the line back all are sent in their order, each under its own key", async () => {
  for (const path of ["/a", "/b", "/c"]) await queue.add(change(path));
  office = () => ({ status: 200 });
  await Promise.all([queue.flush(), queue.flush()]);
  assert.deepEqual(paths(), ["/a", "/b", "/c"]);
  assert.equal(asked[1].headers["Idempotency-Key"], "key of /b");
  assert.deepEqual(await queue.items(), []);
  assert.equal(told.filter(({ kind }) => kind === "confirmed").length, 3);
  assert.deepEqual([told.at(-1).length, told.at(-1).oldest], [0, null]);
});

test("A refused change is parked and holds up only its own", async () => {
  for (const [path, about] of [
    ["/a", "amira"],
    ["/b", "ben"],
    ["/a2", "amira"],
  ])
    await queue.add(change(path, about));
  office = (address) => ({ status: address === "/a" ? 409 : 200 });
  await queue.flush();
  assert.deepEqual(paths(), ["/a", "/b"]);
  const [parked, behind] = await queue.items();
  assert.deepEqual([parked.state, parked.cause, behind.state], ["parked", "conflict", "waiting"]);
  await queue.discard(parked.id);
  await queue.flush();
  assert.deepEqual(paths(), ["/a", "/b", "/a2"]);
});

test("A parked change is tried again by hand, under the same key", async () => {
  await queue.add(change("/a"));
  office = () => ({ status: 422 });
  await queue.flush();
  office = () => ({ status: 200 });
  await queue.retry((await queue.items())[0].id);
  assert.deepEqual(await queue.items(), []);
  assert.equal(new Set(asked.map(({ headers }) => headers["Idempotency-Key"])).size, 1);
});

test("A server that stumbles is asked again later", async () => {
  await queue.add(change("/a"));
  office = () => ({ status: 503 });
  await queue.flush();
  const [item] = await queue.items();
  assert.deepEqual([item.state, item.tries], ["waiting", 1]);
  assert.ok(item.due > Date.now());
});

test("An old token is exchanged for a new one of the same person", async () => {
  await queue.add(change("/a"));
  const token = JSON.stringify({ person: "bea", token: "a new one" });
  office = (address, { headers }) => {
    if (address === "/account/token") return { status: 200, body: token };
    return { status: headers.RequestVerificationToken === "a new one" ? 200 : 400 };
  };
  await queue.flush();
  assert.deepEqual(await queue.items(), []);
});

test("What one person left waiting is never sent by the next", async () => {
  await queue.add(change("/a"));
  const token = JSON.stringify({ person: "tom", token: "of Tom" });
  office = (address) => (address === "/account/token" ? { status: 200, body: token } : { status: 400 });
  await queue.flush();
  assert.equal((await queue.items())[0].state, "waiting");
  assert.ok(asked.every(({ headers }) => headers?.RequestVerificationToken !== "of Tom"));
});

test("A discarded change can be had back", async () => {
  await queue.add(change("/a"));
  const back = await queue.discard((await queue.items())[0].id);
  assert.equal((await queue.items()).length, 0);
  await back();
  assert.equal((await queue.items())[0].path, "/a");
});

test("What was made without a line is told with where it is", async () => {
  await queue.add({ ...change("/team/new"), about: [] });
  const became = [];
  document.addEventListener("queue:became", ({ detail }) => became.push(detail), { once: true });
  office = () => ({
    status: 200,
    headers: { "HX-Redirect": "/team/lena", "HX-Trigger": '{"toast":{"text":"Added Lena."}}' },
  });
  await queue.flush();
  assert.deepEqual(became[0].said, { where: "/team/lena", text: "Added Lena." });
  assert.equal(asked[0].headers["X-Waited"], "true");
});
