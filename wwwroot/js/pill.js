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
let waiting = 0;
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

function draw() {
  const entry = words[connection.state];
  if (!pill || !entry) return;
  const [tone, picture, word] = entry;
  const isOld = !isOnline() && connection.state !== "connecting";
  const more = [waiting && `${waiting} waiting`, isOld && `data ${inWords(oldest(), Date.now())}`].filter(Boolean);
  const now = [word, ...more].join(" · ");
  if (now === drawn) return;
  if (ears && !drawn.startsWith(word)) ears.textContent = connection.state === "connecting" ? "" : word;
  drawn = now;
  pill.className = `pill ${tone}`;
  const rest = make("span", { className: "more", textContent: more.map((part) => ` · ${part}`).join("") });
  pill.replaceChildren(icon(picture), make("span", { textContent: word }), rest);
}

listen(({ kind, length }) => {
  if (kind === "queue") waiting = length;
  if (kind === "queue") draw();
});
document.addEventListener("live:state", draw);
document.addEventListener("htmx:finally:request", draw);
setInterval(draw, 20_000);
