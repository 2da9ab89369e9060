import { basename, dirname, extname, join } from "node:path";
import { keyOfPath } from "../../archive/addresses.ts";
import { articlePath } from "../../model/paths.ts";
import { slugify } from "../../model/slugs.ts";
import type { ImportedItem, TellNote } from "../imported-item.ts";
import { folderOf, type ItemPlans } from "./item-plans.ts";
import type { KnownArticle, KnownArticles } from "./known-articles.ts";

/** An item without a word is left out, and is no problem. */
export class EmptyItem extends Error {}

/** @returns the slug of an article in its file: that of the folder, where it has one */
export function slugOf(file: string): string {
  const name = basename(file, extname(file));
  return name === "index" ? basename(dirname(file)) : name;
}

/** @returns what the names of its pictures begin with: those in a folder of several articles need it */
export function prefixOf(known: KnownArticle | undefined): string {
  if (known === undefined || basename(known.file).startsWith("index.")) return "";
  return `${slugify(slugOf(known.file))}-`;
}

/**
 * @param content the folder of the articles
 * @param date of the article, whose year is a folder
 * @param hasImages whether pictures lie beside it, in a folder of its own
 * @returns the file of an article that is new
 * @throws EmptyItem where it has neither a title nor words
 */
export function newFileOf(
  item: ImportedItem,
  plans: ItemPlans,
  { content, date, hasImages }: { content: string; date: string | undefined; hasImages: boolean },
): string {
  const slug = plans.slugOf(item);
  if (slug === undefined) throw new EmptyItem();
  const folder = folderOf(content, date);
  return hasImages ? join(folder, slug, "index.md") : join(folder, `${slug}.md`);
}

/** @returns the old addresses that no other article has, each once, without the article's own */
export function ownAliases(
  aliases: readonly string[],
  file: string,
  known: KnownArticles,
  note: TellNote,
): string[] {
  const seen = new Set([keyOfPath(articlePath(slugOf(file)))]);
  return aliases.filter((alias) => {
    if (seen.has(keyOfPath(alias))) return false;
    seen.add(keyOfPath(alias));
    const isOwn = known.claim(alias, file);
    if (!isOwn) note({ what: "старый адрес уже занят другой статьёй", detail: alias });
    return isOwn;
  });
}
