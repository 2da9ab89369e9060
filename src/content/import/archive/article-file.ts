import { Document, isMap } from "yaml";
import { languageReference, linkReference } from "../../archive/article-body.ts";
import { type ArticleSchema, articleSchema } from "../../archive/article-fields.ts";
import { renderMarkdown } from "../../markdown/markdown.ts";
import { problemReference } from "../../markdown/markdown-problems.ts";
import { ARTICLE_ADVICE } from "../../model/foreign-fields.ts";
import { splitFrontMatter } from "../../model/front-matter.ts";
import { type Problem, throwIfAny } from "../../model/problem.ts";
import type { Site } from "../../model/types.ts";
import { validate } from "../../model/validate.ts";
import { parseYaml } from "../../model/yaml/yaml.ts";
import type { ItemFields } from "./item-fields.ts";
import type { Picture } from "./lead-picture.ts";

/** The parts of the file of an imported article. */
export interface ArticleParts extends ItemFields {
  readonly title: string;
  /** Whether the title was made of the text. */
  readonly isProposed: boolean;
  readonly summary?: string | undefined;
  readonly image?: Picture | undefined;
  readonly isPinned?: boolean | undefined;
  readonly translations?: Readonly<Record<string, string>> | undefined;
  readonly draft: boolean;
  /** The value of the field sourceId. */
  readonly mark: string;
  /** Markdown. */
  readonly body: string;
}

/** @returns the file of an article */
export function articleText(parts: ArticleParts): string {
  const { title, date, updated, expires, summary, authors, topics, source, image, aliases } = parts;
  const { translations, section } = parts;
  const fields = {
    title,
    date,
    updated,
    expires,
    summary,
    authors,
    section,
    topics,
    source,
    image,
    aliases,
    translations,
  };
  const marks = {
    ...(parts.isPinned ? { pinned: true } : {}),
    ...(parts.draft ? { draft: true } : {}),
    sourceId: parts.mark,
  };
  return withFrontMatter({ ...filled(fields), ...marks }, parts.isProposed, `${parts.body}\n`);
}

/** @param isProposed whether a comment says that the title was made of the text */
export function withFrontMatter(fields: object, isProposed: boolean, body: string): string {
  const document = new Document(fields);
  if (isProposed && isMap(document.contents))
    document.contents.commentBefore = " Заголовок предложен по первому предложению текста.";
  return `---\n${document.toString({ lineWidth: 0 })}---\n\n${body}`;
}

/** Without empty values. */
function filled(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(fields).filter(([, value]) => {
    return value !== undefined && !(Array.isArray(value) && value.length === 0);
  });
  return Object.fromEntries(entries.map(([name, value]) => [name, plain(value)]));
}

function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return filled(value as Readonly<Record<string, unknown>>);
}

/** Checks an article as a build does. */
export class ArticleCheck {
  readonly #site: Site;
  readonly #schema: ArticleSchema;

  constructor(site: Site) {
    this.#site = site;
    this.#schema = articleSchema(site);
  }

  /**
   * @returns the text as it will be published, in HTML
   * @throws ContentError with everything that is wrong; whether pictures are there is not looked at
   */
  check(file: string, text: string): string {
    const parts = splitFrontMatter({ path: file, text });
    validate(this.#schema, parseYaml(file, parts.yaml, parts.yamlLine), ARTICLE_ADVICE);
    const problems: Problem[] = [];
    const { html } = renderMarkdown(parts.body, {
      link: linkReference(this.#site),
      image: () => undefined,
      media: () => undefined,
      language: languageReference(file, parts.bodyLine, problems),
      problem: problemReference(file, parts.bodyLine, problems),
    });
    throwIfAny(problems);
    return html;
  }
}
