// What an answer means for a change that waits.
import { pause } from "./backoff.js";

const most = 3;
const final = { 400: "other", 403: "forbidden", 404: "gone", 409: "conflict", 410: "gone", 413: "validation" };

/** `status` is 0 when no answer came: that is the line, and no try of the change. */
export function verdict({ status, cause, signIn }, tries, now, random) {
  if (status === 0) return { outcome: "away" };
  if (signIn) return { outcome: "signed-out" };
  if (status < 400) return { outcome: "sent" };
  // It may have been done: until an answer settles that, it is sent again, however often.
  if (cause === "unknown-outcome") return again(cause, Math.min(tries + 1, most - 1), now, random);
  if (status === 429 || status >= 500) return again(tempting(status), tries + 1, now, random);
  return { outcome: "parked", standing: { state: "parked", cause: cause ?? final[status] ?? "validation", tries } };
}

function again(cause, tries, now, random) {
  if (tries >= most) return { outcome: "parked", standing: { state: "parked", cause, tries } };
  return { outcome: "again", standing: { cause, tries, due: now + pause(tries, random) } };
}

function tempting(status) {
  return { 429: "too-many", 503: "database" }[status] ?? "fault";
}
