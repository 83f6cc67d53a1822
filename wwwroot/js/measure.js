// Tells the server once a minute, and at the end, how well this page keeps up. Names and numbers, never contents.
import { Batch } from "./batch.js";
import { connection } from "./connection.js";
import { listen } from "./events.js";
import { newId } from "./ids.js";
import { person } from "./person.js";
import { retryAfter } from "./retry-after.js";
import { renameTab, tabId } from "./tabs.js";

const second = 1000;
const left = "measures";
const states = ["connecting", "live", "poor", "polling", "offline", "signed-out", "outdated"];
const causes = [
  ["line", "time-out", "validation", "conflict", "gone", "forbidden", "too-many"],
  ["signed-out", "fault", "database", "unknown-outcome", "maybe-saved", "line-poisoned"],
].flat();
const batch = new Batch(newId);
const version = document.querySelector('meta[name="version"]')?.content ?? "";
let state = "connecting";
let since = performance.now();
let queue = { length: 0, oldest: null };
let hasSaidHello = false;
let isSending = false;
let isResumed = false;
let soon;
let busyUntil = 0;

const heard = {
  confirmed: ({ ms }) => batch.value("sync.confirmed", ms),
  seen: ({ ms }) => batch.value("sync.seen", ms),
  reconnected: ({ ms }) => note("sync.reconnect", "reconnected", "", ms),
  retry: ({ action }) => note("sync.retry", "retry", action),
  conflict: ({ action }) => note("sync.conflict", "conflict", action),
  "rolled-back": ({ action, cause }) => note("sync.rolled-back", "rolled-back", [cause, action]),
  "failed-swap": ({ address }) => note("sync.failed-swap", "failed-swap", withoutIds(address)),
  refresh: () => note("sync.refresh", "refresh"),
  failed: ({ cause, action }) => {
    batch.count("sync.failed", causes.includes(cause) ? cause : "other");
    batch.event("failed", words([cause, action]));
  },
  state: ({ state: next }) => became(next),
  queue: ({ length, oldest }) => {
    if (queue.length === 0 || length === 0) hurry();
    queue = { length, oldest };
  },
};

function note(name, kind, detail, ms) {
  batch.count(name);
  batch.event(kind, words(detail), Number.isFinite(ms) ? Math.min(Math.max(0, ms), 86_400_000) : null);
}

function words(detail) {
  return [detail ?? ""].flat().filter(Boolean).join(" ");
}

function withoutIds(address) {
  return String(address ?? "")
    .replace(/[?#].*$/, "")
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, "{id}");
}

function became(next) {
  const known = states.includes(next) ? next : "connecting";
  if (known === state) return;
  spend();
  state = known;
  batch.event("state", known);
  hurry();
}

// A laptop that slept was in no state at all.
function spend() {
  const now = performance.now();
  batch.sum("sync.state", Math.min(now - since, 120 * second) / second, state);
  since = now;
}

function everyMinute() {
  spend();
  if (queue.length) {
    batch.value("sync.queue", queue.length);
    batch.value("sync.queue-age", Math.max(0, Date.now() - (queue.oldest ?? Date.now())) / second);
  }
  send();
}

function hurry() {
  soon ??= setTimeout(send, Math.max(2 * second, busyUntil - performance.now()));
}

function report(leaving, told = batch.take()) {
  return JSON.stringify({
    ...told,
    browser: tabId(),
    page: {
      path: withoutIds(location.pathname).slice(0, 200),
      opened: Math.round(performance.now()),
      state,
      transport: connection.transport,
      latency: connection.latency,
      waiting: Math.min(queue.length, 10_000),
      oldest: queue.length && queue.oldest ? Math.max(0, Date.now() - queue.oldest) : null,
      version: version.slice(0, 40),
      leaving,
    },
  });
}

async function send() {
  clearTimeout(soon);
  soon = undefined;
  if (isSending || state === "signed-out" || performance.now() < busyUntil) return;
  isSending = true;
  const status = await post(report(false));
  isSending = false;
  if (status === 204) hasSaidHello = true;
  // Somebody else sat at this tab before: from here on it is another one.
  if (status === 409) renameTab();
  if (status === 409) return hurry();
  // What was refused will be refused again.
  const isDone = status === 204 || (status >= 400 && status < 500 && status !== 429 && status !== 401);
  if (isDone && (batch.arrived() || isResumed)) hurry();
  if (isDone) isResumed = false;
}

async function post(body) {
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch("/measures", { method: "POST", headers, body, keepalive: true }).catch(() => null);
  if (answer) busyUntil = performance.now() + retryAfter(answer.headers);
  return answer?.status;
}

function leave() {
  spend();
  // Who only passes through need not be told of.
  if (state === "signed-out" || !(hasSaidHello || isSending || !batch.isEmpty)) return;
  // What is under way says that the page is open, and is read once: the goodbye needs a name of its own.
  const goodbye = batch.isSending && report(true, { id: newId(), minutes: [], events: [] });
  for (const one of [report(true), goodbye].filter(Boolean)) beacon(one);
  sessionStorage.setItem(left, JSON.stringify({ person, batch: batch.handOver() }));
  hasSaidHello = false;
}

function beacon(told) {
  navigator.sendBeacon("/measures", new Blob([told], { type: "application/json" }));
}

// What the last page of this tab said when it was left is said again, under the same name: it counts once.
function resume() {
  const kept = JSON.parse(sessionStorage.getItem(left) ?? "null");
  sessionStorage.removeItem(left);
  if (kept?.batch && kept.person === person) batch.takeOver(kept.batch);
  isResumed = Boolean(kept);
}

listen((event) => heard[event.kind]?.(event));
window.addEventListener("pagehide", leave);
window.addEventListener("pageshow", ({ persisted }) => persisted && hurry());
document.addEventListener("visibilitychange", () => document.hidden && !batch.isEmpty && send());
window.addEventListener("pageshow", ({ persisted }) => persisted && resume());
setInterval(everyMinute, 60 * second);
resume();
hurry();
