import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { page, until } from "./browser.mjs";

class Element extends EventTarget {
  constructor(name) {
    super();
    Object.assign(this, { name, dataset: {}, children: [] });
  }
  append(...parts) {
    this.children.push(...parts);
  }
  replaceChildren(...parts) {
    this.children = parts;
  }
  matches() {
    return false;
  }
  querySelectorAll() {
    return [];
  }
  get text() {
    const own = this.children.map((part) => part?.text ?? part).filter((part) => typeof part === "string");
    return [this.textContent, ...own].filter(Boolean).join(" ");
  }
  all(name) {
    const within = this.children.flatMap((part) => part.all?.(name) ?? []);
    return this.name === name ? [this, ...within] : within;
  }
}

const document = page({ person: "bea", antiforgery: "token" });
const panel = new Element("div");
Object.assign(document, {
  createElement: (name) => new Element(name),
  querySelectorAll: (selector) => (selector === "[data-queue-panel]" ? [panel] : []),
  getElementById: () => null,
  body: new Element("body"),
});
globalThis.location = new URL("http://office.test/team");
const copied = [];
navigator.clipboard = { writeText: async (text) => copied.push(text) };
let asked = [];
globalThis.fetch = async (address, options) => {
  asked.push({ address, ...options });
  const response = new Response(null, { status: 200 });
  return Object.defineProperties(response, { redirected: { value: false }, url: { value: "" } });
};
const queue = await import("../../wwwroot/js/queue.js");
const { draw } = await import("../../wwwroot/js/queue-panel.js");

const day = 24 * 3600 * 1000;
const old = (more) => ({
  method: "POST",
  path: "/team/1/contact",
  fields: [
    ["Was[Phone]", "1"],
    ["Phone", "2"],
  ],
  key: "its key",
  about: ["1"],
  action: "Edit the contact of a person",
  subject: "Amira",
  queuedAt: Date.now() - 8 * day,
  ...more,
});
const button = (words) => panel.all("button").find(({ textContent }) => textContent === words);

after(() => queue.wipe());
beforeEach(async () => {
  await queue.wipe();
  [asked, copied.length] = [[], 0];
});

test("What waited too long can be read, copied and sent again, under its key", async () => {
  await queue.add(old({ entered: [["Phone", "+49 151 2345"]] }));
  await queue.flush();
  assert.deepEqual(asked, [], "not by itself");
  await draw();
  assert.match(panel.text, /longer than seven days/);
  assert.match(panel.text, /Phone \+49 151 2345/);
  button("Copy").dispatchEvent(new Event("click"));
  assert.deepEqual(copied, ["Phone: +49 151 2345"]);

  button("Try again").dispatchEvent(new Event("click"));
  await until(async () => (await queue.items()).length === 0);
  assert.deepEqual(
    asked.map(({ headers }) => headers["Idempotency-Key"]),
    ["its key"],
  );
});

test("What was kept before its labels were is read by the names of its fields", async () => {
  await queue.add(old());
  await queue.flush();
  await draw();
  assert.match(panel.text, /Phone 2/);
});
