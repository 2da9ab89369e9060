import { existsSync, readFileSync } from "node:fs";
import { keyOfPath } from "../../archive/addresses.ts";
import { fileSlug } from "../../archive/articles.ts";
import { AliasError, normaliseAlias } from "../../model/aliases.ts";
import { listContent } from "../../model/content-files.ts";
import { tooLarge } from "../../model/file-sizes.ts";
import { articlePath } from "../../model/paths.ts";
import { fieldsOfYaml, type LooseRecord, listIn, textIn } from "../formats/loose-record.ts";
import { parseMark } from "./source-mark.ts";

/** An article that came from a source. */
export interface KnownArticle {
  readonly file: string;
  readonly print?: string | undefined;
  /** /articles/most/ */
  readonly path: string;
}

/** The articles of an archive, their ids in sources, and the addresses that are taken. */
export class KnownArticles {
  readonly #articles = new Map<string, KnownArticle>();
  /** From addresses in small letters, without a slash at the end, to the files that have them. */
  readonly #addresses = new Map<string, string>();
  /** From addresses that the site shows already to those that the articles have now. */
  readonly #published = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  /**
   * @param folder of the articles; files that cannot be read are reported by the build
   * @param progress is told after every file: the part of them that is done, and how many
   */
  constructor(folder: string, progress?: (done: number, count: number) => void) {
    if (!existsSync(folder)) return;
    const files = listContent(folder).articles;
    for (const [index, file] of files.entries()) {
      progress?.(index / files.length, index);
      this.#learn(file);
    }
  }

  #learn(file: string): void {
    const fields = fieldsOf(file);
    const path = articlePath(textIn(fields, "slug") ?? fileSlug(file));
    const addresses = [path, ...listIn(fields, "aliases").map(aliasPath)];
    for (const address of addresses) {
      this.claim(address, file);
      if (fields.draft !== true) this.#published.set(keyOfPath(address), path);
    }
    const field = textIn(fields, "sourceId");
    if (field === undefined) return;
    const { id, print } = parseMark(field);
    this.remember(id, { file, print, path });
  }

  /** @returns the address of the article that has or had this one */
  published(path: string): string | undefined {
    return this.#published.get(keyOfPath(path));
  }

  find(id: string): KnownArticle | undefined {
    return this.#articles.get(id);
  }

  remember(id: string, article: KnownArticle): void {
    this.#articles.set(id, article);
  }

  /** @returns whether the address now is the file's; false where another one has it */
  claim(path: string, file: string): boolean {
    const key = keyOfPath(path);
    const owner = this.#addresses.get(key) ?? file;
    if (owner === file) this.#addresses.set(key, file);
    return owner === file;
  }

  /** @returns the slug, with a number behind it where other articles have it */
  freeSlug(wanted: string, isFree: (slug: string) => boolean): string {
    for (let count = this.#counts.get(wanted) ?? 1; ; count++) {
      const slug = count === 1 ? wanted : `${wanted}-${count}`;
      if (this.#addresses.has(keyOfPath(articlePath(slug))) || !isFree(slug)) continue;
      this.#counts.set(wanted, count);
      return slug;
    }
  }
}

function aliasPath(alias: string): string {
  try {
    return normaliseAlias(alias);
  } catch (error) {
    if (error instanceof AliasError) return alias;
    throw error;
  }
}

/** The fields that are used. A file without any of them is not parsed. */
const ASKED = /^(?:sourceId|slug|aliases|draft)[ \t]*:/m;

function fieldsOf(file: string): LooseRecord {
  // The build refuses it, and no imported file is so large.
  if (tooLarge(file) !== undefined) return {};
  const text = readFileSync(file, "utf8")
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n");
  const [, yaml = ""] = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text) ?? [];
  return ASKED.test(yaml) ? fieldsOfYaml(yaml) : {};
}
