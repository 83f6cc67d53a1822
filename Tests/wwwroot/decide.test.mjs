import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { page, until } from "./browser.mjs";

const document = page({ person: "bea", antiforgery: "token" });
const element = () => ({ append() {}, addEventListener() {}, matches: () => false, querySelectorAll: () => [] });
let forms = [];
Object.assign(document, {
  querySelectorAll: (selector) => (selector.startsWith("main form") ? forms : []),
  getElementById: () => null,
  createElement: element,
  body: { append() {}, querySelectorAll: () => [] },
});
const ask = document.querySelector;
document.querySelector = (selector) => {
  const id = /^form\[data-decides="(\d+)"\]$/.exec(selector)?.[1];
  return id ? (forms.find(({ dataset }) => `${dataset.decides}` === id) ?? null) : ask(selector);
};
const address = { hash: "", pathname: "/team/amira/contact", search: "", origin: "http://office.test" };
globalThis.location = address;
globalThis.history = { state: null, replaceState: () => (address.hash = "") };
globalThis.fetch = async () => {
  throw new TypeError("Failed to fetch");
};
const queue = await import("../../wwwroot/js/queue.js");
const store = await import("../../wwwroot/js/store.js");
await import("../../wwwroot/js/decide.js");

const path = "/team/amira/contact";
function formOf(isChooser = false) {
  const link = { textContent: "Keep theirs", clicked: 0, click: () => link.clicked++ };
  const fields = {};
  return {
    dataset: {},
    submitted: 0,
    added: [],
    link,
    fields,
    elements: {
      namedItem: (name) => (name.includes("Name") && !name.startsWith("Choice") ? entered(fields, name) : null),
    },
    getAttribute: () => path,
    matches: (selector) => selector === "[data-conflict]" && isChooser,
    querySelector: () => link,
    append(...more) {
      this.added.push(...more.map(({ name, value }) => [name, value]));
    },
    requestSubmit() {
      this.submitted++;
    },
  };
}

function entered(fields, name) {
  return {
    dispatchEvent() {},
    set value(value) {
      fields[name] = value;
    },
  };
}

const fire = (name, ctx, tasks = []) => document.dispatchEvent(new CustomEvent(name, { detail: { ctx, tasks } }));
function answer(form, status, next, raw = { status }) {
  const ctx = {
    sourceElement: form,
    request: { method: "POST", headers: {} },
    response: { status, raw, headers: new Headers() },
  };
  fire("htmx:after:request", ctx);
  forms = [next].filter(Boolean);
  fire("htmx:before:swap", ctx, [{ swapSpec: {}, fragment: { querySelectorAll: () => forms } }]);
  // As htmx does it: what was drawn stands for the form that made room for it.
  ctx.sourceElement = { getAttribute: () => null, dataset: {} };
  fire("htmx:after:swap", ctx);
}

async function conflict(more = []) {
  const fields = [["Was[Name]", "Amira"], ["Name", "by Bea"], ...more];
  const id = await queue.add({
    method: "POST",
    path,
    fields,
    key: "k",
    about: ["amira"],
    action: "Edit",
    queuedAt: Date.now(),
  });
  await store.alter(id, { state: "parked", cause: "conflict" });
  return id;
}

// As the browser would: the address changes, and the page looks.
async function look(id) {
  const form = formOf();
  forms = [form];
  address.hash = `#waiting=${id}`;
  window.dispatchEvent(new Event("hashchange"));
  await until(() => form.submitted);
  assert.equal(form.submitted, 1);
  return form;
}

const ids = async () => (await queue.items()).map(({ id }) => id);
async function isGone(id) {
  await until(async () => !(await ids()).includes(id));
  assert.ok(!(await ids()).includes(id));
}

after(() => queue.wipe());
beforeEach(() => queue.wipe());

test("A conflict that is looked at stays where it is until its chooser is saved", async () => {
  const id = await conflict();
  const form = await look(id);
  assert.equal(form.fields.Name, "by Bea");
  const chooser = formOf(true);
  answer(form, 409, chooser);
  assert.deepEqual(await ids(), [id], "nobody has decided yet");
  assert.equal(chooser.link.textContent, "Decide later");
  const once = formOf(true);
  answer(chooser, 422, once);
  answer(once, 503, once);
  assert.deepEqual(await ids(), [id], "what was chosen could not be saved");
  answer(once, 200);
  await isGone(id);
  assert.equal(address.hash, "");
});

test("An answer that asks who is there decides nothing", async () => {
  const id = await conflict();
  const form = await look(id);
  answer(form, 200, form, { status: 200, redirected: true, url: "http://office.test/account/sign-in" });
  answer(form, 401, form);
  for (let turn = 0; turn < 20; turn++) await new Promise((soon) => setImmediate(soon));
  assert.deepEqual(await ids(), [id]);
});

test("A form that is opened anew is about something else", async () => {
  const id = await conflict();
  const form = await look(id);
  const chooser = formOf(true);
  answer(form, 409, chooser);
  const another = formOf();
  forms = [another];
  fire("htmx:before:swap", { sourceElement: chooser.link, response: { status: 200, raw: { status: 200 } } }, [
    { swapSpec: {}, fragment: { querySelectorAll: () => forms } },
  ]);
  answer(another, 200);
  for (let turn = 0; turn < 20; turn++) await new Promise((soon) => setImmediate(soon));
  assert.deepEqual(await ids(), [id]);
});

test("What was chosen before the line broke again is not lost with it", async () => {
  const chosen = [
    ["Choice[Name]", "edit"],
    ["Edited[Name]", "by both"],
  ];
  const form = await look(await conflict(chosen));
  assert.deepEqual(form.added, [["Choice[Name]", "edit"]]);
  assert.equal(form.fields["Edited[Name]"], "by both");
});

test("Where another tab has decided this one stops asking", async () => {
  const id = await conflict();
  const chooser = formOf(true);
  answer(await look(id), 409, chooser);
  document.dispatchEvent(new CustomEvent("queue:became", { detail: { became: "dropped", id, cause: "discarded" } }));
  assert.equal(chooser.link.clicked, 0);
  document.dispatchEvent(new CustomEvent("queue:became", { detail: { became: "decided", id } }));
  assert.equal(chooser.link.clicked, 1);
});
