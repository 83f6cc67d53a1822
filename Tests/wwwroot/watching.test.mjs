import assert from "node:assert/strict";
import { test } from "node:test";
import { Watching } from "../../wwwroot/js/watching.js";

const hello = (page, topics, since) => ({ page, topics, since, passes: [] });

test("The line watches what all pages watch", () => {
  const watching = new Watching();
  watching.hello(hello("a", ["team", "person:1"], "1"), 0);
  watching.hello(hello("b", ["team", "users"], "2"), 0);
  assert.deepEqual(watching.topics, ["person:1", "team", "users"]);
  watching.bye("b");
  assert.deepEqual(watching.topics, ["person:1", "team"]);
});

test("A page that comes later is asked for from its own mark, and the others are not asked again", () => {
  const watching = new Watching();
  watching.hello(hello("a", ["team"], "5"), 0);
  watching.covered(["team"], "7");
  assert.ok(watching.hello(hello("b", ["team"], "3"), 0));
  assert.deepEqual([...watching.uncovered()], [["3", ["b"]]]);
});

test("What a covered page newly shows is asked for from where it was covered", () => {
  const watching = new Watching();
  watching.hello(hello("a", ["team"], "5"), 0);
  watching.covered(["team"], "7");
  assert.ok(!watching.hello(hello("a", ["team"], "5"), 0));
  assert.ok(watching.hello(hello("a", ["team", "users"], "5"), 0));
  assert.deepEqual([...watching.uncovered()], [["7", ["a"]]]);
});

test("After a break every page is asked for from the last mark that it knows", () => {
  const watching = new Watching();
  watching.hello(hello("a", ["team"], "5"), 0);
  watching.covered(["team"], "7");
  watching.broke();
  assert.deepEqual([...watching.uncovered()], [["7", ["a"]]]);
});

test("Many pages at once are one question, and all look again", () => {
  const watching = new Watching();
  for (const since of ["1", "2", "3", "4"]) watching.hello(hello(since, ["team"], since), 0);
  assert.deepEqual([...watching.uncovered().keys()], [""]);
});

test("A topic that is refused costs no other page its own", () => {
  const watching = new Watching();
  watching.hello(hello("a", ["team", "users"], "5"), 0);
  watching.refused("users");
  assert.deepEqual(watching.topics, ["team"]);
  watching.covered(["team"], "7");
  assert.equal(watching.uncovered().size, 0);
});

test("A page that crashed is forgotten", () => {
  const watching = new Watching();
  watching.hello(hello("a", ["team"], "5"), 0);
  watching.forget(300_001);
  assert.deepEqual(watching.topics, []);
});
