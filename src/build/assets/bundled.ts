import { basename } from "node:path";
import type { BuildOptions, Metafile } from "esbuild";
import { jsonFile } from "../../index/index.ts";
import type { Assets } from "../../site/index.ts";
import { MODULES, sourceFile } from "../project/project.ts";

/**
 * What is bundled with the styles: these and the scripts that share nothing with others, so that they wait
 * for none. By the names by which pages know their addresses.
 *
 * The search page's is among them, though it has much in common with the box: what they share would be files of
 * their own, which a browser knows of when it has read the script, and a slow line answers half a second later.
 */
export const FIRST = {
  styles: "site/styles/site.css",
  listStyles: "site/styles/lists.css",
  searchStyles: "site/styles/search.css",
  searchScript: "search/ui/page/search-page",
  rescueScript: "reader/search-rescue",
  themeScript: "reader/theme",
  offlineScript: "reader/offline-list",
} as const satisfies Partial<Record<keyof Assets, string>>;

/** Loaded by scripts, when they are needed. */
export const LATER_STYLES = {
  box: "site/styles/search-box.css",
  found: "site/styles/found.css",
} as const;

/** Where the settings name these services. */
export const SERVICES = {
  counterScript: "reader/counter",
  commentsScript: "reader/comments",
  commentsStyles: "site/styles/comments.css",
} as const satisfies Partial<Record<keyof Assets, string>>;

export const ENGINE = "search/engine/index";
export const READER = "reader/reader";
export const WORKER = "reader/worker/worker";
export const NO_WORKER = "reader/worker/retire";

/** All that the task «assets» bundles. */
export const BUNDLED: readonly string[] = [
  ...[FIRST, LATER_STYLES, SERVICES].flatMap((entries) => Object.values(entries)),
  ...[ENGINE, READER, WORKER, NO_WORKER],
];

/** For browsers of the last years: those that know the syntax of ES2022. */
export const FOR_BROWSERS = {
  absWorkingDir: MODULES,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  // Modules are UTF-8 by their standard; each letter of a string would be six characters else.
  charset: "utf8",
  logLevel: "silent",
} as const satisfies BuildOptions;

/** A name with the hash of a file's bytes, so that it can be cached for ever. */
export const HASHED = "[name]-[hash]";

/** @returns the name of what esbuild made of an entry, as FIRST and the others name it */
export function nameOf({ outputs }: Metafile, entry: string): string {
  const source = sourceFile(entry);
  const [file] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source) ?? [];
  if (file === undefined) throw new Error(`esbuild wrote nothing for ${entry}`);
  return basename(file);
}

/** @returns the addresses of some entries */
export function addressesOf<Name extends string>(
  metafile: Metafile,
  entries: Readonly<Partial<Record<Name, string>>>,
): Record<Name, string> {
  const named = Object.entries<string | undefined>(entries).map(([name, entry = ""]) => {
    return [name, `/assets/${nameOf(metafile, entry)}`] as const;
  });
  return Object.fromEntries(named) as Record<Name, string>;
}

/** In the artifact of the assets: their addresses. */
export const ASSETS = jsonFile<Assets>("assets.json");
