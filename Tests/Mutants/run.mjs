// Breaks the code in small ways, one after the other, and says which breaks the tests do not notice.
// Run by hand from the root: node Tests/Mutants/run.mjs [part of a file's name] …
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const all = JSON.parse(readFileSync(new URL("mutants.json", import.meta.url), "utf8"));
const wanted = process.argv.slice(2);
const mutants = all.filter(({ file }) => !wanted.length || wanted.some((part) => file.includes(part)));

if (execFileSync("git", ["status", "--porcelain", "--", "Data", "Migrations", "Web", "wwwroot"]).length)
  throw new Error("Commit or stash your changes first: what is broken here is put back from memory.");

// A test that hangs has noticed, too.
const succeeds = (command, ...args) => spawnSync(command, args, { timeout: 900_000 }).status === 0;
const test = (tests) =>
  tests.endsWith(".mjs")
    ? succeeds("node", "--test", tests)
    : succeeds("dotnet", "test", "Tests", "--no-build", "--filter", tests);
const build = () => succeeds("dotnet", "build", "Tests", "-v", "q", "-p:RunAnalyzers=false");

// Restores the file also when the run is stopped by hand.
let restore = () => {};
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, () => {
    restore();
    process.exit(130);
  });

const judge = ({ file, find, replace, tests }) => {
  const code = readFileSync(file, "utf8");
  if (code.split(find).length !== 2) return "STALE";
  restore = () => writeFileSync(file, code);
  try {
    writeFileSync(
      file,
      code.replace(find, () => replace),
    );
    if (!build()) return "BROKEN";
    return test(tests) ? "MISSED" : "caught";
  } finally {
    restore();
  }
};

const line = (code) => code.trim().replace(/\s+/g, " ").slice(0, 100) || "nothing";

const verdicts = mutants.map((mutant) => {
  const verdict = judge(mutant);
  console.log(`${verdict}  ${mutant.file}: ${line(mutant.find)}  →  ${line(mutant.replace)}`);
  return verdict;
});
const count = (verdict) => verdicts.filter((each) => each === verdict).length;
console.log(
  `${count("caught")} of ${verdicts.length} caught, ${count("MISSED")} missed, ` +
    `${count("STALE")} no longer fit the code, ${count("BROKEN")} do not build`,
);
process.exitCode = count("caught") === verdicts.length ? 0 : 1;
