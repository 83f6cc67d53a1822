import assert from "node:assert/strict";
import test from "node:test";
import { shownHash } from "../../wwwroot/js/shown.js";

// No window here: an element is its text and what was added to it.
function element(text) {
  return { cloneNode: () => ({ querySelectorAll: () => [], textContent: text }) };
}

test("the fingerprint is the server's: the first twelve bytes of the text without spaces", async () => {
  // Web/Live/ShownText.cs says the same: Tests/Web/Live/ShownTextTests.cs holds it to this value.
  assert.equal(await shownHash(element("  Notes \n Speaks French & German ")), "ce712c512fb731274ac7ac01");
});
