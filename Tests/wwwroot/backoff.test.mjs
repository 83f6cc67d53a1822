import assert from "node:assert/strict";
import { test } from "node:test";
import { pause } from "../../wwwroot/js/backoff.js";

test("The pauses double up to eight seconds and never end", () => {
  const longest = (failures) => pause(failures, () => 0);
  assert.deepEqual([1, 2, 3, 4, 5, 6, 1000].map(longest), [1000, 2000, 4000, 8000, 8000, 8000, 8000]);
});

test("Chance shortens a pause by no more than half", () => {
  assert.equal(
    pause(4, () => 1),
    4000,
  );
});
