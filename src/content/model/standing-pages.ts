import { extname, relative, sep } from "node:path";
import { z } from "zod";
import { aliasesField, isOwnRoot } from "./aliases.ts";
import { prose } from "./fields.ts";
import { ContentError } from "./problem.ts";
import { slugify } from "./slugs.ts";
import { knownFields, optional } from "./validate.ts";

/** Pages that are no news lie there: «Контакты», «Реклама»; in the folder of the articles. */
export const STANDING_FOLDER = "pages";

/**
 * @param file in the folder of the articles, or in a folder inside it
 * @param content that folder
 * @returns whether it is a page that is no news
 */
export function isStanding(file: string, content: string): boolean {
  return relative(content, file).startsWith(`${STANDING_FOLDER}${sep}`);
}

/** The fields of a page that is no news, as they are written. */
export function standingSchema() {
  return knownFields({
    title: prose(),
    description: optional(prose()),
    aliases: aliasesField(),
    draft: optional(z.boolean()),
  });
}

export type StandingSchema = ReturnType<typeof standingSchema>;

/**
 * @param file of a page that is no news
 * @param content the folder of the articles
 * @returns its place in the site as its names make it: redaktsiia/istoriia for
 *   pages/Редакция/История.md; empty where they make none
 */
export function standingSlug(file: string, content: string): string {
  const path = relative(content, file);
  const names = path.slice(0, path.length - extname(path).length).split(sep);
  const own = names.at(-1) === "index" ? names.slice(1, -1) : names.slice(1);
  const slugs = own.map((name) => slugify(name));
  return slugs.includes("") ? "" : slugs.join("/");
}

/** @returns /kontakty/ */
export function standingPath(slug: string): string {
  return `/${slug}/`;
}

/** @throws ContentError where a page's names make no address, or one of the engine's own pages */
export function refuseStandingSlug(file: string, slug: string): void {
  if (slug === "") {
    const message = "Из имени файла не выходит адрес страницы.";
    throw new ContentError([{ file, message, mend: "назовите файл и его папки буквами." }]);
  }
  const [root = ""] = slug.split("/");
  if (root === "about") {
    const message = "Адрес «/about/» занят страницей о сайте.";
    throw new ContentError([{ file, message, mend: "её текст пишется в файле about.md в _data." }]);
  }
  if (!isOwnRoot(root) && root !== "articles") return;
  const message = `Адрес «/${root}/» занят самим сайтом.`;
  throw new ContentError([{ file, message, mend: "назовите файл или папку иначе." }]);
}
