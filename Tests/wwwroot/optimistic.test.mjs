import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { page } from "./browser.mjs";

const document = page({ person: "bea" });
document.querySelectorAll = () => [];
document.getElementById = () => null;
document.body = { append() {}, querySelectorAll: () => [] };
document.createElement = () => ({
  append() {},
  addEventListener() {},
  matches: () => false,
  querySelectorAll: () => [],
});
await import("../../wwwroot/js/optimistic.js");

const fire = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail, cancelable: true }));
let removed;
const part = { contains: () => false, remove: () => removed++ };
const hidden = { hidden: true };
const section = { dataset: { echoes: "/team/1/notes" }, children: [hidden], querySelectorAll: () => [part] };

beforeEach(() => {
  removed = 0;
  hidden.hidden = true;
});

// A press whose form lies under what will be read.
function press(more) {
  const form = {
    matches: (selector) => selector === "form[data-optimistic]",
    closest: () => section,
    getAttribute: () => "/team/1/notes",
    querySelectorAll: () => [],
    querySelector: () => null,
    dataset: {},
  };
  const ctx = { sourceElement: form, request: { method: "POST", headers: {}, body: [] }, ...more };
  fire("htmx:config:request", { ctx });
  return ctx;
}

const answered = (ctx, status, headers = {}) =>
  fire("htmx:after:request", {
    ctx: Object.assign(ctx, { text: "", response: { status, headers: new Headers(headers), raw: { status } } }),
  });

test("What was refused is taken back: the form is there again as it was", () => {
  answered(press(), 403);
  assert.deepEqual([removed, hidden.hidden], [1, false]);
});

test("So it is where the line broke and nothing keeps the change, and where the disk is full", () => {
  fire("save:failed", { ctx: press(), cause: "line" });
  assert.deepEqual([removed, hidden.hidden], [1, false]);
  fire("queue:full", { ctx: press() });
  assert.equal(removed, 2);
});

test("What may have been saved stays shown until that is known, or until nothing asks about it any more", () => {
  const ctx = press();
  answered(ctx, 503, { "X-Trouble": "unknown-outcome" });
  assert.deepEqual([removed, hidden.hidden], [0, true]);
  fire("save:failed", { ctx, cause: "unknown-outcome" });
  assert.deepEqual([removed, hidden.hidden], [1, false]);
});

test("What was saved is left to the answer", () => {
  answered(press(), 200);
  assert.deepEqual([removed, hidden.hidden], [0, true]);
});

test("What waited and was sent but changed nothing is taken back, too", () => {
  for (const [said, taken] of [
    [undefined, 0],
    [{ kind: "bad", text: "Nothing changed: archived already." }, 1],
  ]) {
    removed = 0;
    const ctx = press();
    fire("queue:waits", { ctx, form: ctx.sourceElement, change: { id: 7 } });
    fire("queue:became", { became: "sent", id: 7, said });
    assert.equal(removed, taken);
  }
});

test("Each press is a decision of its own, but for the same one sent again", () => {
  assert.notEqual(press({ key: "first" }).key, "first");
  assert.equal(press({ key: "first", isRepeat: true }).key, "first");
});
