// Breaks the code in small ways and says which breaks the tests do not notice.
// Run by hand from the root: node Tests/Mutants/run.mjs [--together N] [part of a file's name] …
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { batches, namesFailed } from "./batches.mjs";

const { values, positionals: wanted } = parseArgs({
  options: { together: { type: "string", default: "1" } },
  allowPositionals: true,
});
const all = JSON.parse(readFileSync(new URL("mutants.json", import.meta.url), "utf8"));
const mutants = all.filter(({ file }) => !wanted.length || wanted.some((part) => file.includes(part)));

if (execFileSync("git", ["status", "--porcelain", "--", "Data", "Migrations", "Web", "wwwroot"]).length)
  throw new Error("Commit or stash your changes first: what is broken here is put back from memory.");

// With all that it started: a test program whose parent is gone would run on beside the next one.
const dotnet = async (...args) => {
  const run = spawn("dotnet", args, { stdio: "ignore", detached: true });
  const limit = setTimeout(() => process.kill(-run.pid, "SIGKILL"), 600_000);
  const [status] = await once(run, "exit");
  clearTimeout(limit);
  return status;
};
const build = async () => (await dotnet("build", "Tests", "-v", "q", "-p:RunAnalyzers=false")) === 0;

// The names of the tests that failed, or nothing when the run never came to an end or could not write what it found:
// a test that hangs has noticed, too.
const failing = async (tests) => {
  const folder = mkdtempSync(join(tmpdir(), "mutants-"));
  try {
    const trx = ["--results-directory", folder, "--logger", "trx;LogFileName=results.trx"];
    const filter = [...new Set(tests.split("|"))].join("|");
    const status = await dotnet("test", "Tests", "--no-build", "--filter", filter, ...trx);
    const results = join(folder, "results.trx");
    return status === null || !existsSync(results) ? undefined : namesFailed(readFileSync(results, "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

// Restores the files also when the run is stopped by hand.
const before = new Map();
const restore = () => {
  for (const [file, code] of before) writeFileSync(file, code);
  before.clear();
};
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, () => {
    restore();
    process.exit(130);
  });

const fits = ({ file, find }) => readFileSync(file, "utf8").split(find).length === 2;
const breakIt = ({ file, find, replace }) => {
  const code = readFileSync(file, "utf8");
  before.set(file, code);
  writeFileSync(
    file,
    code.replace(find, () => replace),
  );
};

const line = (code) => code.trim().replace(/\s+/g, " ").slice(0, 100) || "nothing";
const verdicts = [];
const say = (verdict, { file, find, replace }) => {
  verdicts.push(verdict);
  console.log(`${verdict}  ${file}: ${line(find)}  →  ${line(replace)}`);
};

// Together, a fault that keeps the others' tests from running at all would look caught for all: then one by one.
const judge = async (batch) => {
  try {
    for (const mutant of batch) breakIt(mutant);
    const built = await build();
    const failed = built ? await failing(batch.map(({ tests }) => tests).join("|")) : undefined;
    restore();
    if (batch.length > 1 && !failed) {
      for (const mutant of batch) await judge([mutant]);
      return;
    }
    if (batch.length > 1) console.log(`${batch.length} faults together: ${failed.length} tests failed`);
    for (const mutant of batch) {
      const noticed =
        !failed || mutant.tests.split("|").some((part) => failed.some((name) => name.includes(part.split("~")[1])));
      say(!built ? "BROKEN" : noticed ? "caught" : "MISSED", mutant);
    }
  } finally {
    restore();
  }
};

for (const stale of mutants.filter((mutant) => !fits(mutant))) say("STALE", stale);
for (const batch of batches(mutants.filter(fits), Number(values.together))) await judge(batch);

const count = (verdict) => verdicts.filter((each) => each === verdict).length;
console.log(
  `${count("caught")} of ${verdicts.length} caught, ${count("MISSED")} missed, ` +
    `${count("STALE")} no longer fit the code, ${count("BROKEN")} do not build`,
);
process.exitCode = count("caught") === verdicts.length ? 0 : 1;
