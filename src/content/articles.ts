import { existsSync } from "node:fs";
import { basename, dirname, extname, join, relative } from "node:path";
import { z } from "zod";
import { dateField, prose, slugField, sourceField, topicsField } from "./fields.ts";
import { type FrontMatter, splitFrontMatter } from "./front-matter.ts";
import { type RenderedMarkdown, renderMarkdown } from "./markdown.ts";
import { articlePath, withPrefix } from "./paths.ts";
import { ContentError, type Problem, throwIfAny } from "./problem.ts";
import { slugify } from "./slugs.ts";
import { readSource } from "./source-file.ts";
import type { Article, ImageFile, Site } from "./types.ts";
import { knownFields, optional, validate } from "./validate.ts";
import { type ParsedYaml, parseYaml } from "./yaml.ts";

/** An article with what only the reading of an archive needs to know of it. */
export interface ArticleFile {
  readonly file: string;
  readonly draft: boolean;
  readonly article: Article;
  /** Where a message about the slug points. */
  readonly slugPlace: { readonly line: number; readonly column: number };
}

function articleSchema(zone: string) {
  return knownFields({
    title: prose(),
    date: optional(dateField(zone)),
    updated: optional(dateField(zone)),
    summary: optional(prose()),
    topics: topicsField(),
    source: sourceField(),
    draft: optional(z.boolean()),
    slug: optional(slugField()),
  });
}

type ArticleSchema = ReturnType<typeof articleSchema>;

/** @throws ContentError with everything that is wrong with the file */
export type ArticleReader = (file: string) => ArticleFile;

/**
 * Makes a reader of Markdown files with front matter: one for all the articles of a site, for a
 * schema takes longer to make than an article to read.
 *
 * @param site its zone and path prefix are used
 */
export function articleReader(site: Site): ArticleReader {
  const schema = articleSchema(site.timeZone);
  return (file) => readArticle(file, site, schema);
}

function readArticle(file: string, site: Site, schema: ArticleSchema): ArticleFile {
  const parts = splitFrontMatter(readSource(file));
  const yaml = parseYaml(file, parts.yaml, parts.yamlLine);
  const { draft, slug: givenSlug, ...fields } = validate(schema, yaml);
  checkUpdated(fields, yaml);
  const slug = givenSlug ?? slugOfFile(file);
  const path = articlePath(slug);
  const images = new Map<string, ImageFile>();
  const body = renderBody(file, parts, { site, path, images });
  return {
    file,
    draft: draft ?? false,
    slugPlace: givenSlug === undefined ? { line: 1, column: 1 } : yaml.locate(["slug"]),
    article: {
      kind: "article",
      slug,
      path,
      ...fields,
      html: body.html,
      lead: body.lead,
      images: [...images.values()],
    },
  };
}

function checkUpdated(fields: Pick<Article, "date" | "updated">, yaml: ParsedYaml): void {
  const { date, updated } = fields;
  if (date === undefined || updated === undefined || updated.day >= date.day) return;
  const message = `«updated»: ${updated.day} раньше, чем «date»: ${date.day}.`;
  const mend = "исправьте одну из двух дат.";
  throw new ContentError([{ file: yaml.file, ...yaml.locate(["updated"]), message, mend }]);
}

/** The file's name makes the address, so that a better title does not break links to it. */
function slugOfFile(file: string): string {
  const name = basename(file, extname(file));
  const slug = slugify(name === "index" ? basename(dirname(file)) : name);
  if (slug !== "") return slug;
  const message = "Из имени файла не выходит адрес страницы.";
  const mend = "назовите файл буквами или задайте поле slug: moia-statia.";
  throw new ContentError([{ file, message, mend }]);
}

interface BodyContext {
  readonly site: Site;
  readonly path: string;
  /** Filled with the images that the text shows. */
  readonly images: Map<string, ImageFile>;
}

function renderBody(file: string, parts: FrontMatter, context: BodyContext): RenderedMarkdown {
  const problems: Problem[] = [];
  const { site } = context;
  const rendered = renderMarkdown(parts.body, {
    link: (href) => (/^\/(?!\/)/.test(href) ? withPrefix(site, href) : href),
    image: (src, line) => {
      const image = findImage(file, src, context.path);
      if (image === undefined) {
        problems.push(missingImage(file, src, parts.bodyLine + line - 1));
        return src;
      }
      context.images.set(image.path, image);
      return withPrefix(site, image.path);
    },
  });
  throwIfAny(problems);
  return rendered;
}

/** Images lie beside the article: one from elsewhere would be a request to a third party. */
function findImage(file: string, src: string, articlePath: string): ImageFile | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\//i.test(src)) return undefined;
  const image = join(dirname(file), decodeURI(src));
  if (!existsSync(image)) return undefined;
  const name = relative(dirname(file), image).replaceAll("../", "").replaceAll("/", "-");
  return { file: image, path: `${articlePath}${encodeURI(name)}` };
}

function missingImage(file: string, src: string, line: number): Problem {
  const message = `Картинки «${src}» нет рядом со статьёй.`;
  const mend = "положите файл в папку статьи и укажите его имя: ![подпись](photo.jpg).";
  return { file, line, column: 1, message, mend };
}
