import assert from "node:assert/strict";
import { test } from "node:test";
import { verdict } from "../../wwwroot/js/verdict.js";

const after = (status, tries = 0, more) => verdict({ status, ...more }, { tries, faults: tries }, 1000, () => 0);

test("No answer is no try", () => {
  assert.deepEqual(after(0, 2), { outcome: "away" });
});

test("What was done is done", () => {
  assert.equal(after(200).outcome, "sent");
  assert.equal(after(204).outcome, "sent");
});

test("Who must sign in first loses nothing", () => {
  assert.equal(verdict({ status: 401, signIn: true }, { tries: 0 }, 0).outcome, "signed-out");
});

test("What fails is tried three times, with growing pauses", () => {
  assert.deepEqual(after(500), { outcome: "again", standing: { cause: "fault", tries: 1, faults: 1, due: 2000 } });
  assert.deepEqual(after(500, 1), { outcome: "again", standing: { cause: "fault", tries: 2, faults: 2, due: 3000 } });
  assert.deepEqual(after(500, 2), { outcome: "parked", standing: { state: "parked", cause: "fault", tries: 3 } });
});

test("Too many requests, a lost database and a gateway without an answer are waited out, however long", () => {
  const causes = { 429: "too-many", 502: "unknown-outcome", 503: "database", 504: "unknown-outcome" };
  for (const [status, cause] of Object.entries(causes)) {
    const { outcome, standing } = after(Number(status), 40);
    assert.deepEqual([outcome, standing], ["later", { cause, tries: 41, due: 9000 }], status);
  }
  const busyForLong = { tries: 40, faults: 0 };
  assert.equal(verdict({ status: 500 }, busyForLong, 0).outcome, "again", "only faults are counted as faults");
});

test("What may have been saved stays uncertain while the database is away", () => {
  const change = { tries: 1, cause: "unknown-outcome" };
  assert.equal(verdict({ status: 503, cause: "database" }, change, 0).standing.cause, "unknown-outcome");
});

test("It is not sent again before the server wants it", () => {
  assert.equal(after(503, 0, { wait: 30_000 }).standing.due, 31_000);
  assert.equal(after(429, 0, { wait: 10 }).standing.due, 2000, "nor sooner than by our own pauses");
});

test("A refusal is parked at once, and says why", () => {
  const causes = [409, 404, 403, 422].map((status) => after(status).standing.cause);
  assert.deepEqual(causes, ["conflict", "gone", "forbidden", "validation"]);
  assert.equal(verdict({ status: 422, cause: "key-reused" }, { tries: 0 }, 0).standing.cause, "key-reused");
});
