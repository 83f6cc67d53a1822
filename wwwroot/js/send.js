// One change that waited, sent as the form would have sent it, under the name it was first sent with.

import { askedIn } from "./asked.js";
import { newId } from "./ids.js";
import { person } from "./person.js";
import { isSignIn, remember, token } from "./request.js";
import { retryAfter } from "./retry-after.js";

const patience = 20_000;
let fresh;

export async function send(change) {
  const answer = await attempt(change, fresh ?? token());
  if (answer.status !== 400) return answer;
  // The token of a page kept for long is refused; so is one of somebody who has left this browser to another.
  const now = await whoNow();
  if (now.status !== 200) return now;
  if (now.person !== person) return { status: 400, signIn: true };
  fresh = now.token;
  return attempt(change, fresh);
}

async function attempt({ method, path, fields, key }, RequestVerificationToken) {
  const id = newId();
  remember(id);
  const headers = {
    "HX-Request": "true",
    "X-Request-Id": id,
    "Idempotency-Key": key,
    "X-Waited": "true",
    Accept: "text/html",
    RequestVerificationToken,
  };
  const answer = await ask(path, { method, headers, body: new URLSearchParams(fields) });
  if (!answer) return { status: 0 };
  const cause = answer.headers.get("X-Trouble") ?? undefined;
  const asked = answer.status === 409 ? askedIn(await answer.text().catch(() => "")) : undefined;
  const wait = retryAfter(answer.headers);
  return { status: answer.status, signIn: isSignIn(answer), cause, said: saidIn(answer.headers), asked, wait };
}

// What it made is somewhere now: the office says where. And it says what was done, or why not all of it.
function saidIn(headers) {
  const where = headers.get("HX-Redirect") ?? undefined;
  const { text, kind, undo } = JSON.parse(headers.get("HX-Trigger") ?? "{}").toast ?? {};
  return where || text ? { where, text, kind, undo } : undefined;
}

/** Answered, but not done, or not all of it. */
export function isShort(kind = "good") {
  return kind !== "good";
}

async function whoNow() {
  const answer = await ask("/account/token", { cache: "no-store" });
  if (!answer) return { status: 0 };
  if (answer.ok) return answer.redirected ? { status: 200 } : readWho(answer);
  // Of a busy server it is not known who is there, nor of what waits that it is wrong.
  const isBusy = answer.status === 429 || answer.status >= 500;
  return isBusy ? { status: 503, wait: retryAfter(answer.headers) } : { status: answer.status, signIn: true };
}

// An answer that breaks off is none.
function readWho(answer) {
  return answer.json().then(
    (who) => ({ status: 200, ...who }),
    () => ({ status: 0 }),
  );
}

function ask(address, options) {
  return fetch(address, { credentials: "same-origin", signal: AbortSignal.timeout(patience), ...options }).catch(
    () => null,
  );
}
