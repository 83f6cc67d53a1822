// What this page knows about its connection. One tab holds the line; all of them know the same.
import { ask, silence } from "./answers.js";
import { tell } from "./events.js";
import { Leader } from "./leader.js";
import { isReachable, onThisPage } from "./states.js";
import { hear, share, takeOver, whenLeading } from "./tabs.js";
import { Versions } from "./version.js";

const mostHistory = 50;
const patience = 4000;
const said = ["line", "who", "changed", "fragment", "watched", "reopened"];
const version = document.querySelector('meta[name="version"]')?.content ?? "";
const versions = new Versions(version, performance.now());
const ears = new Map();
let [line, isBarred, heardAt] = ["connecting", false, 0];
let leader;

export const connection = {
  state: "",
  transport: "",
  latency: null,
  lastChange: null,
  reconnects: 0,
  clockOffset: 0,
  watched: [],
  history: [],
};

export function isOnline() {
  return isReachable(connection.state);
}

// The server's time, as well as it can be told from here.
export function serverTime() {
  return Date.now() + connection.clockOffset;
}

// Tells whoever leads: "hello", "bye" or "check".
export function toLeader(kind, content) {
  if (leader) leader[kind](content);
  else share(kind, content);
}

// From whoever leads: "who", "changed", "fragment", "watched" or "reopened".
export function onLine(kind, heard) {
  ears.set(kind, heard);
}

// Somebody looks, or the network is back: is the line as good as it seems?
export function check() {
  const asked = performance.now();
  toLeader("check");
  setTimeout(() => heardAt < asked && takeOver(), patience);
}

export function heardVersion(heard) {
  versions.hear(heard, performance.now());
}

function take({ state, version: heard, ...facts }) {
  heardAt = performance.now();
  const was = line;
  line = state;
  Object.assign(connection, facts);
  heardVersion(heard);
  if (!isReachable(was) && isReachable(line)) {
    isBarred = false;
    ask();
  }
  draw();
}

function draw() {
  const now = performance.now();
  const state = onThisPage(line, { isBarred, silence: silence(now), isOutdated: versions.isOutdated(now) });
  if (state !== connection.state) {
    connection.state = state;
    connection.history = [...connection.history, { at: Date.now(), state }].slice(-mostHistory);
    tell("state", { state });
    document.dispatchEvent(new CustomEvent("live:state", { detail: state }));
  }
  document.dispatchEvent(new CustomEvent("live:line"));
}

function say(kind, content) {
  share(kind, content);
  told(kind, content);
}

function told(kind, content) {
  if (kind === "line") take(content);
  else ears.get(kind)?.(content);
}

for (const kind of said) hear(kind, (content) => told(kind, content));
for (const kind of ["hello", "bye", "check"]) hear(kind, (content) => leader?.[kind](content));

document.addEventListener("live:refused", () => {
  isBarred = true;
  draw();
  toLeader("check");
});
document.addEventListener("live:answered", () => {
  isBarred = false;
  draw();
});

document.addEventListener("live:heard", draw);

// When every module has had its chance to listen.
document.addEventListener("DOMContentLoaded", () => {
  draw();
  whenLeading(() => {
    leader = new Leader(say);
    leader.lead();
    return () => {
      leader.stop();
      leader = undefined;
    };
  });
});
