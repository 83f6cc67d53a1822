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
  watching.broke();
  assert.deepEqual(watching.topics, ["team", "users"], "another line may be another role");
});

test("A new pass is told to the line, the same one is not", () => {
  const watching = new Watching();
  watching.hello(hello("a", ["team"], "5"), 0);
  watching.covered(["team"], "7");
  assert.ok(watching.hello({ ...hello("a", ["team"], "5"), passes: ["new"] }, 0));
  assert.ok(!watching.hello({ ...hello("a", ["team"], "5"), passes: ["new"] }, 0));
});

test("There is room for so many, and those of the page that spoke last come first", () => {
  const watching = new Watching();
  const many = (name) => Array.from({ length: 150 }, (_, at) => `${name}:${at}`);
  for (const name of ["old", "new"])
    watching.hello({ page: name, since: "1", topics: many(name), passes: many(name) }, 0);
  assert.equal(watching.topics.length, 200);
  assert.ok(many("new").every((topic) => watching.topics.includes(topic)));
  assert.equal(watching.passes.length, 40);
  assert.ok(watching.passes.every((pass) => pass.startsWith("new")));
});

test("A page that crashed is forgotten", () => {
  const watching = new Watching();
  watching.hello(hello("a", ["team"], "5"), 0);
  watching.forget(300_001);
  assert.deepEqual(watching.topics, []);
});
