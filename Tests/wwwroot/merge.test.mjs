import assert from "node:assert/strict";
import { test } from "node:test";
import { merge } from "../../wwwroot/js/merge.js";

test("Newcomers wait, and the rows they pushed off the page stay meanwhile", () => {
  const plan = merge(["b", "c", "d"], ["a", "b", "c"], false);
  assert.deepEqual(plan, { order: ["b", "c", "d"], leaving: [], gone: [], offered: 1, changes: 0 });
});

test("A row that is gone leaves, and the next page's first takes the place at the end", () => {
  const plan = merge(["a", "b", "c"], ["a", "c", "d"], false);
  assert.deepEqual(plan, { order: ["a", "b", "c", "d"], leaving: ["b"], gone: [], offered: 0, changes: 0 });
});

test("Under the pointer a row that is gone keeps its place until it is asked for", () => {
  const plan = merge(["a", "b", "c"], ["a", "c", "d"], true);
  assert.deepEqual(plan, { order: ["a", "b", "c"], leaving: [], gone: ["b"], offered: 0, changes: 1 });
});

test("More at the end than have left is offered", () => {
  const plan = merge(["a", "b"], ["a", "c", "d"], false);
  assert.deepEqual(plan, { order: ["a", "b", "c"], leaving: ["b"], gone: [], offered: 1, changes: 0 });
});

test("A new order waits while a pointer is in the list", () => {
  const plan = merge(["a", "b", "c"], ["c", "a", "b"], true);
  assert.deepEqual(plan, { order: ["a", "b", "c"], leaving: [], gone: [], offered: 0, changes: 3 });
});

test("A new order shows at once while nobody touches the list", () => {
  const plan = merge(["a", "b", "c"], ["c", "a", "b"], false);
  assert.deepEqual(plan, { order: ["c", "a", "b"], leaving: [], gone: [], offered: 0, changes: 0 });
});

test("Whatever the change, every row of the new list is shown or offered", () => {
  const ids = ["a", "b", "c", "d", "e"];
  const subsets = (length) => Array.from({ length: 2 ** length }, (_, bits) => ids.filter((_, at) => bits & (1 << at)));
  for (const before of subsets(5))
    for (const after of [...subsets(5), ...subsets(5).map((set) => set.toReversed())])
      for (const busy of [true, false]) {
        const { order, leaving, gone, offered, changes } = merge(before, after, busy);
        const shown = after.filter((id) => order.includes(id)).length;
        const hidden = after.length - shown - offered;
        // Whoever takes the place of a row that is gone waits with it: one change.
        assert.ok(hidden >= 0 && hidden <= gone.length, `${before} to ${after}`);
        assert.ok(!busy || before.every((id, at) => order[at] === id), `${before} to ${after} moves`);
        if (busy && (gone.length || hidden)) assert.ok(changes, `${before} to ${after} is not offered`);
        assert.equal(new Set(order).size, order.length, `${before} to ${after} shows a row twice`);
        assert.ok(leaving.every((id) => !after.includes(id)));
      }
});
