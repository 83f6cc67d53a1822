import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { causeOf, wordsOf } from "../../wwwroot/js/causes.js";

const table = JSON.parse(readFileSync(new URL("../../wwwroot/troubles.json", import.meta.url)));
const answer = (status, cause) => ({ status, headers: new Headers(cause ? { "X-Trouble": cause } : {}) });

test("No answer is a lost line, a late one is not", () => {
  assert.equal(causeOf(new TypeError("Failed to fetch")), "line");
  assert.equal(causeOf("timeout"), "time-out");
  assert.equal(causeOf(new DOMException("late", "TimeoutError")), "time-out");
});

test("The server names the cause; a proxy in between is read by its number", () => {
  assert.equal(causeOf(answer(422, "key-reused")), "key-reused");
  assert.equal(causeOf(answer(422)), "validation");
  assert.equal(causeOf(answer(503)), "database");
  assert.equal(causeOf(answer(500)), "fault");
  assert.equal(causeOf(answer(418, "no such cause")), "other");
});

test("A gateway that got no answer does not know whether it was saved", () => {
  for (const status of [502, 504]) assert.equal(causeOf(answer(status)), "unknown-outcome", status);
});

test("Every cause has words and something that helps, and nothing technical", () => {
  for (const [cause, { title, text, reading, action }] of Object.entries(table)) {
    assert.match(action, /^(retry|refresh|sign-in|report|none)$/, cause);
    for (const words of [title, text, reading ?? text]) assert.doesNotMatch(words, /\d|!|please|error|server/i, cause);
    assert.deepEqual(wordsOf(cause), { text, action });
    assert.equal(wordsOf(cause, { reading: true }).text, reading ?? text);
  }
});
