// One word on how fresh the page is. A click opens the panel that says the rest.
import { asset } from "./asset.js";
import { connection, isOnline } from "./connection.js";
import { listen } from "./events.js";
import { oldest } from "./fresh.js";
import { make } from "./make.js";
import { inWords } from "./time.js";

const words = {
  connecting: ["quiet", "refresh-cw", "Connecting"],
  live: ["good", "wifi", "Live"],
  poor: ["attention", "wifi-low", "Slow line"],
  polling: ["waiting", "clock", "Every 15 seconds"],
  offline: ["attention", "wifi-off", "Offline"],
  "signed-out": ["bad", "lock", "Signed out"],
  outdated: ["waiting", "rotate-cw", "New version"],
};
const pill = document.getElementById("pill");
const ears = document.getElementById("pill-says");
// A tab that sends for the others may be closed over it: then nobody says that it has ended.
const longestSend = 30_000;
let queue = { length: 0, parked: 0 };
let sendingUntil = 0;
let drawn = "";

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", asset(`icons.svg#${name}`));
  svg.setAttribute("class", "i");
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

// With a line to the office, what waits for its person comes before all that goes well by itself.
function entryOf(state) {
  if (!isOnline()) return words[state];
  if (queue.parked) return ["attention", "triangle-alert", `${queue.parked} to decide`];
  const isSyncing = queue.length > 0 && performance.now() < sendingUntil;
  return isSyncing && state !== "outdated" ? ["waiting", "refresh-cw", "Syncing"] : words[state];
}

function draw() {
  const entry = entryOf(connection.state);
  if (!pill || !entry) return;
  const [mood, picture, word] = entry;
  const waiting = queue.length - queue.parked;
  // All is well only once nothing waits any more.
  const tone = waiting > 0 && mood === "good" ? "waiting" : mood;
  const isOld = !isOnline() && connection.state !== "connecting";
  const more = [
    !isOnline() && queue.parked > 0 && `${queue.parked} to decide`,
    waiting > 0 && `${waiting} waiting`,
    isOld && `data ${inWords(oldest(), Date.now())}`,
  ].filter(Boolean);
  const now = [word, ...more].join(" · ");
  if (now === drawn) return;
  if (ears && !drawn.startsWith(word)) ears.textContent = connection.state === "connecting" ? "" : word;
  drawn = now;
  pill.className = `pill ${tone}`;
  const rest = make("span", { className: "more", textContent: more.map((part) => ` · ${part}`).join("") });
  pill.replaceChildren(icon(picture), make("span", { textContent: word }), rest);
}

listen(({ kind, length, parked, on }) => {
  if (kind === "queue") queue = { length, parked };
  if (kind === "syncing") sendingUntil = on ? performance.now() + longestSend : 0;
  if (["queue", "syncing"].includes(kind)) draw();
});
document.addEventListener("live:state", draw);
document.addEventListener("htmx:finally:request", draw);
setInterval(draw, 20_000);
