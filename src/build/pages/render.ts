import { mkdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { type Site, throwIfAny } from "../../content/index.ts";
import { PUBLISHED } from "../../index/index.ts";
import {
  type Collections,
  type EleventyConfig,
  type PageSource,
  type RenderedFile,
  type SiteData,
  sourceOfPage,
} from "../../site/index.ts";
import { addSite, replaceComponents } from "../../site/rendered.ts";
import { giveSite } from "../project/given-site.ts";
import { loadComponents } from "../project/own-components.ts";
import { configOf, hasTypeScript, pagesFolderOf } from "../project/own-pages.ts";
import { loadTypeScript } from "../project/typescript.ts";
import { writeLinks } from "./artifact-links.ts";
import type { WrittenPage } from "./page-check.ts";
import { explainRendering } from "./page-faults.ts";

/** What a group of pages is made from. */
export interface PageData {
  readonly group: keyof PageSource["groups"];
  readonly modules: PageSource["groups"][keyof PageSource["groups"]];
  /** By the names by which templates find them. */
  readonly data: { readonly site: Site } & Readonly<Record<string, unknown>>;
  /** From the files of pages in the site to the files of their articles. */
  readonly sources?: ReadonlyMap<string, string>;
  readonly collections?: () => Promise<Collections>;
}

/** What every task that renders pages is asked. */
export interface PageOrder extends SiteData {
  /** The folder whose pages take the place of ours, or are added to them; absolute. */
  readonly project: string;
}

/** Renders a group of pages into an artifact, with what its links lead to. */
export async function renderArtifact(
  { site, assets, project }: PageOrder,
  pages: Omit<PageData, "data"> & { readonly data: Readonly<Record<string, unknown>> },
  folder: string,
): Promise<void> {
  const all = { ...pages, data: { site, assets, ...pages.data } };
  writeLinks(await renderPages(all, join(folder, PUBLISHED), project), site, folder);
}

const NOTHING: Collections = { articles: [], headlines: [], topics: [] };

/**
 * Renders a group of pages with Eleventy and checks them before their artifact is finished, so that all pages
 * in the cache are valid.
 *
 * @param folder where they go
 * @param project the folder with the configuration of Eleventy and pages of its own
 * @returns what was written
 * @throws ContentError where a page is invalid, or one of the project's own fails; Error as Eleventy
 *   throws it where one of ours does
 */
export async function renderPages(
  { group, modules, data, sources, collections }: PageData,
  folder: string,
  project: string,
): Promise<WrittenPage[]> {
  const source: PageSource = {
    groups: { [group]: modules },
    names: Object.keys(data),
    data: async (name) => data[name],
    site: () => data.site,
    collections: collections ?? (async () => NOTHING),
  };
  const add = (eleventy: EleventyConfig): void => addSite(eleventy, source);
  const rendered = await runEleventy(add, folder, project).catch((error) => {
    throw explainRendering(error, project);
  });
  const written = rendered.map((file) => toWritten(file, folder));
  await refuseInvalid(data.site, written, sources);
  return written;
}

async function runEleventy(
  add: (eleventy: EleventyConfig) => void,
  folder: string,
  project: string,
): Promise<readonly RenderedFile[]> {
  // Loaded only here, for it takes a third of a second and a build that changes nothing needs none.
  const { default: Eleventy } = await import("@11ty/eleventy");
  if (hasTypeScript(project)) loadTypeScript();
  replaceComponents(await loadComponents(project));
  // Eleventy takes paths relative to the working folder only.
  const local = (path: string): string => relative(process.cwd(), path) || ".";
  // It asks for a folder of pages, though there need be none in it.
  const empty = join(folder, "../no-pages");
  mkdirSync(empty, { recursive: true });
  const { exitCode } = process;
  try {
    const eleventy = new Eleventy(local(pagesFolderOf(project) ?? empty), local(folder), {
      configPath: local(configOf(project)),
      quietMode: true,
      // As from a command line: the folders given here count, and not those of the configuration.
      source: "cli",
      config: (eleventy) => {
        giveSite(eleventy, add);
        // A process that builds again and again would show pages of a project as they were.
        eleventy.setUseTemplateCache(false);
      },
    });
    eleventy.disableLogger();
    await eleventy.init();
    const [, rendered] = await eleventy.write();
    return rendered;
  } finally {
    rmSync(empty, { recursive: true });
    // Where a page fails, Eleventy decides on the exit of a process that is not its own.
    process.exitCode = exitCode;
  }
}

/** @param folder of the site */
export function toWritten(
  { inputPath, outputPath, content }: RenderedFile,
  folder: string,
): WrittenPage {
  const path = relative(folder, outputPath);
  return { path, text: content, template: sourceOfPage(inputPath) ?? inputPath };
}

/**
 * A preview is not looked at: it has one reader, who has just changed it.
 *
 * @param sources the files of articles, by the files of their pages in the site
 * @throws ContentError where a page is invalid
 */
export async function refuseInvalid(
  site: Site,
  pages: readonly WrittenPage[],
  sources?: ReadonlyMap<string, string>,
): Promise<void> {
  if (site.preview) return;
  // A build that makes no pages has no use for a parser.
  const { problemsOfPages } = await import("./page-check.ts");
  throwIfAny(problemsOfPages(pages, sources));
}
