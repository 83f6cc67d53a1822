import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { keep, keepForm, kept } from "../../wwwroot/js/keeper.js";

const shelves = new Map();
globalThis.caches = {
  keys: async () => [...shelves.keys()],
  delete: async (name) => shelves.delete(name),
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

const page = (person, role, text) =>
  new Response(
    `<html><head><title>Amira</title><meta name="person" content="${person}" data-role="${role}"></head>${text}</html>`,
  );

beforeEach(() => shelves.clear());

test("A page is kept for whom it was drawn, and says since when", async () => {
  await keep("/team", page("mia", "Manager", "the team"), 1700);
  const found = await (await kept("/team")).text();
  assert.match(found, /the team/);
  assert.match(found, /<meta name="kept-at" content="1700">/);
});

test("The first page of somebody else throws away what was kept", async () => {
  await keep("/team/1", page("mia", "Manager", "25.00"));
  await keep("/team", page("sam", "Staff", "the team"));
  assert.equal(await kept("/team/1"), undefined);
});

test("So does the first page in another role: what only a Manager sees is not kept for Staff", async () => {
  await keep("/team/1", page("mia", "Manager", "25.00"));
  await keep("/team", page("mia", "Staff", "the team"));
  assert.equal(await kept("/team/1"), undefined);
});

test("A page of nobody is not kept, and neither is a form then", async () => {
  await keep("/team", page("mia", "Manager", "the team"));
  await keep("/team", new Response("<html><head></head></html>"));
  await keepForm("/team/1/contact?part=form", new Response("a form"));
  assert.equal(shelves.size, 0);
});

test("The fifty pages seen last are kept, and no cookie with them", async () => {
  const kept51 = Array.from({ length: 51 }, (_, at) => `/team/${at}`);
  for (const path of kept51.slice(0, 50)) await keep(path, page("mia", "Manager", path));
  const again = page("mia", "Manager", "again");
  again.headers.append("Set-Cookie", "session=secret");
  await keep("/team/0", again);
  await keep("/team/50", page("mia", "Manager", "the last"));
  assert.equal(await kept("/team/1"), undefined, "the one that was not looked at for longest makes room");
  assert.equal((await kept("/team/0")).headers.get("Set-Cookie"), null);
  assert.ok(await kept("/team/50"));
});
