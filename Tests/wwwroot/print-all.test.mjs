import assert from "node:assert/strict";
import { test } from "node:test";

const document = new EventTarget();
let clicks = 0;
let link = null;
document.querySelector = (selector) => (selector === "[data-print]" ? link : null);
Object.assign(globalThis, { document });
await import("../../wwwroot/js/print-all.js");

function press(keys) {
  const event = Object.assign(new Event("keydown", { cancelable: true }), { ctrlKey: false, metaKey: false, ...keys });
  document.dispatchEvent(event);
  return event.defaultPrevented;
}

test("Where a page is one of many, the key for printing leads to the print of all", () => {
  link = { click: () => clicks++ };
  assert.ok(press({ key: "p", ctrlKey: true }));
  assert.ok(press({ key: "P", metaKey: true }));
  assert.equal(clicks, 2);
  assert.ok(!press({ key: "p" }));
  assert.ok(!press({ key: "s", ctrlKey: true }));
  assert.equal(clicks, 2);
});

test("Elsewhere the browser prints what it shows", () => {
  link = null;
  assert.ok(!press({ key: "p", ctrlKey: true }));
});
