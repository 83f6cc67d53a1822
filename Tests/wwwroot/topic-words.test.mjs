import assert from "node:assert/strict";
import { test } from "node:test";
import { topicWords } from "../../wwwroot/js/topic-words.js";

const amira = "0199b2c4-0000-7000-8000-000000012345";

test("A topic is said in the office's words", () => {
  assert.equal(topicWords("work-roles", "/team", "Team"), "work roles");
  assert.equal(topicWords("person:*", "/team", "Team"), "person: any");
  assert.equal(topicWords("here:/team", "/team", "Team"), "who is here on /team");
});

test("A person is named where the page is theirs, and told apart by the end of the id elsewhere", () => {
  assert.equal(topicWords(`person:${amira}`, `/team/${amira}/history`, "Amira Yilmaz"), "person: Amira Yilmaz");
  assert.equal(topicWords(`person:${amira}`, "/team", "Team"), "person …12345");
});
