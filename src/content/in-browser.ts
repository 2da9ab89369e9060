/** What the editor in the browser needs beside the room's index: nothing here asks for Node. */
export { DateError, formatDate, parseDate } from "./dates.ts";
export { languageTag } from "./language-tags.ts";
export { renderMarkdown } from "./markdown.ts";
export type { TextProblem } from "./markdown-problems.ts";
export { slugify } from "./slugs.ts";
export { typography } from "./typography.ts";
