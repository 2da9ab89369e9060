import { existsSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { type Document, parseDocument } from "yaml";
import { comparisonKey } from "../../language/index.ts";
import { type FrontMatter, splitFrontMatter } from "../model/front-matter.ts";
import { attempt, ContentError } from "../model/problem.ts";
import { slugify } from "../model/slugs.ts";
import { readSource } from "../model/source-file.ts";
import { withFrontMatter } from "./archive/article-file.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { proposeTitle } from "./propose-title.ts";

/** The fields of the article on the command line. */
export interface ArticleFields {
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  readonly topics: readonly string[];
}

/** What an import does to one article. Nothing is written before the plan is complete. */
export interface ArticlePlan {
  readonly file: string;
  readonly action: "create" | "update" | "replace" | "keep";
  /** The whole new file; absent where it stays as it is. */
  readonly content?: string;
  /** The fields that change, as «name: before → after». */
  readonly changes: readonly string[];
}

/** In characters; longer titles are cut in the names of files. */
const FILE_NAME_LENGTH = 60;

/**
 * Decides what becomes of an article's text. A text that the archive already holds is found by its words,
 * in a file of any name, and only the given fields are set in it.
 *
 * @param paragraphs the text, at least one paragraph
 * @param fields without a title one is proposed from the first paragraph
 * @param overwrite whether a file that holds another text may be replaced
 * @throws ContentError where the file that it would be written to holds another text
 */
export function planArticle(
  paragraphs: readonly string[],
  fields: ArticleFields,
  contentFolder: string,
  overwrite: boolean,
): ArticlePlan {
  const body = `${paragraphs.map(escapeMarkdown).join("\n\n")}\n`;
  const known = findByText(contentFolder, body);
  if (known !== undefined) return planUpdate(known.file, known.parts, fields, known.parts.body);
  const title = fields.title ?? proposeTitle(paragraphs[0] ?? "");
  const file = join(contentFolder, `${slugify(title, FILE_NAME_LENGTH) || "statia"}.md`);
  if (!existsSync(file)) {
    return { file, action: "create", content: newArticle(title, fields, body), changes: [] };
  }
  if (!overwrite) throw occupied(file);
  const plan = planUpdate(file, splitFrontMatter(readSource(file)), fields, `\n${body}`);
  return { ...plan, action: "replace" };
}

interface KnownArticle {
  readonly file: string;
  readonly parts: FrontMatter;
}

function findByText(folder: string, body: string): KnownArticle | undefined {
  if (!existsSync(folder)) return undefined;
  const key = comparisonKey(body);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  for (const name of names.filter((entry) => extname(entry) === ".md")) {
    const file = join(folder, name);
    // A file that is no article is reported by the build; here it holds no known text.
    const parts = attempt([], () => splitFrontMatter(readSource(file)));
    if (parts !== undefined && comparisonKey(parts.body) === key) return { file, parts };
  }
  return undefined;
}

function newArticle(title: string, fields: ArticleFields, body: string): string {
  const { date, topics } = fields;
  const given = {
    title,
    ...(date === undefined ? {} : { date }),
    ...(topics.length === 0 ? {} : { topics }),
  };
  return withFrontMatter(given, fields.title === undefined, body);
}

function planUpdate(
  file: string,
  parts: FrontMatter,
  fields: ArticleFields,
  body: string,
): ArticlePlan {
  const document = parseDocument(parts.yaml);
  const topics = fields.topics.length === 0 ? undefined : fields.topics;
  const changes = [
    setField(document, "title", fields.title),
    setField(document, "date", fields.date),
    setField(document, "topics", topics),
  ].filter((change) => change !== undefined);
  const content = `---\n${document.toString({ lineWidth: 0 })}---\n${body}`;
  return changes.length === 0 && body === parts.body
    ? { file, action: "keep", changes }
    : { file, action: "update", content, changes };
}

function setField(document: Document, name: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const before = JSON.stringify(document.toJS()?.[name]);
  if (before === JSON.stringify(value)) return undefined;
  document.set(name, value);
  return `${name}: ${before ?? "не было"} → ${JSON.stringify(value)}`;
}

function occupied(file: string): ContentError {
  const message = "Файл уже есть, и текст в нём другой. Ничего не записано.";
  const mend =
    "дайте другой заголовок (--title) или разрешите заменить текст этого файла: --overwrite.";
  return new ContentError([{ file, message, mend }]);
}
