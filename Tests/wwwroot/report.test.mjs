import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./browser.mjs";

test("What was done at this tab is remembered for the one who did it", async () => {
  const kept = new Map();
  globalThis.sessionStorage = { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text) };
  kept.set("report-steps sam", JSON.stringify([{ at: "", kind: "action", name: "of Sam" }]));
  kept.set("report-steps mia", JSON.stringify([{ at: "", kind: "action", name: "on the page before" }]));
  const document = page({ person: "mia" });
  const { nameOf } = await import("../../wwwroot/js/report.js");

  document.dispatchEvent(
    new CustomEvent("sync:event", { detail: { kind: "action", at: 0, name: "Archive a person" } }),
  );

  const mine = () => JSON.parse(kept.get("report-steps mia")).map(({ name }) => name);
  assert.deepEqual(mine(), ["on the page before", "Archive a person"]);

  const tell = (detail) => document.dispatchEvent(new CustomEvent("sync:event", { detail }));
  for (const kind of ["seen", "changed", "queue"]) tell({ kind, at: 0, name: "too much of it" });
  assert.equal(mine().length, 2);
  for (let i = 1; i <= 20; i++) tell({ kind: "action", at: 0, name: `${i}` });
  assert.deepEqual(
    mine(),
    Array.from({ length: 20 }, (_, at) => `${at + 1}`),
  );

  globalThis.location = { href: "https://office.test/team" };
  const address = "/team/01a1fc7a-1d89-77aa-a3ed-3a04ac149be0?handler=Archive&q=Amira#Yilmaz";
  assert.equal(nameOf(address), "/team/{id} Archive", "neither who it is nor what was searched for");
});
