/** The room's functions for the editor in the browser: none of them needs Node. */
export { DateError, formatDate, parseDate } from "./dates.ts";
export { languageTag } from "./language-tags.ts";
export { renderMarkdown } from "./markdown.ts";
export type { TextProblem } from "./markdown-problems.ts";
export { slugify } from "./slugs.ts";
export { typography } from "./typography.ts";
