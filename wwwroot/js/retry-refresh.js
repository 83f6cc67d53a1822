// A live fragment that could not be had is asked for again: until its next notice nobody else would.
import { pauseAfter } from "./backoff.js";
import { isOnline } from "./connection.js";
import { refresh } from "./refresh.js";
import { retryAfter } from "./retry-after.js";

// Whoever says when to come again is asked until it answers. What is broken would be asked for ever.
const most = 6;
const failed = new WeakMap();

document.addEventListener("htmx:response:error", ({ detail: { ctx } }) => missed(ctx));
document.addEventListener("htmx:error", ({ detail: { ctx } }) => {
  // With an answer in full, what failed is drawing it.
  if (ctx && ctx.text === undefined) missed(ctx);
});
document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  if (ctx.response?.status < 400) answered(ctx.sourceElement);
});

function missed({ sourceElement: element, sourceEvent, response }) {
  if (sourceEvent?.type !== "live" || !isPassing(response)) return;
  const wait = response ? retryAfter(response.headers) : 0;
  const { tries = 0, timer } = failed.get(element) ?? {};
  clearTimeout(timer);
  if (!wait && tries >= most) return;
  const again = () => ask(element, sourceEvent.detail);
  failed.set(element, { tries: tries + 1, timer: setTimeout(again, pauseAfter({ wait }, tries + 1)) });
}

function answered(element) {
  clearTimeout(failed.get(element)?.timer);
  failed.delete(element);
}

// Once the line is back everything is asked for anyway.
function ask(element, detail) {
  if (element.isConnected && isOnline()) refresh([element], detail);
  else failed.delete(element);
}

function isPassing(response) {
  return !response || response.status === 429 || response.status >= 500;
}
