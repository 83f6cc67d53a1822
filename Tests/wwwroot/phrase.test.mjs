import assert from "node:assert/strict";
import { test } from "node:test";
import { phrase } from "../../wwwroot/js/phrase.js";

const labels = { Phone: "Phone number", Email: "E-mail", Name: "Name", Notes: "Notes" };
const labelOf = (name) => labels[name];
const change = (...names) => ({
  action: "Edit the contact of a person",
  subject: "Chiara",
  fields: names.flatMap((name) => [
    [`Was[${name}]`, "1"],
    [name, "2"],
  ]),
});

test("What was entered is called by its fields and by whose they are", () => {
  assert.deepEqual(phrase(change("Phone"), labelOf), { what: "Chiara's new phone number", is: "is" });
  assert.deepEqual(phrase(change("Name", "Email"), labelOf), { what: "Chiara's new name and e-mail", is: "are" });
});

test("What has no such name is called by the act", () => {
  const act = { what: "“Edit the contact of a person” for Chiara", is: "is" };
  for (const names of [[], ["Hidden"], ["Name", "Phone", "Email", "Notes"]])
    assert.deepEqual(phrase(change(...names), labelOf), act);
  assert.equal(phrase({ ...change("Phone"), subject: "" }, labelOf).what, "“Edit the contact of a person”");
});
