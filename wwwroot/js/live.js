// From a notice to a fragment: which elements on this page does it concern, and have they missed any?
import { check, connection, heardVersion, onLine, toLeader } from "./connection.js";
import { tell } from "./events.js";
import { newId } from "./ids.js";
import { awaitPush, passes, swapPushed } from "./pushed.js";
import { liveElements, refresh } from "./refresh.js";
import { hasDrawn, heardFrom, isOwn } from "./request.js";
import { concerns, isPresence, topicsOf } from "./topics.js";

const second = 1000;
const page = newId();
const notices = [];
let since = document.querySelector('meta[name="live-since"]')?.content ?? "";
let said = "";
let tick = Date.now();

onLine("changed", changed);
onLine("fragment", swapPushed);
onLine("watched", watched);
onLine("who", () => hello(true));
onLine("reopened", () => everything());

function changed(notice) {
  heardFrom(notice.node);
  if (!notice.topics.every(isPresence))
    tell("changed", { topics: notice.topics, by: notice.by, at: notice.at ?? Date.now() });
  // The server has lost the thread: everybody looks again, and not all at once.
  if (notice.topics.includes("*")) return everything(2 * second);
  // A burst of notices is one question.
  if (notices.push(notice) === 1) setTimeout(tellElements, 10);
}

function tellElements() {
  const stale = new Map();
  for (const notice of notices.splice(0)) {
    if (isOwn(notice.origin)) tellOwn(notice);
    else for (const element of concerned(notice.topics)) stale.set(element, first(stale.get(element), notice));
  }
  for (const [element, { by, at, topics, node, state, spread }] of stale) {
    awaitPush(element, { by, at, topic: topics[0] }, { node, state, spread });
  }
}

// How long it took to be seen counts from the first, whether a pushed fragment is new enough from the last.
function first(was, notice) {
  return { ...notice, at: Math.min(was?.at ?? Number.POSITIVE_INFINITY, notice.at ?? Number.POSITIVE_INFINITY) };
}

async function tellOwn({ topics, origin }) {
  for (const element of concerned(topics)) {
    if (!(await hasDrawn(origin, element))) refresh([element], { own: true });
  }
}

function concerned(topics) {
  return liveElements().filter((element) => concerns(element, topics));
}

function everything(within = second) {
  setTimeout(() => refresh(liveElements()), Math.random() * within);
}

function watched({ pages, topics, since: now, missed, all, node }) {
  if (ownTopics().every((topic) => topics.includes(topic))) since = now;
  if (!pages.includes(page)) return;
  heardFrom(node);
  refresh(concerned(missed));
  if (all) everything(2 * second);
}

function ownTopics() {
  return [...new Set(liveElements().flatMap(topicsOf))].sort();
}

function hello(isAsked = false) {
  const content = { page, topics: ownTopics(), passes: passes() };
  const now = JSON.stringify(content);
  if (now === said && !isAsked) return;
  said = now;
  toLeader("hello", { ...content, since });
}

function look() {
  const slept = Date.now() - tick > 60 * second;
  tick = Date.now();
  if (slept) everything();
  if (slept) check();
}

function poll() {
  if (connection.transport === "Polling") refresh(liveElements());
}

document.addEventListener("DOMContentLoaded", () => hello());
document.addEventListener("htmx:after:swap", () => hello());
document.addEventListener("live:passes", () => hello());
document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  heardVersion(ctx.response.headers.get("X-Program-Version"));
});
// Nobody holds a line that would notice.
document.addEventListener("htmx:error", () => connection.transport === "Polling" && check());
window.addEventListener("online", check);
window.addEventListener("offline", check);
window.addEventListener("focus", check);
document.addEventListener("visibilitychange", () => document.hidden || check());
window.addEventListener("pagehide", () => toLeader("bye", page));
window.addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  hello(true);
  everything(0);
});
setInterval(look, 10 * second);
setInterval(poll, 15 * second);
