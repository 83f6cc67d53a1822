import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const kept = { headers: { "Cache-Control": "public, max-age=31536000, immutable" } };
const file = "/css/base.css";
const shelves = new Map();
const on = {};
let office;
let asked;

// A page is closed while its timers run.
const later = globalThis.setTimeout;
globalThis.setTimeout = (work, ms) => later(work, ms).unref();
globalThis.location = new URL("https://office.example/");
globalThis.self = {
  addEventListener: (kind, heard) => {
    on[kind] = heard;
  },
  skipWaiting: async () => {},
  clients: { claim: async () => {} },
};
globalThis.Request = class {
  constructor(url) {
    this.url = url;
  }
};
globalThis.fetch = async (request) => {
  const address = request.url ?? request;
  asked.push(address);
  return office(address);
};
globalThis.caches = {
  keys: async () => [...shelves.keys()],
  delete: async (name) => shelves.delete(name),
  match: async (address, { cacheName }) => shelves.get(cacheName)?.get(address)?.clone(),
  open: async (name) => {
    if (!shelves.has(name)) shelves.set(name, new Map());
    return {
      put: async (address, answer) => shelves.get(name).set(address, answer),
      add: async ({ url }) => shelves.get(name).set(url, new Response("offline")),
    };
  },
};

const { work } = await import("../../wwwroot/js/worker.js");
work("/a/2", [file]);

beforeEach(() => {
  shelves.clear();
  asked = [];
  office = () => new Response("of the office", kept);
});

function happens(kind, event = {}) {
  let done;
  const take = (promise) => {
    done = promise;
  };
  on[kind]({ ...event, waitUntil: take, respondWith: take });
  return done;
}

async function ask(path) {
  const request = { method: "GET", mode: "no-cors", url: `https://office.example${path}` };
  const answer = await happens("fetch", { request, clientId: "one" });
  return answer.text();
}

test("A file of this version comes from the disk and is not asked for", async () => {
  office = () => new Response("of this version", kept);
  await happens("install");
  asked = [];
  office = () => assert.fail("It was asked for.");
  assert.equal(await ask(`/a/2${file}`), "of this version");
  assert.deepEqual(asked, []);
});

test("What a node of another version gave under this version's name is not kept", async () => {
  office = () => new Response("of another version", { headers: { "Cache-Control": "no-cache" } });
  await assert.rejects(happens("install"), /base\.css/);
  assert.equal(shelves.get("frame /a/2")?.get(`/a/2${file}`), undefined);
});

test("Without a node that gives it, a new version does not begin", async () => {
  office = () => new Response("", { status: 503, ...kept });
  await assert.rejects(happens("install"));
});

test("A page of another version is given what the office has", async () => {
  await happens("install");
  office = (address) => new Response(`${new URL(address).pathname} of the office`);
  assert.equal(await ask(`/a/1${file}`), `/a/1${file} of the office`);
  assert.equal(await ask(file), `${file} of the office`);
});

test("Without a line it is given the same file of this version", async () => {
  office = () => new Response("of this version", kept);
  await happens("install");
  office = () => Promise.reject(new TypeError("Failed to fetch"));
  assert.equal(await ask(`/a/1${file}`), "of this version");
  assert.equal(await ask(file), "of this version");
});

test("What was dropped from the disk is asked for", async () => {
  assert.equal(await ask(`/a/2${file}`), "of the office");
});

test("The frame of an earlier version goes when this one begins", async () => {
  await caches.open("frame /a/1");
  await caches.open("kept mia Manager");
  await happens("install");
  await happens("activate");
  assert.deepEqual([...shelves.keys()].sort(), ["frame /a/2", "kept mia Manager"]);
});
