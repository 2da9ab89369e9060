import { relative } from "node:path";
import { parseArgs } from "node:util";
import Eleventy from "@11ty/eleventy";
import { readArchive } from "../../../src/content/index.ts";
import { listsOf } from "./lists.ts";

/**
 * The site as anybody would make it: the archive is read and every page is rendered in one run of
 * Eleventy, with the components of our own pages. Called from the folder of the project; the last
 * line is the number of pages.
 */

const { values } = parseArgs({
  options: {
    content: { type: "string", default: "content" },
    data: { type: "string", default: "_data" },
    output: { type: "string", default: "_site" },
  },
});

/** Addresses as long as those of the real ones; there is nothing behind them. */
const assets = {
  styles: "/assets/site-AAAAAAAA.css",
  listStyles: "/assets/lists-AAAAAAAA.css",
  searchStyles: "/assets/search-AAAAAAAA.css",
  searchScript: "/assets/search-page-AAAAAAAA.js",
  themeScript: "/assets/theme-AAAAAAAA.js",
  readerScript: "/assets/reader-AAAAAAAA.js",
  offlineScript: "/assets/offline-list-AAAAAAAA.js",
  fonts: ["/assets/literata-400-AAAAAAAA.woff2", "/assets/literata-700-AAAAAAAA.woff2"],
};

const { site, articles } = readArchive(values);
const data = { site, assets, articles, lists: listsOf(articles) };
const eleventy = new Eleventy("scripts/bench/naive/pages", relative(".", values.output), {
  configPath: "scripts/bench/naive/eleventy.config.ts",
  quietMode: true,
  config: (config) => {
    for (const [name, value] of Object.entries(data)) config.addGlobalData(name, value);
  },
});
eleventy.disableLogger();
await eleventy.init();
const [, pages] = await eleventy.write();
console.log(pages.length);
