// A save whose answer was lost may have been done. Where it cannot wait in the queue it is sent again from here, under the
// same key, until an answer says what became of it. What is typed meanwhile is left as it is.
import { pauseAfter } from "./backoff.js";
import { enteredIn, holds, know } from "./enter.js";
import { forget } from "./keys.js";
import { retryAfter } from "./retry-after.js";
import { send } from "./send.js";
import { show } from "./toast.js";

// What the office does not answer from memory: see Exempt.cs. Sent again it might be done again.
const never = /^\/account\/(sign|password|sessions|invitation|forgot|reset)|^\/[a-z-]+\/import$/;
const unsure = ["unknown-outcome", "time-out", "line"];

/** Without a line from the first nothing has left this browser. */
export function isUnsure(ctx, cause) {
  return ctx.request.method !== "GET" && unsure.includes(cause) && (cause !== "line" || ctx.wasOnline === true);
}

/** What is done as often as it is sent. */
export function isNeverRepeated({ request, key }) {
  return !key || never.test(new URL(request.action, location.href).pathname);
}

/** False where it cannot be repeated from here. `draw` sends it as the page would have, to have its answer drawn. */
export function settle(ctx, draw) {
  const change = changeOf(ctx);
  if (!change) return false;
  repeat(ctx, change, draw);
  return true;
}

async function repeat(ctx, change, draw) {
  const { sourceElement, response } = ctx;
  const wait = response ? retryAfter(response.headers) : 0;
  let answer = { status: 0, wait };
  for (let tries = 1; isOpen(answer); tries++) {
    await new Promise((over) => setTimeout(over, pauseAfter(answer, tries)));
    answer = await send(change);
  }
  if (!sourceElement.matches?.("form") || holds(sourceElement, change.fields)) return draw();
  if (answer.signIn)
    return show({
      kind: "bad",
      text: "You are signed out. Your last change may have been saved: sign in to check.",
    });
  forget(ctx);
  // Typed on meanwhile: the next save must not be taken for a quarrel with this one.
  if (answer.status >= 400) return show({ kind: "bad", text: "Your earlier change was not saved." });
  know(sourceElement, enteredIn(change.fields));
  show({ text: "Your earlier change was saved. What you entered since then was not." });
}

// No answer, too much at once, a database that is away, or once more nobody who knows. A fault of the office carries its
// cause, and nothing was saved then; one without is a proxy's, which knows nothing.
function isOpen({ status, cause }) {
  return [0, 429, 502, 503, 504].includes(status) || cause === "unknown-outcome" || (status >= 500 && !cause);
}

function changeOf(ctx) {
  const { request, key } = ctx;
  const { pathname, search } = new URL(request.action, location.href);
  const fields = [...(request.body ?? [])].filter(([name]) => !name.startsWith("__"));
  const isPlain = fields.every(([, value]) => typeof value === "string");
  return isPlain && !isNeverRepeated(ctx) ? { method: request.method, path: pathname + search, fields, key } : null;
}
