import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

// One name that is missing, and the browser runs none of the scripts of the page.
const folder = new URL("../../wwwroot/js/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".js"));
const text = Object.fromEntries(files.map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
const exported = (name) =>
  [...text[name].matchAll(/export (?:async )?(?:function\*?|const|let|class) (\w+)/g)].map(([, what]) => what);

for (const name of files) {
  test(`What ${name} imports is exported`, () => {
    for (const [, names = "", from] of text[name].matchAll(/import\s+(?:\{([^}]*)\}\s+from\s+)?"\.\/([^"]+)"/g)) {
      assert.ok(files.includes(from), `${from} is not there`);
      const wanted = names.split(",").map((each) => each.trim().split(" as ")[0]);
      for (const what of wanted.filter(Boolean)) assert.ok(exported(from).includes(what), `${from} has no ${what}`);
    }
  });
}
