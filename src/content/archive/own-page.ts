import { type References, type RenderedMarkdown, renderMarkdown } from "../markdown/markdown.ts";
import { problemReference } from "../markdown/markdown-problems.ts";
import { type Problem, throwIfAny } from "../model/problem.ts";
import type { Site } from "../model/types.ts";
import { languageReference, linkReference } from "./article-body.ts";

/** A text that is no article: what the editor says of the site, a page of a project's own. */
export interface OwnPage {
  readonly file: string;
  /** Markdown without front matter. */
  readonly text: string;
  /** The line of the file on which the text starts. */
  readonly firstLine: number;
}

/**
 * Renders it as articles are rendered, with their typography, but without pictures.
 *
 * @param site its path prefix is used
 * @returns HTML
 * @throws ContentError with everything that is wrong with the text
 */
export function renderOwnPage(page: OwnPage, site: Site): string {
  return renderOwn(page, site).html;
}

/** As renderOwnPage, with what is known of the text besides. */
export function renderOwn({ file, text, firstLine }: OwnPage, site: Site): RenderedMarkdown {
  const problems: Problem[] = [];
  const refuse = (what: string, line: number): undefined => {
    const place = { file, line: firstLine + line - 1, column: 1 };
    const mend = "уберите её; такие файлы бывают у статей.";
    problems.push({ ...place, message: `${what} быть не может.`, mend });
  };
  const references: References = {
    link: linkReference(site),
    image: (src, line) => refuse(`Картинка «${src}»: в этом тексте картинок`, line),
    media: (src, line) => refuse(`Запись «${src}»: в этом тексте записей`, line),
    language: languageReference(file, firstLine, problems),
    problem: problemReference(file, firstLine, problems),
  };
  const rendered = renderMarkdown(text, references, site);
  throwIfAny(problems);
  return rendered;
}
