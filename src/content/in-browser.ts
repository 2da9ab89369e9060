/** The room's functions for the editor in the browser: none of them needs Node. */

export { renderMarkdown } from "./markdown/markdown.ts";
export type { TextProblem } from "./markdown/markdown-problems.ts";
export { DateError, formatDate, parseDate } from "./model/dates.ts";
export { languageTag } from "./model/language-tags.ts";
export { slugify } from "./model/slugs.ts";
export { typography } from "./typography/typography.ts";
