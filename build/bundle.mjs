// Makes of wwwroot/js and wwwroot/css what a browser loads: one script and one style sheet a kind of page, and what is
// loaded when it is used. Run by the build: node build/bundle.mjs FOLDER
import { mkdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { bundleAsync } from "lightningcss";

const home = fileURLToPath(new URL("..", import.meta.url));
const folder = process.argv[2];

const scripts = ["app", "bare", "print", "worker"];
const styles = ["app", "bare", "chart", "health"];

const script = (name) => join(home, "wwwroot", "js", `${name}.js`);
const options = {
  bundle: true,
  format: "esm",
  minify: true,
  sourcemap: true,
  absWorkingDir: home,
  outdir: join(folder, "js"),
  chunkNames: "[name]-[hash]",
  target: "es2024",
  logLevel: "warning",
};

// While nodes are exchanged, two pieces may come from two versions and not fit: only a library of its own may be split
// off, to be fetched when it is used.
async function bundle(name) {
  const { metafile } = await build({ ...options, entryPoints: [script(name)], splitting: true, metafile: true });
  for (const [file, { imports }] of Object.entries(metafile.outputs))
    if (imports.some(({ kind }) => kind === "import-statement"))
      throw new Error(`${file} comes in pieces: what is fetched with import() shares modules with ${name}.js.`);
}

async function style(name) {
  const filename = join(home, "wwwroot", "css", `${name}.css`);
  const { code, map } = await bundleAsync({ filename, projectRoot: home, minify: true, sourceMap: true });
  const file = join(folder, "css", basename(filename));
  await writeFile(file, `${code}\n/*# sourceMappingURL=${name}.css.map */\n`);
  await writeFile(`${file}.map`, map);
}

await rm(folder, { recursive: true, force: true });
await mkdir(join(folder, "css"), { recursive: true });
await Promise.all([...scripts.map(bundle), ...styles.map(style)]);
