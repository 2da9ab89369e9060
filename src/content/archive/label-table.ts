import type { ListedLabel } from "../model/label-repetitions.ts";
import type { Section } from "../model/sections.ts";
import { topicKey } from "../model/topic-names.ts";
import type { ArticleSummary, LabelName } from "../model/types.ts";
import type { DescribedAuthors } from "./authors.ts";

/** What articles are held against besides topics: plain data, for other processes. */
export interface LabelTable {
  readonly authors: readonly ListedLabel[];
  readonly sections: readonly Omit<Section, "description">[];
}

export const NO_LABELS: LabelTable = { authors: [], sections: [] };

/** @returns what of them an article's reading needs: what their pages show changes no article */
export function labelTable(
  { authors }: Pick<DescribedAuthors, "authors">,
  sections: readonly Section[],
): LabelTable {
  return {
    authors: authors.map(({ name, slug, keys }) => ({ name, slug, keys })),
    sections: sections.map(({ description: _, ...section }) => section),
  };
}

/** Knows which labels articles have: one for all articles, for it takes a table apart. */
export class LabelFinder {
  readonly #authors: ReadonlyMap<string, LabelName>;
  readonly #sections: ReadonlyMap<string, LabelName>;
  readonly #byTopic: ReadonlyMap<string, LabelName>;

  constructor({ authors, sections }: LabelTable) {
    this.#authors = byKey(authors);
    this.#sections = byKey(sections);
    this.#byTopic = byKey(sections.map(({ topics, ...section }) => ({ ...section, keys: topics })));
  }

  /** @returns the section of a name; nothing where there is none */
  section(name: string): LabelName | undefined {
    return this.#sections.get(topicKey(name));
  }

  /** @returns the names of all sections */
  get sections(): string[] {
    return [...this.#sections.values()].map(({ name }) => name);
  }

  /** @returns the section of the first of these topics that belongs to one */
  sectionOf(topics: readonly LabelName[]): LabelName | undefined {
    if (this.#byTopic.size === 0) return undefined;
    return topics.map(({ name }) => this.#byTopic.get(topicKey(name))).find((one) => one);
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

function byKey(labels: readonly ListedLabel[]): Map<string, LabelName> {
  const entries = labels.flatMap(({ name, slug, keys }) =>
    keys.map((key) => [key, { name, slug }] as const),
  );
  return new Map(entries);
}
