import { displayPath, type Problem } from "../model/problem.ts";
import type { ArticleFile } from "./articles.ts";

/** An address that an article has or had, and where it was given. */
export interface SlugUse {
  /** Of the article. */
  readonly slug: string;
  /** /articles/slug/, or an address that it had before. */
  readonly path: string;
  readonly isAlias: boolean;
  /** Whether it is of a page that is no news. */
  readonly standing?: true | undefined;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** @returns the article's address and those that it had before */
export function toSlugUses({ file, article, slugPlace, aliasPlaces }: ArticleFile): SlugUse[] {
  const { slug, path, aliases, standing } = article;
  const own = { slug, file, ...(standing ? { standing } : {}) };
  const before = aliases.map((alias, index): SlugUse => {
    return { ...own, path: alias, isAlias: true, ...(aliasPlaces[index] ?? slugPlace) };
  });
  return [{ ...own, path, isAlias: false, ...slugPlace }, ...before];
}

/**
 * Finds addresses that more than one article would have.
 *
 * @param uses in the order of their files: the first one keeps the address, but an old address
 *   always gives way to one that an article has
 */
export function repeatedSlugs(uses: readonly SlugUse[]): Problem[] {
  const taken = new Map<string, SlugUse>();
  const problems: Problem[] = [];
  const current = uses.filter(({ isAlias }) => !isAlias);
  for (const use of [...current, ...uses.filter(({ isAlias }) => isAlias)]) {
    const key = keyOfPath(use.path);
    const first = taken.get(key);
    if (first === undefined) taken.set(key, use);
    else problems.push(repetition(first, use));
  }
  return problems;
}

/**
 * What two addresses have in common that cannot both be: disks that take capitals for small letters
 * would put them into one folder.
 */
export function keyOfPath(path: string): string {
  return path.toLowerCase().replace(/\/$/, "");
}

function repetition(first: SlugUse, use: SlugUse): Problem {
  const { slug, path, isAlias, standing, file, line, column } = use;
  const place = { file, line, column };
  const owner = `${first.standing ? "страницей" : "статьёй"} ${displayPath(first.file)}`;
  if (!isAlias) {
    const mend = standing
      ? "переименуйте один из файлов."
      : "переименуйте файл или задайте другое поле slug.";
    const name = standing ? path : slug;
    return { ...place, message: `Адрес «${name}» уже занят ${owner}.`, mend };
  }
  const mend = "удалите этот адрес из поля aliases одной из статей.";
  if (!first.isAlias) {
    const who = first.file === file ? `самой этой ${standing ? "страницей" : "статьёй"}` : owner;
    const message = `«aliases»: по адресу «${path}» открывается другая страница: он занят ${who}.`;
    return { ...place, message, mend: "удалите этот адрес из поля aliases." };
  }
  const message = `«aliases»: адрес «${path}» уже назван ${first.file === file ? "выше" : owner}.`;
  return { ...place, message, mend };
}
