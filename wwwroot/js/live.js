// From a notice to a fragment: which elements on this page does it concern, and have they missed any?
import { liveElements, refresh } from "./refresh.js";
import { hasDrawn, heardFrom, isOwn } from "./request.js";
import { Line } from "./socket.js";
import { concerns, topicsOf } from "./topics.js";

const second = 1000;
const notices = [];
const line = new Line({ opened, changed });
let since = document.querySelector('meta[name="live-since"]')?.content ?? "";
let watched = "";
let wasOpen = false;
let tick = Date.now();

function changed(notice) {
  heardFrom(notice.node);
  // The server has lost the thread: everybody looks again, and not all at once.
  if (notice.topics.includes("*")) return everything(2 * second);
  // A burst of notices is one question.
  if (notices.push(notice) === 1) setTimeout(tell, 10);
}

function tell() {
  const stale = new Map();
  for (const notice of notices.splice(0)) {
    if (isOwn(notice.origin)) tellOwn(notice);
    else for (const element of concerned(notice.topics)) stale.set(element, notice.by);
  }
  for (const [element, by] of stale) refresh([element], { by });
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

async function watch() {
  const topics = [...new Set(liveElements().flatMap(topicsOf))].sort();
  watched = topics.join(" ");
  const answer = await line.watch(topics, since);
  since = answer.since;
  heardFrom(answer.node);
  refresh(concerned(answer.topics));
  if (answer.all) everything(2 * second);
}

async function opened() {
  line.instead = undefined;
  await watch();
  // A reconnected socket is a new one: whatever it may have missed is looked at again.
  if (wasOpen) everything();
  wasOpen = true;
}

function rewatch() {
  const topics = [...new Set(liveElements().flatMap(topicsOf))].sort().join(" ");
  if (!line.isOpen || topics === watched) return;
  // Refused or asked too often: the next swap asks again.
  watch().catch(() => {
    watched = "";
  });
}

async function poll() {
  if (line.isOpen || !line.cannot) return;
  const answer = await fetch("/health/live", { cache: "no-store" }).catch(() => null);
  line.instead = answer?.ok ? "polling" : undefined;
  if (answer?.ok) refresh(liveElements());
}

function look() {
  const slept = Date.now() - tick > 60 * second;
  tick = Date.now();
  if (slept) everything();
  if (slept) line.nudge();
}

document.addEventListener("htmx:after:swap", rewatch);
window.addEventListener("online", () => line.nudge());
window.addEventListener("focus", () => line.nudge());
document.addEventListener("visibilitychange", () => document.hidden || line.nudge());
window.addEventListener("pageshow", ({ persisted }) => persisted && everything(0));
setInterval(look, 10 * second);
setInterval(poll, 15 * second);
// So that what was long since seen is not asked for again after a reconnect.
setInterval(() => line.isOpen && watch().catch(() => {}), 300 * second);

line.keep();
