import {
  type Headline,
  type Label,
  type LabelKind,
  labelPath,
  labelsOf,
  type OpenArchive,
} from "../../content/index.ts";
import { addTo, entryOf } from "../../language/maps.ts";
import type { ArchiveLists, AuthorSummary, LabelSummary } from "../../site/index.ts";
import type { SliceFacts } from "../tasks/slice-files.ts";

/** A label, and how much belongs to it in each year. */
export interface LabelCounts {
  readonly label: Label;
  /** By year, or UNDATED; in the order of the years that were given. */
  readonly years: Map<string, number>;
}

/**
 * Counts what belongs to labels; the first name that is met is theirs.
 *
 * @param years in the order in which they are wanted
 * @param slices facts of all slices
 * @param headlinesOf the headlines of a year
 */
export function countLabels(
  years: readonly string[],
  slices: readonly Pick<SliceFacts, "years">[],
  headlinesOf: (year: string) => readonly Headline[],
): LabelCounts[] {
  const all = new Map<string, LabelCounts>();
  const add = (label: Label, year: string, count: number): void => {
    const own = entryOf(all, labelPath(label), () => ({ label, years: new Map<string, number>() }));
    addTo(own.years, year, count);
  };
  for (const year of years) {
    for (const facts of slices) {
      for (const { count, ...label } of facts.years[year]?.labels ?? []) add(label, year, count);
    }
    for (const label of headlinesOf(year).flatMap(labelsOf)) add(label, year, 1);
  }
  return [...all.values()];
}

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
