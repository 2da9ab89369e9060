import { join } from "node:path";
import { ContentError } from "../model/problem.ts";
import { hasSource, readSource } from "../model/source-file.ts";
import type { Site } from "../model/types.ts";
import { renderOwnPage } from "./own-page.ts";

/**
 * Reads what the editor says of the site.
 *
 * @param dataFolder the folder of about.md, Markdown without front matter; no file is no text
 * @param site its path prefix is used
 * @returns HTML, or nothing
 * @throws ContentError with everything that is wrong with the file
 */
export function readAbout(dataFolder: string, site: Site): string | undefined {
  const file = join(dataFolder, "about.md");
  if (!hasSource(file)) return undefined;
  const { text } = readSource(file);
  refuseFrontMatter(file, text);
  const html = renderOwnPage({ file, text, firstLine: 1 }, site);
  return html.trim() === "" ? undefined : html;
}

/** Authors put front matter there by habit, and it would show as a line and a heading. */
function refuseFrontMatter(file: string, text: string): void {
  if (!/^---[ \t]*\n/.test(text)) return;
  const message = "В этом файле полей нет, а он начинается строкой «---».";
  const mend = "удалите поля и обе строки «---», оставьте только текст.";
  throw new ContentError([{ file, line: 1, column: 1, message, mend }]);
}
