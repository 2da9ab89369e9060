/**
 * Node's module hooks: what tests import of src is what was made of it in dist. In JavaScript, for nothing is
 * translated where hooks run.
 */

const SOURCES = new URL("../src/", import.meta.url).href;
const COMPILED = new URL("../dist/", import.meta.url).href;
const MODULE = /\.tsx?$/;

/** @type {import("node:module").ResolveHook} */
export async function resolve(specifier, context, next) {
  const { parentURL } = context;
  if (parentURL !== undefined && specifier.startsWith(".") && MODULE.test(specifier)) {
    const { href } = new URL(specifier, parentURL);
    if (href.startsWith(SOURCES)) {
      const url = COMPILED + href.slice(SOURCES.length).replace(MODULE, ".js");
      return { url, format: "module", shortCircuit: true };
    }
  }
  return next(specifier, context);
}
