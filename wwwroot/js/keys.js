// One key for one submission: whoever presses twice, or again after a lost answer, means the same thing once.
import { newId } from "./ids.js";

const waiting = new Map();
// Typing waits for its answer however long. The same button much later is another decision.
const meantFor = 120_000;
// Sent once more by whoever knows that it is the same: under its key, however long ago that was.
let repeated = {};
// Refused before anybody looked at the key: what became of the first is as unknown as before.
const unread = [400, 401, 408, 429];
const own = ["__Key", "__RequestVerificationToken"];

document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
  const { method, action, body, headers, form } = ctx.request;
  if (method === "GET") return;
  const said = sayingOf(method, action, body);
  const known = waiting.get(said);
  const isKnown = known && (known.lasts || Date.now() - known.at < meantFor);
  ctx.said = said;
  ctx.isRepeat = repeated.said === said;
  if (ctx.isRepeat) ctx.key = repeated.key;
  else ctx.key = isKnown ? known.key : newId();
  repeated = {};
  const lasts = form?.matches("[data-guard]") || (known?.lasts && known.key === ctx.key);
  waiting.set(said, { key: ctx.key, at: Date.now(), lasts });
  headers["Idempotency-Key"] = ctx.key;
});

// An answer ends it, also a refusal. What the server could not do at all is asked again under the same key.
document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  const { status } = ctx.response;
  if (status < 500 && !unread.includes(status)) forget(ctx);
});

/** The next submission that says the same is this one. */
export function repeatUnder({ said, key }) {
  repeated = { said, key };
}

/** It may have been done: until that is known, the same once more is this one, however much later. */
export function holdKey({ said, key }) {
  waiting.set(said, { key, at: Date.now(), lasts: true });
}

export function forget({ said, key }) {
  if (waiting.get(said)?.key === key) waiting.delete(said);
}

export function sayingOf(method, action, body) {
  const entries = [...(body ?? [])]
    .filter(([name]) => !own.includes(name))
    .map(([name, value]) => [name, plain(value)]);
  return `${method} ${action} ${JSON.stringify(entries)}`;
}

function plain(value) {
  return typeof value === "string" ? value : [value.name, value.size];
}

// Going back shows a form as it was sent: sent again with something else in it, it is another submission.
window.addEventListener("pageshow", ({ persisted }) => {
  const back = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
  if (!persisted && !back) return;
  for (const field of document.querySelectorAll('input[name="__Key"]')) field.value = newId();
});
