// The tiles ask again every 5 seconds. When nobody answers, nothing on them is passed off as known.
import { refresh } from "./refresh.js";

const second = 1000;
const patience = 12 * second;
const health = () => document.querySelector("[data-health]");
let answered = Date.now();

function ask() {
  const tiles = health();
  if (tiles) refresh([tiles], { own: true });
}

function doubt() {
  if (!document.hidden && Date.now() - answered > patience) forget();
}

function forget() {
  const tiles = health();
  if (!tiles || tiles.hasAttribute("data-unknown")) return;
  tiles.setAttribute("data-unknown", "");
  tiles.setAttribute("data-lost", "");
}

function trust() {
  answered = Date.now();
  const tiles = health();
  // The answer "as before" draws nothing: what was taken for lost is known again.
  if (tiles?.hasAttribute("data-lost")) tiles.removeAttribute("data-unknown");
  tiles?.removeAttribute("data-lost");
}

document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  if (!ctx.sourceElement?.matches?.("[data-health]")) return;
  const { status } = ctx.response ?? {};
  if (status === 200 || status === 304) trust();
  else forget();
});
document.addEventListener("htmx:error", ({ detail: { ctx } }) => {
  if (ctx?.sourceElement?.matches?.("[data-health]")) forget();
});

setInterval(ask, 5 * second);
setInterval(doubt, second);
