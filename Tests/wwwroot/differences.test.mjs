import assert from "node:assert/strict";
import { test } from "node:test";
import { differences } from "../../wwwroot/js/differences.js";

const text = (words) => ({ nodeType: 3, textContent: words });
const element = (nodeName, attributes, ...childNodes) => ({
  nodeType: 1,
  nodeName,
  childNodes,
  attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })),
  get textContent() {
    return childNodes.map((node) => node.textContent).join("");
  },
});

test("The same is no difference, however it is spaced", () => {
  const here = element("P", { id: "a" }, text("one  two\n"));
  assert.deepEqual(differences(here, element("P", { id: "a" }, text(" one two"))), []);
});

test("Another word is found in the innermost element", () => {
  const inner = element("B", {}, text("12"));
  const [found, ...more] = differences(
    element("P", {}, text("Hours"), inner),
    element("P", {}, text("Hours"), element("B", {}, text("13"))),
  );
  assert.equal(found.element, inner);
  assert.deepEqual([found.here, found.fresh, more], ["12", "13", []]);
});

test("A row too many is a difference of the list", () => {
  const list = element("UL", {}, element("LI", {}, text("a")), element("LI", {}, text("b")));
  assert.equal(differences(list, element("UL", {}, element("LI", {}, text("a"))))[0].element, list);
});

test("Another address is a difference, what a script adds is none", () => {
  const here = element("A", { href: "/a", class: "changed", title: "Changed by Bea" }, text("x"));
  assert.equal(differences(here, element("A", { href: "/b" }, text("x"))).length, 1);
  assert.deepEqual(differences(here, element("A", { href: "/a" }, text("x"))), []);
});

test("A time is told relative to now and never compared", () => {
  const here = element("TIME", { datetime: "a" }, text("2 minutes ago"));
  assert.deepEqual(differences(here, element("TIME", { datetime: "a" }, text("21 Nov 2026"))), []);
});
