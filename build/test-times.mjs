// Reads the results of a test run (TRX) and prints where its time went: the slowest tests, and the sum of each kind.
// Usage: node build/test-times.mjs results.trx
import { readFileSync } from "node:fs";

const results = readFileSync(process.argv[2], "utf8");
const attribute = (tag, name) => tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? "";
const seconds = (duration) => duration.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
const decoded = (text) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");

const tests = [...results.matchAll(/<UnitTestResult [^>]*>/g)]
  .map(([tag]) => ({
    name: decoded(attribute(tag, "testName")).replace(/^StaffDashboard\.Tests\./, ""),
    seconds: seconds(attribute(tag, "duration")),
  }))
  .sort((a, b) => b.seconds - a.seconds);

// The folder that a test lies in, of pages the feature, too: Web.Pages.Team.BulkTests… is "Web.Pages.Team".
const kindOf = (name) => {
  const folders = name.replace(/\(.*$/s, "").split(".").slice(0, -2);
  return folders.slice(0, folders[1] === "Pages" ? 3 : 2).join(".");
};

const kinds = new Map();
for (const test of tests) {
  const kind = kinds.get(kindOf(test.name)) ?? { tests: 0, seconds: 0 };
  kinds.set(kindOf(test.name), { tests: kind.tests + 1, seconds: kind.seconds + test.seconds });
}

const line = (seconds, text) => console.log(`${seconds.toFixed(1).padStart(8)} s  ${text}`);
console.log("\nThe slowest 20 tests");
for (const test of tests.slice(0, 20)) line(test.seconds, test.name);
console.log("\nTime by kind (tests run side by side: the sum is more than the clock showed)");
for (const [kind, { tests, seconds }] of [...kinds].sort((a, b) => b[1].seconds - a[1].seconds))
  line(seconds, `${kind} (${tests})`);
