import { existsSync } from "node:fs";
import { join } from "node:path";
import type { LabelTable } from "../../archive/label-table.ts";
import { listContent } from "../../model/content-files.ts";
import { isSiteRoot, readSections, SECTIONS_FILE } from "../../model/sections.ts";
import { slugify } from "../../model/slugs.ts";
import { hasSource, readSource } from "../../model/source-file.ts";
import { isStanding, standingSlug } from "../../model/standing-pages.ts";
import { topicKey } from "../../model/topic-names.ts";
import { writeWhole } from "../../model/write-file.ts";
import { withEntries } from "../yaml-list.ts";

type ListedSection = LabelTable["sections"][number];

/** The sections of a newspaper, and those that an import makes of categories. */
export class SectionList {
  readonly #file: string;
  readonly #added: { readonly name: string; readonly slug?: string | undefined }[] = [];
  readonly #sections: ListedSection[];
  readonly #slugs: Set<string>;

  /**
   * @param data the folder of sections.yaml
   * @param content the folder of the articles; pages in it have addresses that sections cannot have
   * @throws ContentError where the file that is there is wrong
   */
  constructor(data: string, content: string) {
    this.#file = join(data, SECTIONS_FILE);
    const files = existsSync(content) ? listContent(content).articles : [];
    const pages = files.filter((file) => isStanding(file, content));
    this.#sections = [...readSections(data, pages, content)];
    const roots = pages.map((file) => standingSlug(file, content).split("/")[0] ?? "");
    this.#slugs = new Set([...this.#sections.map(({ slug }) => slug), ...roots]);
  }

  /** Makes a section of the first category of an item, unless it is one or is a topic of one. */
  add([category]: readonly string[]): void {
    if (category === undefined || this.#isKnown(category)) return;
    const wanted = slugify(category);
    if (wanted === "") return;
    const slug = this.#freeSlug(wanted);
    this.#slugs.add(slug);
    this.#sections.push({ name: category, slug, keys: [topicKey(category)], topics: [] });
    this.#added.push({ name: category, slug: slug === wanted ? undefined : slug });
  }

  #isKnown(category: string): boolean {
    const key = topicKey(category);
    return this.#sections.some(({ keys, topics }) => keys.includes(key) || topics.includes(key));
  }

  #freeSlug(wanted: string): string {
    for (let count = 1; ; count++) {
      const slug = count === 1 ? wanted : `${wanted}-${count}`;
      if (!isSiteRoot(slug) && !this.#slugs.has(slug)) return slug;
    }
  }

  /** @returns the section of an item with these categories */
  of([category]: readonly string[]): string | undefined {
    if (category === undefined) return undefined;
    const key = topicKey(category);
    return this.#sections.find(({ keys }) => keys.includes(key))?.name;
  }

  /** How many were made. */
  get added(): number {
    return this.#added.length;
  }

  /** The sections that articles are checked against. */
  get labels(): LabelTable {
    return { authors: [], sections: this.#sections };
  }

  /** Before the first article that names one: a build would refuse it without its section. */
  write(): void {
    if (this.#added.length === 0) return;
    const text = hasSource(this.#file) ? readSource(this.#file).text : "";
    const entries = this.#added.map((one) => (one.slug === undefined ? one.name : one));
    writeWhole(this.#file, withEntries(text, entries));
  }
}
