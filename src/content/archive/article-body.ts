import { basename } from "node:path";
import { type References, type RenderedMarkdown, renderMarkdown } from "../markdown/markdown.ts";
import type { ShownImage } from "../markdown/markdown-images.ts";
import type { ShownMedia } from "../markdown/markdown-media.ts";
import { problemReference } from "../markdown/markdown-problems.ts";
import type { FrontMatter } from "../model/front-matter.ts";
import { ImageError } from "../model/image-file.ts";
import { LANGUAGE_MEND, languageTag } from "../model/language-tags.ts";
import { decodedPart, inOneForm, withPrefix } from "../model/paths.ts";
import { type Problem, throwIfAny } from "../model/problem.ts";
import type { Site } from "../model/types.ts";
import type { ArticleImages, ArticleMedia } from "./article-images.ts";

/**
 * Renders the text of an article.
 *
 * @param file the article
 * @param parts the file, cut
 * @param site its path prefix is used
 * @param images receives the images that the text shows
 * @throws ContentError with every image, every language and every mark that is wrong
 */
export function renderBody(
  file: string,
  parts: FrontMatter,
  site: Site,
  images: ArticleImages,
): RenderedMarkdown {
  const problems: Problem[] = [];
  const attemptFile = <Shown>(line: number, show: () => Shown): Shown | undefined => {
    try {
      return show();
    } catch (error) {
      if (!(error instanceof ImageError)) throw error;
      const message = `${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}`;
      const place = error.place ?? { file, line: parts.bodyLine + line - 1, column: 1 };
      problems.push({ ...place, message, mend: error.mend });
      return undefined;
    }
  };
  const references: References = {
    link: linkReference(site),
    image: (src, line, isFigure) =>
      attemptFile(line, () => toShown(site, images.add(decodedPart(src), isFigure))),
    media: (src, line) =>
      attemptFile(line, () => toPlayed(site, decodedPart(src), images.addMedia(decodedPart(src)))),
    language: languageReference(file, parts.bodyLine, problems),
    problem: problemReference(file, parts.bodyLine, problems),
  };
  const rendered = renderMarkdown(parts.body, references, site);
  throwIfAny(problems);
  return rendered;
}

function toShown(site: Site, image: ReturnType<ArticleImages["add"]>): ShownImage {
  const toAddress = (path: string): string => withPrefix(site, path);
  const { width, height, variants } = image;
  return {
    src: toAddress(image.path),
    width,
    height,
    variants: variants.map((variant) => ({ ...variant, path: toAddress(variant.path) })),
  };
}

function toPlayed(site: Site, name: string, medium: ArticleMedia): ShownMedia {
  const { kind, path, size, poster } = medium;
  return {
    kind,
    src: withPrefix(site, path),
    name: basename(name),
    size,
    poster: poster && withPrefix(site, poster),
  };
}

/** Puts the site's prefix before its own paths. */
export function linkReference(site: Site): (href: string) => string {
  return (href) => (/^\/(?!\/)/.test(href) ? withPrefix(site, inOneForm(href)) : href);
}

/**
 * @param bodyLine the line of the file on which the text starts
 * @param problems receives the tags that are none
 */
export function languageReference(
  file: string,
  bodyLine: number,
  problems: Problem[],
): (raw: string, line: number) => string {
  return (raw, line) => {
    const tag = languageTag(raw);
    if (tag !== undefined) return tag;
    const message = `{lang=${raw}}: такого языка нет.`;
    problems.push({ file, line: bodyLine + line - 1, column: 1, message, mend: LANGUAGE_MEND });
    return raw;
  };
}
