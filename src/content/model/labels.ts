import type { LabelName, NewsItem } from "./types.ts";

/** What articles are listed by, each in the same way: by years, the newest first, of a series the oldest. */
const LABEL_KINDS = ["topic", "author", "section", "series"] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

/** A label with its kind. */
export interface Label extends LabelName {
  readonly kind: LabelKind;
}

/** The folders in which the pages of labels lie. */
const ROOTS: Readonly<Record<LabelKind, string>> = {
  topic: "/topics/",
  author: "/authors/",
  section: "/",
  series: "/series/",
};

/** @returns where the page of a label lies, without the path prefix: /authors/anna-smirnova/ */
export function labelPath({ kind, slug }: Pick<Label, "kind" | "slug">): string {
  return `${ROOTS[kind]}${slug}/`;
}

/** @param year 2026, or UNDATED */
export function labelYearPath(label: Pick<Label, "kind" | "slug">, year: string): string {
  return `${labelPath(label)}${year}/`;
}

/** @returns everything that an item is listed by */
export function labelsOf(item: NewsItem): Label[] {
  const topics = item.topics.map(toLabel("topic"));
  if (item.kind === "headline") return topics;
  const { bylines = [], section, series } = item;
  return [
    ...topics,
    ...bylines.map(toLabel("author")),
    ...(section === undefined ? [] : [toLabel("section")(section)]),
    ...(series === undefined ? [] : [toLabel("series")(series)]),
  ];
}

function toLabel(kind: LabelKind): (label: LabelName) => Label {
  return ({ name, slug }) => ({ kind, name, slug });
}
