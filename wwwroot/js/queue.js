// Changes that wait for a line: written down first, sent in order, each once, by one tab at a time.
import { alone, hear, share } from "./alone.js";
import { pause } from "./backoff.js";
import { tell } from "./events.js";
import { newId } from "./ids.js";
import { next, nextDue } from "./order.js";
import { person } from "./person.js";
import { send } from "./send.js";
import * as store from "./store.js";
import { isOn } from "./switches.js";
import { verdict } from "./verdict.js";

// Seven days the server knows what it has already done: sent later, a change might be done twice.
const longest = 7 * 24 * 3600 * 1000;
// What is there, known at once: a later change must not overtake an earlier one of the same person.
let known = [];
let misses = 0;
// The server is busy, and said until when: that holds for all that waits.
let busyUntil = 0;
let timer;
let flushing;

// Without a secure address there is neither a key nor a lock: then nothing waits, and the page says so at once.
const hasMeans = Boolean(person && globalThis.crypto?.subtle && navigator.locks && indexedDB);

/** Where it is switched off nothing new waits; what waits already is still sent, and wiped with the rest. */
export const canWait = hasMeans && isOn("queue");

export async function items() {
  return hasMeans ? store.all(person) : [];
}

/** Whether a change has to wait its turn: all that is about the same and came before it. */
export function waitsFor(about, id) {
  return earlier(about, id).some(({ state }) => state === "waiting");
}

/** Whether one of them waits for its person, not for the line. */
export function isHeldUp(about, id) {
  return earlier(about, id).some(({ state }) => state === "parked");
}

function earlier(about, id = Number.POSITIVE_INFINITY) {
  return known.filter((one) => one.id < id && one.about.some((whom) => about.includes(whom)));
}

/** Tells `kept` as soon as it is on the disk: a line that comes back this moment may have it sent before all is counted. */
export async function add(change, kept = () => {}) {
  const id = await store.add(person, change);
  known = [...known.filter((one) => one.id !== id), { ...change, id, state: "waiting" }];
  kept(id);
  await changed();
  plan();
  return id;
}

export async function retry(id) {
  setBusy(0);
  await store.alter(id, again);
  await changed();
  await flush();
}

// Decided by what is on the disk: who presses twice means the same.
function again({ cause, mayBeSaved, since }) {
  // Under the key that met another truth nothing is done any more: who tries again has decided again.
  const isMet = cause === "conflict";
  const isUnsure = cause === "unknown-outcome" || (mayBeSaved && !isMet);
  return {
    state: "waiting",
    tries: 0,
    faults: 0,
    due: 0,
    ...(isMet && { key: newId(), mayBeSaved: false }),
    cause: isUnsure ? "unknown-outcome" : "",
    // Its person has looked: it may wait once more as long.
    since: cause === "line-poisoned" ? Date.now() : since,
  };
}

/** Answers a way back. */
export async function discard(id) {
  const record = await store.remove(id);
  say("dropped", id, "discarded");
  await changed();
  plan();
  return async () => {
    await store.put(record);
    await changed();
    say("restored", id);
    plan();
  };
}

/** Its person has decided: what waited behind it may go. */
export async function settle(id) {
  await store.remove(id);
  say("decided", id);
  await changed();
  await flush();
}

export async function wipe() {
  if (!hasMeans) return;
  await store.wipe(person);
  await changed();
}

export async function flush() {
  if (!hasMeans) return;
  flushing ??= alone(sendAll).finally(() => {
    flushing = undefined;
    syncing(false);
    return plan();
  });
  await flushing;
}

async function sendAll() {
  while (Date.now() >= busyUntil) {
    const change = next(await items(), Date.now());
    if (!change) return;
    if (Date.now() - (change.since ?? change.queuedAt) > longest) await park(change, poisoned(change));
    else if (!(await deliver(change))) return;
  }
}

function poisoned({ cause }) {
  return { state: "parked", cause: "line-poisoned", mayBeSaved: cause === "unknown-outcome" };
}

// Told in every tab, like all of it: each has a pill.
function syncing(on) {
  share("syncing", on);
  tell("syncing", { on });
}

// True when the next one may follow.
async function deliver(change) {
  const { id, action, tries } = change;
  syncing(true);
  if (tries) tell("retry", { action });
  const began = performance.now();
  const answer = await send(change);
  const { outcome, standing } = verdict(answer, change, Date.now());
  misses = ["away", "later"].includes(outcome) ? misses + 1 : 0;
  if (outcome === "away" || outcome === "signed-out") return false;
  if (outcome === "parked") return park(change, standing, answer.asked);
  if (outcome === "later" && answer.wait) setBusy(standing.due);
  if (standing) await store.alter(id, standing);
  else {
    await store.remove(id);
    tell("confirmed", { action, ms: performance.now() - began });
    say("sent", id, undefined, answer.said);
  }
  await changed();
  // A busy server is not given the next one at once.
  return outcome !== "later";
}

function setBusy(until) {
  busyUntil = until;
  share("busy", until);
}

async function park({ id, action }, standing, asked) {
  await store.alter(id, standing);
  tell(standing.cause === "conflict" ? "conflict" : "failed", { action, cause: standing.cause });
  say("dropped", id, standing.cause, asked);
  await changed();
  return true;
}

async function plan() {
  clearTimeout(timer);
  const due = nextDue(await items());
  if (due !== null) timer = setTimeout(flush, Math.max(due - Date.now(), busyUntil - Date.now(), pause(misses)));
}

async function changed() {
  share("changed");
  await count();
}

async function count() {
  known = await items();
  const parked = known.filter(({ state }) => state === "parked").length;
  tell("queue", { length: known.length, parked, oldest: known[0]?.queuedAt ?? null });
}

// What became of a change is told in every tab: each shows it somewhere.
function say(...news) {
  share(...news);
  heard(...news);
}

function heard(became, id, cause, said) {
  document.dispatchEvent(new CustomEvent("queue:became", { detail: { became, id, cause, said } }));
}

export function begin() {
  if (!hasMeans) return;
  hear((...news) => {
    if (news[0] === "changed") count();
    else if (news[0] === "busy") busyUntil = news[1];
    else if (news[0] === "syncing") tell("syncing", { on: news[1] });
    else heard(...news);
  });
  document.addEventListener("live:state", ({ detail }) => ["live", "poor", "polling"].includes(detail) && flush());
  window.addEventListener("online", flush);
  window.addEventListener("focus", flush);
  count().then(flush);
}
