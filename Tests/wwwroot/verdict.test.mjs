import assert from "node:assert/strict";
import { test } from "node:test";
import { verdict } from "../../wwwroot/js/verdict.js";

const after = (status, tries = 0) => verdict({ status }, tries, 1000, () => 0);

test("No answer is no try", () => {
  assert.deepEqual(after(0, 2), { outcome: "away" });
});

test("What was done is done", () => {
  assert.equal(after(200).outcome, "sent");
  assert.equal(after(204).outcome, "sent");
});

test("Who must sign in first loses nothing", () => {
  assert.equal(verdict({ status: 401, signIn: true }, 0, 0).outcome, "signed-out");
});

test("A tired server is asked three times, with growing pauses", () => {
  assert.deepEqual(after(503), { outcome: "again", standing: { cause: "database", tries: 1, due: 2000 } });
  assert.deepEqual(after(500, 1), { outcome: "again", standing: { cause: "fault", tries: 2, due: 3000 } });
  assert.deepEqual(after(429, 2), { outcome: "parked", standing: { state: "parked", cause: "too-many", tries: 3 } });
});

test("A refusal is parked at once, and says why", () => {
  const causes = [409, 404, 403, 422].map((status) => after(status).standing.cause);
  assert.deepEqual(causes, ["conflict", "gone", "forbidden", "validation"]);
  assert.equal(verdict({ status: 422, cause: "key-reused" }, 0, 0).standing.cause, "key-reused");
});
