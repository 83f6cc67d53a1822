import assert from "node:assert/strict";
import { test } from "node:test";
import { fits, partsOf } from "../../wwwroot/js/preview.js";

test("A list is what the office will make of it", () => {
  const fields = [
    ["Skills", "bar, English"],
    ["Skills", "Bar"],
    ["Skills", "  "],
    ["Other", "no"],
  ];
  assert.deepEqual(partsOf(fields, "Skills"), ["bar", "English"]);
});

test("A template is for its value, or for any", () => {
  const fields = [["Needed", "true"]];
  assert.ok(fits({ dataset: {} }, fields));
  assert.ok(fits({ dataset: { when: "Needed=true" } }, fields));
  assert.ok(!fits({ dataset: { when: "Needed=false" } }, fields));
  const both = [...fields, ["Action", "Employ"]];
  assert.ok(fits({ dataset: { when: "Action=Employ Needed=true" } }, both));
  assert.ok(!fits({ dataset: { when: "Action=Employ Needed=false" } }, both));
});
