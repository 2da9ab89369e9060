import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ContentError } from "../../content/index.ts";
import { PAGE_GROUPS, PAGE_NAMES, type PageGroup } from "../pages/page-names.ts";

/** In the folder of a project's own pages: those that take the place of ours, by name. */
export const OVERRIDES = "vestnik";

/** What pages are made with, and is no page: _includes, _data, .gitkeep. */
const HELPERS = /^[._]/;

/**
 * @param input the folder of a project's own pages
 * @returns the names of our pages that have another one there: «front» for vestnik/front.njk
 * @throws ContentError where a page is to take the place of one that does not exist
 */
export function overriddenPages(input: string): ReadonlySet<string> {
  const folder = join(input, OVERRIDES);
  if (!existsSync(folder)) return new Set();
  const files = readdirSync(folder).filter((file) => !HELPERS.test(file));
  const wrong = files.filter((file) => groupOfPage(pageName(file)) === undefined);
  if (wrong.length === 0) return new Set(files.map(pageName));
  const names = PAGE_GROUPS.flatMap((group) => PAGE_NAMES[group]).sort();
  const mend = `назовите файл по одной из них: ${names.join(", ")}; своя новая страница лежит уровнем выше, в папке ${input}.`;
  throw new ContentError(
    wrong.map((file) => {
      const message = `Страницы «${pageName(file)}» среди страниц движка нет: заменять нечего.`;
      return { file: join(folder, file), message, mend };
    }),
  );
}

function pageName(file: string): string {
  return file.split(".")[0] ?? file;
}

/** @returns the group of our page of a name; nothing where there is none */
export function groupOfPage(name: string): PageGroup | undefined {
  return PAGE_GROUPS.find((group) => (PAGE_NAMES[group] as readonly string[]).includes(name));
}

/** @returns what lies in the folder of a project's own pages besides those that take the place of ours */
export function ownPages(input: string): string[] {
  if (!existsSync(input)) return [];
  return readdirSync(input).filter((name) => name !== OVERRIDES && !HELPERS.test(name));
}
