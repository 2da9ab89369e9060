import type { DescribedAuthors } from "./authors.ts";
import type { ListedLabel } from "./label-repetitions.ts";
import { topicKey } from "./topic-names.ts";
import type { ArticleSummary, LabelName } from "./types.ts";

/** What articles are held against besides topics: plain data, for other processes. */
export interface LabelTable {
  readonly authors: readonly ListedLabel[];
}

export const NO_LABELS: LabelTable = { authors: [] };

/** @returns what of them an article's reading needs: what their pages show changes no article */
export function labelTable({ authors }: Pick<DescribedAuthors, "authors">): LabelTable {
  return { authors: authors.map(({ name, slug, keys }) => ({ name, slug, keys })) };
}

/** Knows which labels articles have: one for all articles, for it takes a table apart. */
export class LabelFinder {
  readonly #authors: ReadonlyMap<string, LabelName>;

  constructor({ authors }: LabelTable) {
    this.#authors = new Map(
      authors.flatMap(({ name, slug, keys }) => keys.map((key) => [key, { name, slug }] as const)),
    );
  }

  /** @returns whether there are authors with pages at all */
  get hasAuthors(): boolean {
    return this.#authors.size > 0;
  }

  /** @returns the author of a name in any of its spellings; nothing where no page is theirs */
  author(name: string): LabelName | undefined {
    return this.#authors.get(topicKey(name));
  }

  /** @returns authors as authors.yaml spells them, each once, and those of them who have pages */
  bylines(names: readonly string[]): Pick<ArticleSummary, "authors" | "bylines"> {
    if (!this.hasAuthors) return { authors: names };
    const known = names.map((name) => this.author(name));
    const authors = [...new Set(names.map((name, index) => known[index]?.name ?? name))];
    const bylines = [...new Map(known.flatMap((one) => (one ? [[one.slug, one]] : []))).values()];
    return bylines.length === 0 ? { authors } : { authors, bylines };
  }
}
