// What an answer means for a change that waits.
import { pauseAfter } from "./backoff.js";

const mostFaults = 3;
const final = { 400: "other", 403: "forbidden", 404: "gone", 409: "conflict", 410: "gone", 413: "validation" };
// These say nothing of the change itself: it is sent again, however often. Who stands between may have passed it on.
const later = { 429: "too-many", 502: "unknown-outcome", 503: "database", 504: "unknown-outcome" };

/** `status` is 0 when no answer came: that is the line, and no try of the change. */
export function verdict(answer, change, now, random) {
  const { status, cause, signIn } = answer;
  if (status === 0) return { outcome: "away" };
  if (signIn) return { outcome: "signed-out" };
  if (status < 400) return { outcome: "sent" };
  const { tries, faults = 0 } = change;
  const due = now + pauseAfter(answer, tries + 1, random);
  if (status in later) return { outcome: "later", standing: { cause: causeOf(answer, change), tries: tries + 1, due } };
  if (status < 500) return parked(cause ?? final[status] ?? "validation", tries);
  if (faults + 1 >= mostFaults) return parked("fault", tries + 1);
  return { outcome: "again", standing: { cause: "fault", tries: tries + 1, faults: faults + 1, due } };
}

// What may have been done may still have been when the database is away or it is too much at once.
function causeOf({ status, cause }, change) {
  return [cause, change.cause].includes("unknown-outcome") ? "unknown-outcome" : later[status];
}

function parked(cause, tries) {
  return { outcome: "parked", standing: { state: "parked", cause, tries } };
}
