import assert from "node:assert/strict";
import { test } from "node:test";
import { next, nextDue } from "../../wwwroot/js/order.js";

const waits = (id, about, more) => ({ id, about: [about], state: "waiting", tries: 0, due: 0, ...more });

test("What came first is sent first", () => {
  assert.equal(next([waits(3, "bea"), waits(2, "amira")], 0).id, 2);
});

test("A parked change does not hold up what is about somebody else", () => {
  assert.equal(next([waits(1, "amira", { state: "parked" }), waits(2, "bea")], 0).id, 2);
});

test("Behind a parked change waits what is about the same person", () => {
  assert.equal(next([waits(1, "amira", { state: "parked" }), waits(2, "amira")], 0), undefined);
});

test("A change of many waits for each of them", () => {
  const many = { ...waits(2), about: ["bea", "amira"] };
  assert.equal(next([waits(1, "amira", { due: 50 }), many], 10), undefined);
  assert.equal(next([waits(1, "amira", { due: 50 }), many], 50).id, 1);
});

test("What was tried in vain does not hold up for ever what is about somebody else", () => {
  assert.equal(next([waits(1, "amira", { tries: 3 }), waits(2, "bea"), waits(3, "amira")], 0).id, 2);
});

test("The next time to try is the earliest of what waits by itself", () => {
  assert.equal(
    nextDue([waits(1, "a", { due: 70 }), waits(2, "b", { due: 60 }), waits(3, "c", { state: "parked" })]),
    60,
  );
  assert.equal(nextDue([waits(3, "c", { state: "parked" })]), null);
});
