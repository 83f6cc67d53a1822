import assert from "node:assert/strict";
import { test } from "node:test";
import { isLookedAt } from "../../wwwroot/js/parked.js";

const parked = (cause, path) => isLookedAt({ state: "parked", cause, path });

test("What has a form is looked at there", () => {
  assert.ok(parked("conflict", "/team/1/contact"));
  assert.ok(parked("validation", "/team/1/contact"));
  assert.ok(!isLookedAt({ state: "waiting", cause: "conflict", path: "/team/1/contact" }));
});

test("A press has no form to be looked at in, and can be tried again", () => {
  for (const path of ["/team/1?handler=Restore", "/team/1/history?handler=PutBack", "/team/bulk"])
    for (const cause of ["conflict", "validation"]) assert.ok(!parked(cause, path), `${cause} ${path}`);
});
