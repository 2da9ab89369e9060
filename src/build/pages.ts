import { join, relative } from "node:path";
import Eleventy from "@11ty/eleventy";
import type { SiteData } from "../site/index.ts";
import { PROJECT } from "./project.ts";

/**
 * Renders every page with Eleventy.
 *
 * @param data what pages are made from
 * @param folder where they go
 * @returns how many pages were written
 * @throws Error as Eleventy throws it where a template fails
 */
export async function writePages(data: SiteData, folder: string): Promise<number> {
  // Eleventy resolves what it is given against the working folder and takes no absolute path.
  const local = (path: string): string => relative(process.cwd(), path) || ".";
  const eleventy = new Eleventy(local(join(PROJECT, "src/site/pages")), local(folder), {
    configPath: local(join(PROJECT, "eleventy.config.ts")),
    quietMode: true,
    config: (config) => {
      config.addGlobalData("archive", data.archive);
      config.addGlobalData("assets", data.assets);
    },
  });
  eleventy.disableLogger();
  await eleventy.init();
  const [, pages] = await eleventy.write();
  return pages.length;
}
