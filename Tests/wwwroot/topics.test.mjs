import assert from "node:assert/strict";
import { test } from "node:test";
import { concerns, isPresence, matches } from "../../wwwroot/js/topics.js";

test("A topic is told to those who watch exactly it", () => {
  assert.ok(matches("team", "team"));
  assert.ok(!matches("team", "teams"));
  assert.ok(!matches("person:1", "person:12"));
});

test("Many at once are told to everybody who watches one of them", () => {
  assert.ok(matches("person:1", "person:*"));
  assert.ok(matches("person:*", "person:*"));
  assert.ok(!matches("personal:1", "person:*"));
  assert.ok(!matches("team", "person:*"));
});

test("An element is concerned when one of its topics is", () => {
  const element = { dataset: { live: " team  person:1 " } };
  assert.ok(concerns(element, ["skills", "person:1"]));
  assert.ok(!concerns(element, ["skills", "person:2"]));
});

test("Who is here is no change of the office", () => {
  assert.ok(isPresence("here:/team") && isPresence("here:*"));
  assert.ok(!isPresence("person:1") && !isPresence("team"));
});
