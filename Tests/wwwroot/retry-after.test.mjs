import assert from "node:assert/strict";
import { test } from "node:test";
import { pauseAfter } from "../../wwwroot/js/backoff.js";
import { retryAfter } from "../../wwwroot/js/retry-after.js";

const now = Date.parse("2026-11-30T12:00:00Z");
const after = (text) => retryAfter(new Headers(text === undefined ? {} : { "Retry-After": text }), now);

test("A server says in seconds or by the clock when to come back", () => {
  assert.equal(after("10"), 10_000);
  assert.equal(after("Mon, 30 Nov 2026 12:00:30 GMT"), 30_000);
});

test("Nobody is sent away for more than a minute, nor by what cannot be read", () => {
  assert.equal(after("86400"), 60_000);
  for (const text of [undefined, "", "soon", "-5", "Mon, 30 Nov 2026 11:00:00 GMT"]) assert.equal(after(text), 0, text);
});

test("Whoever was told the same moment does not come in the same moment", () => {
  assert.equal(
    pauseAfter({ wait: 10_000 }, 1, () => 0),
    10_000,
  );
  assert.equal(
    pauseAfter({ wait: 10_000 }, 1, () => 1),
    12_500,
  );
});
