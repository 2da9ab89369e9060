import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Check, listFinding } from "./finding.ts";
import { type Mark, marksOf } from "./marks.ts";
import { addressOf, filesOf } from "./pages.ts";

/** A page of the site as others lead to it. */
interface PageMarks {
  readonly links: readonly Mark[];
  readonly ids: ReadonlySet<string>;
}

/** Every link inside the site leads to a file that is there, and to an id that is on its page. */
export const checkLinks: Check = async (site, tell) => {
  const broken = brokenLinks(site.folder, site.address);
  tell(`${broken.pages} pages, ${broken.links} links`);
  const { problems } = broken;
  return [listFinding("all pages", `${broken.links} links`, problems)];
};

/**
 * @param folder a built site
 * @param address what it was built for, with a slash at its end
 */
export function brokenLinks(folder: string, address: string) {
  const files = filesOf(folder);
  const known = new Set(files);
  const pages = new Map<string, PageMarks>();
  for (const file of files.filter((name) => name.endsWith(".html"))) {
    pages.set(file, marksOf(readFileSync(join(folder, file), "utf8")));
  }
  const problems: string[] = [];
  let links = 0;
  for (const [file, page] of pages) {
    const base = new URL(addressOf(file), address).href;
    for (const { name, value } of page.links) {
      links++;
      const problem = problemOf(value, base, address, known, pages);
      if (problem !== undefined) problems.push(`${file}: ${name}="${value}": ${problem}`);
    }
  }
  return { pages: pages.size, links, problems };
}

/** @returns nothing where the link is right or leads to another site */
function problemOf(
  value: string,
  base: string,
  address: string,
  known: ReadonlySet<string>,
  pages: ReadonlyMap<string, PageMarks>,
): string | undefined {
  if (!URL.canParse(value, base)) return "no address";
  const url = new URL(value, base);
  const fragment = decodeURIComponent(url.hash.slice(1));
  url.hash = "";
  url.search = "";
  if (!url.href.startsWith(address)) {
    return url.origin === new URL(address).origin ? "outside of the path prefix" : undefined;
  }
  const path = decodeURI(url.href.slice(address.length));
  const file = [path, `${path}index.html`].find((name) => known.has(name));
  if (file === undefined) return known.has(`${path}/index.html`) ? "no slash" : "no such file";
  const isThere = fragment === "" || pages.get(file)?.ids.has(fragment) === true;
  return isThere ? undefined : `no id «${fragment}» there`;
}
