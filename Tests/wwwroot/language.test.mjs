import assert from "node:assert/strict";
import test from "node:test";
import { inKnownLanguage } from "../../wwwroot/js/language.js";

function browser(language) {
  const prototype = { language };
  Object.defineProperty(globalThis, "navigator", { value: Object.create(prototype), configurable: true });
}

test("what is loaded hears of a language that Intl knows, and the browser keeps its own", async () => {
  browser("en-US@posix");

  const spoken = await inKnownLanguage(async () => new Intl.NumberFormat(navigator.language).format(1234.5));

  assert.equal(spoken, "1,234.5");
  assert.equal(navigator.language, "en-US@posix");
});

test("a library that fails to load leaves the browser its language", async () => {
  browser("en-US@posix");

  await assert.rejects(inKnownLanguage(() => Promise.reject(new Error("gone"))));

  assert.equal(navigator.language, "en-US@posix");
});

test("a language that Intl knows stays what it is", async () => {
  browser("de-DE");

  assert.equal(await inKnownLanguage(async () => navigator.language), "de-DE");
});
