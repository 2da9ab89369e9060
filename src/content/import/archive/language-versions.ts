import { groupBy } from "../../../language/maps.ts";
import { mainLanguage } from "../../model/language-tags.ts";
import { articlePath } from "../../model/paths.ts";
import { slugify } from "../../model/slugs.ts";
import { type MarkdownPlace, markdownPlace } from "../formats/markdown-place.ts";
import type { SourceFileRef } from "../source-files.ts";

/** Files with one text in several languages: index.ru.md, index.en.md. */
export class LanguageVersions {
  readonly #site: string;
  readonly #sites: ReadonlyMap<string, string>;
  readonly #byKey: ReadonlyMap<string, readonly MarkdownPlace[]>;

  /**
   * @param language of the site
   * @param sites from other languages to the addresses of the sites in them
   */
  constructor(
    files: readonly SourceFileRef[],
    language: string,
    sites: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#site = mainLanguage(language);
    this.#sites = sites;
    const places = files
      .filter(({ path }) => /\.(?:md|markdown)$/i.test(path))
      .map(({ path }) => markdownPlace(path));
    this.#byKey = groupBy(places, ({ key }) => key);
  }

  /** @returns the language of a file whose text is there in the site's language too */
  foreign(path: string): string | undefined {
    const place = markdownPlace(path);
    if (this.#isOwn(place)) return undefined;
    return this.#versionsOf(place).some((one) => this.#isOwn(one)) ? place.language : undefined;
  }

  /** @returns from languages to addresses on their sites, as far as these are known */
  translationsOf(path: string): Record<string, string> | undefined {
    const others = this.#versionsOf(markdownPlace(path)).filter((one) => !this.#isOwn(one));
    const entries = others.flatMap(({ language = "", slug }): [string, string][] => {
      const site = this.#sites.get(language);
      const page = articlePath(slugify(slug)).replace(/^\//, "");
      return site === undefined ? [] : [[language, `${site.replace(/\/?$/, "/")}${page}`]];
    });
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }

  #versionsOf({ key }: MarkdownPlace): readonly MarkdownPlace[] {
    return this.#byKey.get(key) ?? [];
  }

  /** A file without a language is in the main one of its site. */
  #isOwn({ language }: MarkdownPlace): boolean {
    return language === undefined || mainLanguage(language) === this.#site;
  }
}
