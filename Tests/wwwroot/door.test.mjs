import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const shelves = new Map();
globalThis.caches = {
  keys: async () => [...shelves.keys()],
  delete: async (name) => shelves.delete(name),
  match: async () => undefined,
  open: async (name) => {
    if (!shelves.has(name)) shelves.set(name, new Map());
    const pages = shelves.get(name);
    return {
      match: async (url) => pages.get(url)?.clone(),
      put: async (url, answer) => pages.set(url, answer),
      delete: async (url) => pages.delete(url),
      keys: async () => [...pages.keys()],
    };
  },
};
const office = "http://office.test";
const heard = {};
globalThis.location = new URL(office);
globalThis.self = { addEventListener: (name, listener) => (heard[name] = listener) };
let answer;
globalThis.fetch = async () => answer;
const { work } = await import("../../wwwroot/js/worker.js");
work("/a/1", []);

const person = '<html><head><meta name="person" content="bea" data-role="Manager"></head></html>';

async function open(path, html, status = 200) {
  answer = new Response(html, { status });
  const after = [];
  let answered;
  heard.fetch({
    request: { method: "GET", mode: "navigate", url: office + path },
    respondWith: (given) => (answered = given),
    waitUntil: (kept) => after.push(kept),
  });
  await answered;
  await Promise.all(after);
}

beforeEach(async () => {
  shelves.clear();
  await open("/team", person);
});

test("What somebody saw is kept", () => {
  assert.equal(shelves.size, 1);
});

test("Whoever stands at the door again has left nothing behind", async () => {
  await open("/account/sign-in", "<html><head></head></html>");
  assert.equal(shelves.size, 0);
});

test("A door that could not be shown says nothing of who is there", async () => {
  await open("/account/sign-in", "<html><head></head></html>", 503);
  assert.equal(shelves.size, 1);
});
