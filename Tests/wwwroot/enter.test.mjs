import assert from "node:assert/strict";
import { test } from "node:test";
import { enter, enteredIn } from "../../wwwroot/js/enter.js";

test("Entered is what is not what it was; a box without its tick is not sent at all", () => {
  const fields = [
    ["Was[Name]", "Amira"],
    ["Was[Phone]", "+4915123456701"],
    ["Was[AlwaysNeeded]", "true"],
    ["Was[Archived]", "false"],
    ["Name", "Amira on the train"],
    ["Phone", "+4915123456701"],
    ["KnowsArchived", "true"],
  ];
  assert.deepEqual(
    enteredIn(fields).map(([name, value]) => [name, value]),
    [
      ["Name", "Amira on the train"],
      ["AlwaysNeeded", "false"],
    ],
  );
});

test("It is entered where it was, ticks as ticks, and told like typing", () => {
  const told = [];
  const control = (name, more) => [name, { ...more, dispatchEvent: ({ type }) => told.push(`${type} ${name}`) }];
  const controls = new Map([
    control("Name", { value: "Amira" }),
    control("AlwaysNeeded", { type: "checkbox", value: "true", checked: true }),
  ]);
  enter({ elements: { namedItem: (name) => controls.get(name) ?? null } }, [
    ["Name", "Amira on the train"],
    ["AlwaysNeeded", "false"],
    ["Gone", "since"],
  ]);
  assert.equal(controls.get("Name").value, "Amira on the train");
  assert.equal(controls.get("AlwaysNeeded").checked, false);
  assert.deepEqual(told, ["input Name", "input AlwaysNeeded"]);
});
