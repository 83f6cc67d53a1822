import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./browser.mjs";

const document = page({});
document.activeElement = null;
await import("../../wwwroot/js/list.js");

const left = [];
function listOf(...ids) {
  const list = Object.assign(new EventTarget(), {
    matches: (selector) => selector === "[data-list]",
    contains: () => false,
    dataset: {},
    querySelectorAll: () => ids.map((id) => ({ dataset: { row: id } })),
  });
  list.addEventListener("row:left", ({ detail }) => left.push(detail));
  return list;
}

function swap(list, next, type = "live") {
  left.length = 0;
  const ctx = { sourceElement: list, sourceEvent: { type, detail: {} }, text: "" };
  const tasks = [{ fragment: { querySelector: () => next } }];
  document.dispatchEvent(new CustomEvent("htmx:before:swap", { detail: { ctx, tasks } }));
  return left;
}

test("Who was picked in a list that is empty now is picked no longer", () => {
  assert.deepEqual(swap(listOf("amira", "ben"), listOf()), ["amira", "ben"]);
});

test("Whoever looks at another page or with another filter keeps what was picked", () => {
  assert.deepEqual(swap(listOf("amira"), listOf(), "change"), []);
});
