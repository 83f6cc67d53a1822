// Does the office answer plain requests? A socket may stand while it does not, and a page may be an older one from the
// disk. As long as nobody answers the page is offline, whatever else is heard.
import { polite } from "./states.js";

const [every, patience] = [2500, 4000];
const isKept = Boolean(globalThis.document?.querySelector('meta[name="kept-at"]'));
// A page from the disk is offline from the first: it was asked for and did not come.
let since = isKept ? Number.NEGATIVE_INFINITY : null;
let isAsking = false;

/** A doubt is politely called "connecting" for a while, as a break of the line is. */
export function silence(now) {
  if (since === null) return "";
  return now - since < polite ? "connecting" : "offline";
}

/** Asks at once, where there is a doubt. */
export async function ask() {
  if (since === null || isAsking) return;
  isAsking = true;
  const signal = AbortSignal.timeout(patience);
  const answer = await fetch("/account/token", { cache: "no-store", signal }).catch(() => null);
  isAsking = false;
  if (!answer) return;
  since = null;
  document.dispatchEvent(new CustomEvent("live:heard", { detail: answer }));
}

function doubt() {
  since ??= performance.now();
  ask();
}

if (globalThis.document) {
  document.addEventListener("htmx:error", ({ detail: { ctx, error } }) => {
    if (ctx && ctx.text === undefined && error?.name !== "AbortError") doubt();
  });
  document.addEventListener("live:answered", ask);
  window.addEventListener("offline", doubt);
  window.addEventListener("online", ask);
  document.addEventListener("DOMContentLoaded", ask);
  setInterval(ask, every);
}
