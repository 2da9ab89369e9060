import type { PageGroup, PageModule } from "../pages/page-names.ts";
import { groupOfPage, OVERRIDES, overriddenPages, ownPages } from "./overrides.ts";
import type { EleventyConfig } from "./types.ts";

/** Pages in TypeScript, where that is understood: modules that export `data` and `render`. */
const TYPESCRIPT = ["11ty.tsx", "11ty.ts"];

/** Our pages lie where a project's page in their place would: what Eleventy tells, it tells by this name. */
const ENDING = ".11ty.js";
const OURS = new RegExp(`${OVERRIDES}/([^/]+)\\.11ty\\.js$`);

/** Modules that make several pages, behind the names of these. */
const SHARED: readonly (readonly [names: RegExp, file: string])[] = [
  [/^(?:atom|json-feed|rss)$/, "feeds.ts"],
  [/^(?:host-|manifest$|opensearch$|robots$|sitemap)/, "lists/files.ts"],
  [/^year-/, "year/index.ts"],
];

/**
 * Adds pages, feeds and maps as virtual templates, except those that a project replaces, and leaves out
 * project pages of other groups.
 *
 * @param groups the modules of those groups whose data are there
 * @throws ContentError as overriddenPages does
 */
export function pages(
  eleventy: EleventyConfig,
  groups: Partial<Readonly<Record<PageGroup, Readonly<Record<string, PageModule>>>>>,
): void {
  const { input } = eleventy.directories;
  const overridden = overriddenPages(input);
  eleventy.addExtension(TYPESCRIPT, { key: "11ty.js" });
  eleventy.addTemplateFormats(["11ty.js", ...TYPESCRIPT]);
  for (const [name, module] of Object.values(groups).flatMap(Object.entries<PageModule>)) {
    // Eleventy adds computed data to a template, and a module is frozen.
    if (!overridden.has(name)) eleventy.addTemplate(`${OVERRIDES}/${name}${ENDING}`, { ...module });
  }
  const known = Object.keys(groups) as PageGroup[];
  for (const path of ignoredPages(input, known, overridden)) eleventy.ignores.add(path);
}

function ignoredPages(
  input: string,
  groups: readonly PageGroup[],
  overridden: ReadonlySet<string>,
): string[] {
  const others = [...overridden].filter((name) => {
    const group = groupOfPage(name);
    return group !== undefined && !groups.includes(group);
  });
  // A project's own pages come with the lists of the whole archive, which they may show.
  const own = groups.includes("lists") ? [] : ownPages(input);
  const paths = [
    ...others.map((name) => `${OVERRIDES}/${name}.*`),
    ...own.flatMap((name) => [name, `${name}/**`]),
  ];
  return paths.map((path) => `${input}${path}`);
}

/** @returns where a page is among our sources that Eleventy names by its virtual file */
export function sourceOfPage(inputPath: string): string | undefined {
  const [, name = ""] = OURS.exec(inputPath) ?? [];
  const group = groupOfPage(name);
  const shared = SHARED.find(([names]) => names.test(name))?.[1];
  return group && `src/site/pages/${shared ?? `${group}/${name}.tsx`}`;
}
