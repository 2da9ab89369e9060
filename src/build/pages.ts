import { join, relative } from "node:path";
import { type Site, throwIfAny } from "../content/index.ts";
import type { ShelfPageData, VolumePageData, YearPageData } from "../site/index.ts";
import type { WrittenPage } from "./checks/page-check.ts";
import { PROJECT } from "./project.ts";

/** The folders of src/site/pages, with what their pages are made from. */
interface PageData {
  readonly volume: VolumePageData;
  readonly year: YearPageData;
  readonly shelf: ShelfPageData;
}

/**
 * Renders the pages of one folder of src/site/pages with Eleventy, and looks whether they are valid:
 * a part of pages is finished after that only, so that what the cache holds has been looked at.
 *
 * @param pages the name of the folder
 * @param data what its pages are made from
 * @param folder where they go
 * @param sources the files of articles, by the files of their pages in the site
 * @returns how many pages were written
 * @throws ContentError where one is invalid; Error as Eleventy throws it where a template fails
 */
export async function writePages<Pages extends keyof PageData>(
  pages: Pages,
  data: PageData[Pages],
  folder: string,
  sources?: ReadonlyMap<string, string>,
): Promise<number> {
  // Loaded only here, for it takes a third of a second and a build that changes nothing needs none.
  const { default: Eleventy } = await import("@11ty/eleventy");
  // Eleventy resolves what it is given against the working folder and takes no absolute path.
  const local = (path: string): string => relative(process.cwd(), path) || ".";
  const eleventy = new Eleventy(local(join(PROJECT, "src/site/pages", pages)), local(folder), {
    configPath: local(join(PROJECT, "eleventy.config.ts")),
    quietMode: true,
    config: (config) => {
      for (const [name, value] of Object.entries(data)) config.addGlobalData(name, value);
    },
  });
  eleventy.disableLogger();
  await eleventy.init();
  const [, rendered] = await eleventy.write();
  const written = rendered.map(({ inputPath, outputPath, content }) => ({
    path: relative(folder, outputPath),
    text: content,
    template: relative(PROJECT, inputPath),
  }));
  await refuseInvalid(data.site, written, sources);
  return rendered.length;
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
  const { problemsOfPages } = await import("./checks/page-check.ts");
  throwIfAny(problemsOfPages(pages, sources));
}
