// Bundles src/ into the two files that kg/export/page.py puts inside the page.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const options = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  charset: "utf8",
  target: ["es2022"],
  outdir: "../kg/export/assets",
  entryNames: "graph",
  define: { "process.env.NODE_ENV": '"production"' },
  logLevel: "warning",
};

/** The licences of the packages that a bundle contains, as one comment: they ask to travel with it. */
function notices(metafile) {
  const names = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const match = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) names.add(match[1]);
  }
  const texts = new Map();
  for (const name of [...names].sort()) {
    const folder = join(here, "node_modules", name);
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${name} has no licence file`);
    const text = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
    texts.set(text, [...(texts.get(text) ?? []), name]);
  }
  const parts = [...texts].map(([text, packages]) => `${packages.join(", ")}\n\n${text}`);
  return `/*! Contains these packages:\n\n${parts.join("\n\n---\n\n").replaceAll("*/", "* /")}\n*/`;
}

const script = { ...options, entryPoints: ["src/main.ts"], format: "iife" };
const { metafile } = await build({ ...script, metafile: true, write: false });
await build({ ...script, banner: { js: notices(metafile) } });
await build({ ...options, entryPoints: ["src/graph.css"] });
