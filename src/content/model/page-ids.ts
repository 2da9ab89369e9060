/**
 * Ids that pages with headings or headlines have besides those of their words. In HTML an id stands
 * on a page once, so that no heading and no headline gets one of these; the tests of pages hold the
 * list to the templates.
 */
export const PAGE_IDS: ReadonlySet<string> = new Set([
  "content",
  "contents-title",
  "corrections-title",
  "masthead-query",
  "related-title",
  "topic-tags-title",
]);
