import assert from "node:assert/strict";
import { test } from "node:test";
import { inWords } from "../../wwwroot/js/time.js";

const now = Date.UTC(2026, 10, 21, 12);
const ago = (seconds) => inWords(new Date(now - seconds * 1000), now);

test("Under a day a time is relative", () => {
  assert.equal(ago(3), "just now");
  assert.equal(ago(45), "45 seconds ago");
  assert.equal(ago(180), "3 minutes ago");
  assert.equal(ago(5 * 3600), "5 hours ago");
  assert.equal(ago(-7200), "in 2 hours");
});

test("From a day on it is a date", () => {
  assert.match(ago(86_400), /^20 Nov 2026/);
});
