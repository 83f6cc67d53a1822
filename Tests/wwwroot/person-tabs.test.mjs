import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./browser.mjs";

test("Only tabs of the same person hear each other, and only they have a leader in common", async () => {
  page({ person: "bea" });
  const names = [];
  navigator.locks.request = async (name) => names.push(name);
  globalThis.sessionStorage = { getItem: () => "tab", setItem: () => {} };
  globalThis.BroadcastChannel = class {
    constructor(name) {
      names.push(name);
    }
    postMessage() {}
  };

  await import("../../wwwroot/js/tabs.js");

  assert.deepEqual([...new Set(names)], ["tabs bea"]);
});
