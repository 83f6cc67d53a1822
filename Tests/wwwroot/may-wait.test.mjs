import assert from "node:assert/strict";
import { test } from "node:test";
import { mayWait, whyNot } from "../../wwwroot/js/may-wait.js";

const amira = "01a1fc7a-1d89-77aa-a3ed-3a04ac149be0";

test("What is about one person is about them, by whichever form", () => {
  for (const path of [
    `/team/${amira}?handler=Archive`,
    `/team/${amira}/work`,
    `/team/${amira}/history?handler=PutBack`,
    `/clients/${amira}/contact`,
  ])
    assert.deepEqual(mayWait("POST", path).about, [amira]);
});

test("What is done to many is about each of them", () => {
  assert.deepEqual(mayWait("POST", "/team/bulk", ["1", "2"]).about, ["1", "2"]);
});

test("Somebody new, and a report, are about nobody who is there yet: nothing waits behind them", () => {
  assert.deepEqual(mayWait("POST", "/team/new"), { about: [] });
  assert.deepEqual(mayWait("POST", "/problems"), { about: [] });
});

test("What is not in the list may not wait, and says why", () => {
  for (const path of [
    `/team/${amira}/erase`,
    "/account/password",
    "/admin/switches",
    `/team/${amira}/work?handler=Check`,
  ])
    assert.equal(mayWait("POST", path), null);
  assert.equal(mayWait("GET", `/team/${amira}/work`), null);
  assert.match(whyNot(`/team/${amira}/erase`), /cannot be undone/);
  assert.match(whyNot("/admin/switches"), /takes effect at once/);
  assert.match(whyNot("/somewhere/else"), /in the office/);
});
