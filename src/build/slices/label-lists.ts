import { type LabelKind, labelPath, type OpenArchive } from "../../content/index.ts";
import type { ArchiveLists, AuthorSummary, LabelSummary } from "../../site/index.ts";

/** What the editor says of labels. */
export type DescribedLabels = Pick<OpenArchive, "topics" | "authors" | "sections">;

/**
 * Puts labels together with what the editor says of them.
 *
 * @param labels all that something belongs to, in any order
 * @returns the lists of each kind, in the order in which they are shown
 */
export function labelLists(
  labels: readonly LabelSummary[],
  { topics, authors, sections }: DescribedLabels,
): Pick<ArchiveLists, "topics" | "authors" | "sections" | "series"> {
  const ofKind = (kind: LabelKind) => labels.filter((one) => one.kind === kind);
  return {
    topics: byName(describedTopics(ofKind("topic"), topics)),
    authors: describedAuthors(ofKind("author"), authors),
    sections: describedSections(ofKind("section"), sections),
    series: byName(ofKind("series")),
  };
}

function describedTopics(
  named: readonly LabelSummary[],
  topics: DescribedLabels["topics"],
): LabelSummary[] {
  const bySlug = new Map(topics.map((topic) => [topic.slug, topic]));
  return named.map((topic) => ({ ...topic, description: bySlug.get(topic.slug)?.description }));
}

/** An author without articles has no page. */
function describedAuthors(
  written: readonly LabelSummary[],
  authors: DescribedLabels["authors"],
): AuthorSummary[] {
  const bySlug = new Map(written.map((one) => [one.slug, one]));
  return authors.flatMap(({ keys: _, ...author }) => {
    const own = bySlug.get(author.slug);
    return own === undefined ? [] : [{ ...own, ...author }];
  });
}

/** Menus lead to sections, which therefore have a page before they have an article. */
function describedSections(
  filled: readonly LabelSummary[],
  sections: DescribedLabels["sections"],
): LabelSummary[] {
  const bySlug = new Map(filled.map((one) => [one.slug, one]));
  return sections.map(({ name, slug, description }) => {
    const label = { kind: "section", name, slug } as const;
    const empty = { ...label, path: labelPath(label), count: 0, items: [], years: [] };
    return { ...(bySlug.get(slug) ?? empty), description };
  });
}

function byName(labels: readonly LabelSummary[]): LabelSummary[] {
  return labels.toSorted((a, b) => a.name.localeCompare(b.name, "ru"));
}
