import { readFile } from "node:fs/promises";
import type { LoadHook } from "node:module";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";

/** Eleventy puts a number behind the name of what it loads anew. */
const TYPED = /\.(tsx?|jsx)(?:\?[^/]*)?$/;

/**
 * Of Node's module hooks: what is written in TypeScript or JSX is loaded as JavaScript; elements of JSX are
 * made by `vestnik/jsx-runtime`.
 */
export const load: LoadHook = async (url, context, next) => {
  const [, ending] = TYPED.exec(url) ?? [];
  if (ending === undefined || !url.startsWith("file:")) return next(url, context);
  const file = fileURLToPath(url);
  const { code } = await transform(await readFile(file, "utf8"), {
    loader: ending as "ts" | "tsx" | "jsx",
    sourcefile: file,
    sourcemap: "inline",
    format: "esm",
    target: "node20",
    jsx: "automatic",
    jsxImportSource: "vestnik",
  });
  return { format: "module", source: code, shortCircuit: true };
};
