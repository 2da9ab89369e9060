import { readFile } from "node:fs/promises";
import type { LoadHook } from "node:module";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";

/** Eleventy appends a number to modules that it loads anew. */
const TYPED = /\.(tsx?|jsx)(?:\?[^/]*)?$/;

/** Node's module hook that loads TypeScript and JSX; JSX is made by `vestnik/jsx-runtime`. */
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
