import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./browser.mjs";

test("What was done at this tab is remembered for the one who did it", async () => {
  const kept = new Map();
  globalThis.sessionStorage = { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text) };
  kept.set("report-steps sam", JSON.stringify([{ at: "", kind: "action", name: "of Sam" }]));
  const document = page({ person: "mia" });
  await import("../../wwwroot/js/report.js");

  document.dispatchEvent(
    new CustomEvent("sync:event", { detail: { kind: "action", at: 0, name: "Archive a person" } }),
  );

  const mine = JSON.parse(kept.get("report-steps mia"));
  assert.deepEqual(
    mine.map(({ name }) => name),
    ["Archive a person"],
  );
});
