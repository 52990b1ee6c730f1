// Bundles src/ into the files that kg/export/page.py puts inside its page and those that kg/serve serves.
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
  if (texts.size === 0) return "";
  const parts = [...texts].map(([text, packages]) => `${packages.join(", ")}\n\n${text}`);
  return `/*! Contains these packages:\n\n${parts.join("\n\n---\n\n").replaceAll("*/", "* /")}\n*/`;
}

async function bundle(outdir, name, entry) {
  const settings = { ...options, outdir, entryNames: name, entryPoints: [`src/${entry}`] };
  if (entry.endsWith(".css")) return void (await build(settings));
  const { metafile } = await build({ ...settings, format: "iife", metafile: true, write: false });
  await build({ ...settings, format: "iife", banner: { js: notices(metafile) } });
}

await bundle("../kg/export/assets", "graph", "main.ts");
await bundle("../kg/export/assets", "graph", "graph.css");
for (const name of ["explorer", "site", "sparql"]) await bundle("../kg/serve/assets", name, `${name}.ts`);
for (const name of ["explorer", "site"]) await bundle("../kg/serve/assets", name, `${name}.css`);
