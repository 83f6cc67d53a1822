import assert from "node:assert/strict";
import { test } from "node:test";
import { nameOf, viewsOf } from "../../wwwroot/js/views.js";

const path = "/team/amira/contact";
const typed = [
  ["Was[Name]", "Amira"],
  ["Name", " Amira <b>Demir</b> "],
];

function document() {
  const parts = [];
  return { parts, append: (part) => parts.push(part) };
}

test("What was typed is echoed as the text that it is, at the address it is sent to", () => {
  globalThis.document = { createDocumentFragment: document };
  const [view, ...more] = viewsOf({ path, fields: typed });
  assert.equal(more.length, 0);
  assert.equal(view.name, `${path}#Name`);
  assert.deepEqual(view.draw().parts, ["Amira <b>Demir</b>"]);
});

test("What stands there already is no change", () => {
  const [view] = viewsOf({ path, fields: [["Notes", "One\r\nTwo\n"]] });
  assert.ok(view.isSame({ textContent: "One\nTwo" }));
  assert.ok(view.isSame({ textContent: "\n  One\nTwo\n" }), "however the markup is laid out");
  assert.ok(!view.isSame({ textContent: "One" }));
});

test("A place in a row is that row's", () => {
  const place = (row) => ({ dataset: { shown: "state" }, closest: () => row && { dataset: { row } } });
  assert.equal(nameOf(place("7")), "state 7");
  assert.equal(nameOf(place(null)), "state");
});

test("A template for rows is for each that was picked", () => {
  const template = { dataset: { shows: "state", rows: "ids", when: "Action=Archive" } };
  const form = { querySelectorAll: () => [template] };
  const fields = [
    ["ids", "1"],
    ["ids", "2"],
    ["Action", "Archive"],
  ];
  assert.deepEqual(
    viewsOf({ form, fields }).map(({ name }) => name),
    ["state 1", "state 2"],
  );
});
