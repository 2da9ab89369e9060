import { join, relative } from "node:path";
import type { ShelfPageData, VolumePageData, YearPageData } from "../site/index.ts";
import { PROJECT } from "./project.ts";

/** The folders of src/site/pages, with what their pages are made from. */
interface PageData {
  readonly volume: VolumePageData;
  readonly year: YearPageData;
  readonly shelf: ShelfPageData;
}

/**
 * Renders the pages of one folder of src/site/pages with Eleventy.
 *
 * @param pages the name of the folder
 * @param data what its pages are made from
 * @param folder where they go
 * @returns how many pages were written
 * @throws Error as Eleventy throws it where a template fails
 */
export async function writePages<Pages extends keyof PageData>(
  pages: Pages,
  data: PageData[Pages],
  folder: string,
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
  const [, written] = await eleventy.write();
  return written.length;
}
