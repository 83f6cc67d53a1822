import assert from "node:assert/strict";
import { test } from "node:test";
import { isForm, mayKeep } from "../../wwwroot/js/may-keep.js";

const person = "/team/01a1fc7a-1d89-77aa-a3ed-3a04ac149be0";
const at = (path) => new URL(path, "https://office.test");

test("The team and one's own pages are kept, whole", () => {
  for (const path of ["/team", "/team?role=1", person, `${person}/history`, "/account"])
    assert.ok(mayKeep(at(path)), path);
  for (const path of ["/team?part=list", `${person}?handler=Archive`]) assert.ok(!mayKeep(at(path)), path);
});

test("Nothing of Admin is kept, and nothing by which somebody signs in", () => {
  for (const path of [
    "/admin/users",
    "/admin/sync-health",
    "/account/password",
    "/account/token",
    "/team/import",
    "/find",
  ])
    assert.ok(!mayKeep(at(path)), path);
});

test("Of a form the form alone is kept, and none of what may not wait", () => {
  assert.ok(isForm(at(`${person}/contact?part=form`)));
  for (const path of [`${person}/contact`, `${person}/erase?part=form`, "/admin/users/1?part=form"])
    assert.ok(!isForm(at(path)), path);
});
