import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { page, pauses, timers, until } from "./browser.mjs";

const document = page({ person: "bea", antiforgery: "of the page" });
const queue = await import("../../wwwroot/js/queue.js");
const store = await import("../../wwwroot/js/store.js");
const { isOwn } = await import("../../wwwroot/js/request.js");

let office;
let asked;
const told = [];
document.addEventListener("sync:event", ({ detail }) => told.push(detail));
globalThis.fetch = async (address, options) => {
  asked.push({ address, ...options });
  const answer = office(address, options);
  if (!answer) throw new TypeError("Failed to fetch");
  const response = new Response(answer.body ?? null, { status: answer.status, headers: answer.headers });
  return Object.defineProperties(response, {
    redirected: { value: Boolean(answer.redirected) },
    url: { value: `http://office.test${answer.redirected ?? address}` },
  });
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
  await queue.flush();
  const [item] = await queue.items();
  assert.deepEqual([item.state, item.tries], ["waiting", 0]);
  // After three misses in a row nobody knocks every second any more.
  assert.ok(pauses.at(-1) >= 2000);
});

test("With the line back all are sent in their order, each under its own key", async () => {
  for (const path of ["/a", "/b", "/c"])
    await queue.add({ ...change(path), queuedAt: Date.now() + path.charCodeAt(1) });
  const count = () => told.findLast(({ kind }) => kind === "queue");
  assert.deepEqual([count().length, count().oldest], [3, (await queue.items())[0].queuedAt]);
  office = () => ({ status: 200 });
  await Promise.all([queue.flush(), queue.flush()]);
  assert.deepEqual(paths(), ["/a", "/b", "/c"]);
  assert.equal(asked[1].headers["Idempotency-Key"], "key of /b");
  assert.ok(isOwn(asked[1].headers["X-Request-Id"]), "what it told of is known as our own");
  assert.deepEqual(await queue.items(), []);
  assert.equal(told.filter(({ kind }) => kind === "confirmed").length, 3);
  assert.deepEqual([count().length, count().oldest], [0, null]);
});

test("It is told when sending begins and ends, also where the line breaks over it", async () => {
  const states = () => told.filter(({ kind }) => kind === "syncing").map(({ on }) => on);
  await queue.add(change("/a"));
  await queue.flush();
  assert.deepEqual(states(), [true, false]);
  office = () => ({ status: 200 });
  await queue.flush();
  assert.deepEqual(states(), [true, false, true, false]);
});

test("Where the line breaks or the session ends the later ones are not tried", { timeout: 10_000 }, async () => {
  for (const path of ["/a", "/b"]) await queue.add(change(path));
  await queue.flush();
  assert.deepEqual(paths(), ["/a"], "no line");
  office = () => ({ status: 401 });
  await queue.flush();
  assert.deepEqual(paths(), ["/a", "/a"], "no session");
  assert.deepEqual(
    (await queue.items()).map(({ state, tries }) => [state, tries]),
    [
      ["waiting", 0],
      ["waiting", 0],
    ],
  );
});

test("A refused change is parked and holds up only its own", async () => {
  for (const [path, about] of [
    ["/a", "amira"],
    ["/b", "ben"],
    ["/a2", "amira"],
  ])
    await queue.add(change(path, about));
  office = (address) => ({ status: address === "/a" ? 409 : 200 });
  const became = [];
  document.addEventListener("queue:became", ({ detail }) => became.push(detail), { once: true });
  await queue.flush();
  assert.deepEqual(paths(), ["/a", "/b"]);
  assert.deepEqual([became[0].became, became[0].cause], ["dropped", "conflict"]);
  assert.ok(told.some(({ kind }) => kind === "conflict") && !told.some(({ kind }) => kind === "failed"));
  assert.ok(queue.waitsFor(["amira"]) && !queue.waitsFor(["ben"]), "a later change of Amira must not overtake");
  const [parked, behind] = await queue.items();
  assert.deepEqual([parked.state, parked.cause, behind.state], ["parked", "conflict", "waiting"]);
  await queue.discard(parked.id);
  await queue.flush();
  assert.deepEqual(paths(), ["/a", "/b", "/a2"]);
});

test("What is parked is counted apart, and is no reason to hold back what decides about it", async () => {
  const first = await queue.add(change("/a", "amira"));
  await queue.add(change("/a2", "amira"));
  office = () => ({ status: 409 });
  await queue.flush();
  const { length, parked } = told.findLast(({ kind }) => kind === "queue");
  assert.deepEqual([length, parked], [2, 1]);
  assert.ok(queue.waitsFor(["amira"]) && queue.isHeldUp(["amira"]), "a third change waits behind both");
  assert.ok(!queue.waitsFor(["amira"], first), "the decision has the turn of what it is about");
});

test("After the decision what waited behind it is sent by itself, and every tab hears of it", async () => {
  const first = await queue.add(change("/a", "amira"));
  await queue.add(change("/a2", "amira"));
  office = (address) => ({ status: address === "/a" ? 409 : 200 });
  await queue.flush();
  const became = [];
  const note = ({ detail }) => became.push(`${detail.became} ${detail.id - first}`);
  document.addEventListener("queue:became", note);
  await queue.settle(first);
  document.removeEventListener("queue:became", note);
  assert.deepEqual(became, ["decided 0", "sent 1"]);
  assert.deepEqual(paths(), ["/a", "/a2"]);
  assert.deepEqual(await queue.items(), []);
});

test("A decision that finds no line takes the place and the turn of what it is about", async () => {
  const first = await queue.add(change("/a", "amira"));
  await queue.add(change("/a2", "amira"));
  office = (address) => ({ status: address === "/a" ? 409 : 200 });
  await queue.flush();
  await queue.add({ ...change("/a", "amira"), id: first, key: "of the decision" });
  assert.deepEqual(
    (await queue.items()).map(({ path, state }) => [path, state]),
    [
      ["/a", "waiting"],
      ["/a2", "waiting"],
    ],
  );
  office = () => ({ status: 200 });
  await queue.flush();
  assert.deepEqual(paths(), ["/a", "/a", "/a2"]);
  assert.equal(asked[1].headers["Idempotency-Key"], "of the decision");
});

test("What is not known to have been done is sent again under its key for as long as it takes", async () => {
  const id = await queue.add(change("/a"));
  office = () => ({ status: 503, headers: { "X-Trouble": "unknown-outcome" } });
  for (let tries = 0; tries < 5; tries++) {
    await queue.flush();
    assert.equal((await queue.items())[0].state, "waiting");
    await store.alter(id, { due: 0 });
  }
  office = () => ({ status: 200 });
  await queue.flush();
  assert.deepEqual(await queue.items(), []);
  assert.equal(paths().length, 6);
  assert.equal(new Set(asked.map(({ headers }) => headers["Idempotency-Key"])).size, 1);
});

test("A server that is too busy is left alone until it wants to be asked, unless somebody presses", async () => {
  const first = await queue.add(change("/a"));
  await queue.add(change("/b"));
  office = () => ({ status: 429, headers: { "Retry-After": "30" } });
  await queue.flush();
  await queue.flush();
  assert.deepEqual(paths(), ["/a"]);
  await until(() => pauses.at(-1) >= 29_000);
  assert.ok(pauses.at(-1) >= 29_000, "the next look");
  office = () => ({ status: 200 });
  await queue.retry(first);
  assert.deepEqual(paths(), ["/a", "/a", "/b"]);
  assert.deepEqual(await queue.items(), []);
});

test("A gateway or a database that is away never has a change set aside", async () => {
  const id = await queue.add(change("/a"));
  for (const status of [502, 503, 504, 502, 503, 504]) {
    office = () => ({ status });
    await queue.flush();
    assert.equal((await queue.items())[0].state, "waiting", status);
    await store.alter(id, { due: 0 });
  }
  assert.equal(new Set(asked.map(({ headers }) => headers["Idempotency-Key"])).size, 1);
});

test("A parked change is tried again by hand, under the same key", async () => {
  await queue.add(change("/a"));
  office = () => ({ status: 422 });
  await queue.flush();
  assert.ok(!queue.waitsFor(["/a"]), "what is parked is gone around");
  office = () => ({ status: 200 });
  await queue.retry((await queue.items())[0].id);
  assert.deepEqual(await queue.items(), []);
  assert.equal(new Set(asked.map(({ headers }) => headers["Idempotency-Key"])).size, 1);
});

test("What met another truth is tried again under a key of its own: its first one does nothing any more", async () => {
  await queue.add(change("/a"));
  office = () => ({ status: 503, headers: { "X-Trouble": "unknown-outcome" } });
  await queue.flush();
  const [{ id }] = await queue.items();
  await store.alter(id, { due: 0 });
  office = () => ({ status: 409 });
  await queue.flush();
  assert.equal((await queue.items())[0].state, "parked");
  office = () => ({ status: 422 });
  await queue.retry(id);
  await queue.retry(id);
  const keys = asked.map(({ headers }) => headers["Idempotency-Key"]);
  assert.deepEqual(keys.slice(0, 2), ["key of /a", "key of /a"]);
  assert.notEqual(keys[2], "key of /a");
  assert.equal(keys[3], keys[2]);
});

test("A server that stumbles is asked again later", async () => {
  await queue.add(change("/a"));
  office = () => ({ status: 503 });
  await queue.flush();
  const [item] = await queue.items();
  assert.deepEqual([item.state, item.tries], ["waiting", 1]);
  assert.ok(item.due > Date.now());
  assert.ok(!told.some(({ kind }) => kind === "retry"));
  await store.alter(item.id, { due: 0 });
  office = () => ({ status: 200 });
  await queue.flush();
  assert.equal(told.filter(({ kind }) => kind === "retry").length, 1);
});

test("By hand a change has all its tries again", async () => {
  const id = await queue.add(change("/a"));
  await store.alter(id, { state: "parked", tries: 3, cause: "fault" });
  office = () => ({ status: 503 });
  await queue.retry(id);
  const [item] = await queue.items();
  assert.deepEqual([item.state, item.tries], ["waiting", 1]);
});

test("What waited for longer than the office remembers is never sent by itself", async () => {
  await queue.add({ ...change("/a"), queuedAt: Date.now() - 7 * 24 * 3600 * 1000 - 1000 });
  office = () => ({ status: 200 });
  await queue.flush();
  assert.deepEqual(paths(), []);
  assert.deepEqual([(await queue.items())[0].state, (await queue.items())[0].cause], ["parked", "line-poisoned"]);
});

test("While another tab sends, this one does not", async () => {
  await queue.add(change("/a"));
  office = () => ({ status: 200 });
  let done;
  navigator.locks.request("waiting", () => new Promise((free) => (done = free)));
  const flushed = queue.flush();
  await new Promise((soon) => setImmediate(soon));
  assert.deepEqual(await queue.items().then(paths), []);
  done();
  await flushed;
  assert.deepEqual(paths(), ["/a"]);
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

test("Whoever is asked to sign in for a token loses nothing", async () => {
  await queue.add(change("/a"));
  const page = { status: 200, body: "<html></html>", redirected: "/account/sign-in" };
  office = (address) => (address === "/account/token" ? page : { status: 400 });
  await queue.flush();
  assert.equal((await queue.items())[0].state, "waiting");
});

test("An answer about the token that breaks off is a line that broke", async () => {
  await queue.add(change("/a"));
  office = (address) => (address === "/account/token" ? { status: 200, body: '{"person":"be' } : { status: 400 });
  await queue.flush();
  const [{ state, tries }] = await queue.items();
  assert.deepEqual([state, tries], ["waiting", 0]);
});

test("A server too busy to say who is there is left alone, too, and nothing is set aside", async () => {
  const id = await queue.add(change("/a"));
  for (const status of [429, 500, 503]) {
    office = (address) =>
      address === "/account/token" ? { status, headers: { "Retry-After": "30" } } : { status: 400 };
    await queue.retry(id);
    const [{ state, due }] = await queue.items();
    assert.deepEqual([state, due > Date.now() + 29_000], ["waiting", true], status);
  }
  office = () => ({ status: 200 });
  await queue.retry(id);
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

// The clock that was set by it, come to its end.
async function ring(set) {
  const before = timers.length;
  await set();
  await until(() => timers.length > before);
  assert.ok(timers.length > before, "nobody looks again");
  await timers.at(-1)();
}

test("What was discarded and had back, and what it had held up, are sent by themselves", async () => {
  const first = await queue.add(change("/a", "amira"));
  await queue.add(change("/a2", "amira"));
  office = (address) => ({ status: address === "/a" ? 409 : 200 });
  await queue.flush();
  await ring(() => queue.discard(first));
  assert.deepEqual(paths(), ["/a", "/a2"]);
  const id = await queue.add(change("/b", "ben"));
  const back = await queue.discard(id);
  await queue.flush();
  await ring(back);
  assert.deepEqual(paths(), ["/a", "/a2", "/b"]);
  assert.deepEqual(await queue.items(), []);
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
  assert.deepEqual(became[0].said, { where: "/team/lena", text: "Added Lena.", kind: undefined, undo: undefined });
  assert.equal(asked[0].headers["X-Waited"], "true");
});

test("What was so already when it was sent is told as that", async () => {
  await queue.add(change("/a"));
  const became = [];
  document.addEventListener("queue:became", ({ detail }) => became.push(detail), { once: true });
  const toast = { text: "Nothing to save: phone is already 1.", kind: "attention" };
  office = () => ({ status: 200, headers: { "HX-Trigger": JSON.stringify({ toast }) } });
  await queue.flush();
  assert.deepEqual(became[0].said, { ...toast, where: undefined, undo: undefined });
});

test("What changed nobody is told as that, with the reason", async () => {
  await queue.add(change("/team/bulk"));
  const became = [];
  document.addEventListener("queue:became", ({ detail }) => became.push(detail), { once: true });
  const toast = { text: "Nothing changed: archived already.", kind: "bad" };
  office = () => ({ status: 200, headers: { "HX-Trigger": JSON.stringify({ toast }) } });
  await queue.flush();
  assert.deepEqual(became[0].said, { ...toast, where: undefined, undo: undefined });
});

// Last, for it listens from here on.
test("A line that is back is noticed by the browser, by whoever looks, and by every way of being told", async () => {
  queue.begin();
  const line = (state) => document.dispatchEvent(new CustomEvent("live:state", { detail: state }));
  const signs = [() => window.dispatchEvent(new Event("online")), () => window.dispatchEvent(new Event("focus"))];
  for (const sign of [...signs, ...["live", "poor", "polling"].map((state) => () => line(state))]) {
    office = () => null;
    await queue.add(change("/a"));
    office = () => ({ status: 200 });
    const sent = new Promise((known) => document.addEventListener("queue:became", known, { once: true }));
    sign();
    assert.equal((await sent).detail.became, "sent");
  }
});

test("It is told to wait before it is told as sent, also when the line comes back that very moment", async () => {
  const order = [];
  const heard = ({ detail }) => order.push(detail.became);
  document.addEventListener("queue:became", heard);
  office = () => ({ status: 200 });
  // Counting what waits takes its time.
  const decrypt = crypto.subtle.decrypt;
  let [calls, goOn] = [0];
  const counted = new Promise((resolve) => {
    goOn = resolve;
  });
  crypto.subtle.decrypt = async (...sealed) => {
    if (calls++ === 0) await counted;
    return decrypt.apply(crypto.subtle, sealed);
  };
  const adding = queue.add(change("/a"), () => order.push("waits"));
  await until(() => calls === 1);
  await queue.flush();
  goOn();
  await adding;
  delete crypto.subtle.decrypt;
  document.removeEventListener("queue:became", heard);
  assert.deepEqual(order, ["waits", "sent"]);
});
