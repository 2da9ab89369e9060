import { basename, dirname, extname } from "node:path";
import type { PublicationDate } from "../model/dates.ts";
import { perhaps } from "../model/field-names.ts";
import { ARTICLE_ADVICE } from "../model/foreign-fields.ts";
import { splitFrontMatter } from "../model/front-matter.ts";
import { articlePath } from "../model/paths.ts";
import type { Position } from "../model/position.ts";
import { attempt, ContentError, type Problem, throwIfAny } from "../model/problem.ts";
import { scanSchedule } from "../model/schedule.ts";
import { atPlace } from "../model/site-marks.ts";
import { slugify } from "../model/slugs.ts";
import { readSource } from "../model/source-file.ts";
import { isStanding, standingSchema } from "../model/standing-pages.ts";
import {
  type FoundTopic,
  NO_TOPICS,
  namesTopics,
  TopicFinder,
  wordsOfHtml,
} from "../model/topic-words.ts";
import type { Article, LabelName, Picture, Site } from "../model/types.ts";
import { validate } from "../model/validate.ts";
import { type ParsedYaml, parseYaml } from "../model/yaml/yaml.ts";
import { renderBody } from "./article-body.ts";
import { type ArticleSchema, type ArticleValues, articleSchema } from "./article-fields.ts";
import { ArticleImages } from "./article-images.ts";
import { LabelFinder, NO_LABELS } from "./label-table.ts";
import { readStandingPage } from "./standing-page.ts";

/** An article with what only the reading of an archive needs to know of it. */
export interface ArticleFile {
  readonly file: string;
  readonly draft: boolean;
  readonly article: Article;
  /** Where a message about the slug points. */
  readonly slugPlace: Position;
  /** Where messages about the old addresses point, in their order. */
  readonly aliasPlaces: readonly Position[];
  /** Where a message about its series points; nothing where it names none. */
  readonly seriesPlace?: Position | undefined;
  /** The topics that it got by its words, for it names none. */
  readonly foundTopics?: readonly FoundTopic[] | undefined;
}

/** @throws ContentError with everything that is wrong with the file */
export type ArticleReader = (file: string) => ArticleFile;

/**
 * Makes a reader of Markdown files with front matter: one for all the articles of a site, for a
 * schema takes longer to make than an article to read.
 *
 * @param site its zone, language and path prefix are used
 * @param topics finds the topics of articles that name none
 * @param content the folder of the articles, in which their pictures lie; by default that of each file
 * @param labels knows their authors
 */
export function articleReader(
  site: Site,
  topics = new TopicFinder(NO_TOPICS),
  content?: string,
  labels = new LabelFinder(NO_LABELS),
): ArticleReader {
  const schema = articleSchema(site);
  const standing = standingSchema();
  return (file) => {
    const place = { file, content: content ?? dirname(file) };
    return isStanding(file, place.content)
      ? readStandingPage(place, site, standing)
      : readArticle(place, site, schema, { topics, labels });
  };
}

/** Where a text lies. */
export interface ReadPlace {
  readonly file: string;
  /** The folder of the articles. */
  readonly content: string;
}

/** What articles are held against. */
interface Finders {
  readonly topics: TopicFinder;
  readonly labels: LabelFinder;
}

function readArticle(
  { file, content }: ReadPlace,
  site: Site,
  schema: ArticleSchema,
  { topics: finder, labels }: Finders,
): ArticleFile {
  const parts = splitFrontMatter(readSource(file));
  const yaml = parseYaml(file, parts.yaml, parts.yamlLine);
  const {
    draft,
    slug: givenSlug,
    image,
    expires,
    section: named,
    comments,
    ...fields
  } = validate(schema, yaml, ARTICLE_ADVICE);
  checkUpdated(fields, yaml);
  checkSchedule(fields.date, expires, yaml, parts.yaml);
  const slug = givenSlug ?? slugOfFile(file);
  const path = articlePath(slug);
  const images = new ArticleImages(file, path, content);
  const problems: Problem[] = [];
  const picture = attempt(problems, () => readPicture(image, images, yaml));
  const body = attempt(problems, () => renderBody(file, parts, site, images));
  const given = attempt(problems, () => sectionNamed(named, labels, yaml));
  throwIfAny(problems);
  if (body === undefined) throw new Error(`${file} has neither a text nor a problem`);
  const text = (): string => `${fields.summary ?? ""} ${wordsOfHtml(body.html)}`;
  const foundTopics = namesTopics(yaml.value) ? [] : finder.find(fields.title, text);
  const topics = [...finder.named(fields.topics), ...foundTopics.map(({ topic }) => topic)];
  const section = given ?? labels.sectionOf(topics);
  return {
    file,
    draft: draft ?? false,
    foundTopics,
    seriesPlace: fields.series && yaml.locate(["series"]),
    slugPlace: givenSlug === undefined ? { line: 1, column: 1 } : yaml.locate(["slug"]),
    aliasPlaces: fields.aliases.map((_, index) => yaml.locate(["aliases", index])),
    article: {
      kind: "article",
      slug,
      path,
      ...(draft === true ? { draft } : {}),
      ...(comments === false ? { isClosed: true } : {}),
      ...fields,
      ...labels.bylines(fields.authors),
      topics,
      ...(section === undefined ? {} : { section }),
      picture,
      ...body,
      images: images.files,
    },
  };
}

/** An article of a section that does not exist would stand in none. */
function sectionNamed(
  name: string | undefined,
  labels: LabelFinder,
  yaml: ParsedYaml,
): LabelName | undefined {
  const section = name === undefined ? undefined : labels.section(name);
  if (name === undefined || section !== undefined) return section;
  const message = `«section»: раздела «${name}» нет в sections.yaml.${perhaps(name, labels.sections)}`;
  const mend = "исправьте имя раздела или допишите его в sections.yaml.";
  throw new ContentError([{ file: yaml.file, ...yaml.locate(["section"]), message, mend }]);
}

function checkUpdated(fields: Pick<Article, "date" | "updated">, yaml: ParsedYaml): void {
  const { date, updated } = fields;
  if (date === undefined || updated === undefined || updated.day >= date.day) return;
  const message = `«updated»: ${updated.day} раньше, чем «date»: ${date.day}.`;
  const mend = "исправьте одну из двух дат.";
  throw new ContentError([{ file: yaml.file, ...yaml.locate(["updated"]), message, mend }]);
}

/**
 * A build schedules by a scan of the fields. Where their full reading differs, an article would be
 * published too early.
 */
function checkSchedule(
  date: PublicationDate | undefined,
  expires: PublicationDate | undefined,
  yaml: ParsedYaml,
  frontMatter: string,
): void {
  const seen = scanSchedule(frontMatter);
  const isSoon = date !== undefined && date.epoch > Date.now();
  const hidden =
    (isSoon && seen.date === undefined && "date") ||
    (expires !== undefined && seen.expires === undefined && "expires");
  if (hidden === false) return;
  const message = `«${hidden}»: время стоит не отдельной строкой, и сборка его не заметит.`;
  const mend = `запишите поле с начала строки: ${hidden}: 2026-12-01 09:00.`;
  throw new ContentError([{ file: yaml.file, ...yaml.locate([hidden]), message, mend }]);
}

/** @returns what a file's name makes of an address; empty where that is nothing */
export function fileSlug(file: string): string {
  const name = basename(file, extname(file));
  return slugify(name === "index" ? basename(dirname(file)) : name);
}

/** The file's name makes the address, so that a better title does not break links to it. */
function slugOfFile(file: string): string {
  const slug = fileSlug(file);
  if (slug !== "") return slug;
  const message = "Из имени файла не выходит адрес страницы.";
  const mend = "назовите файл буквами или задайте поле slug: moia-statia.";
  throw new ContentError([{ file, message, mend }]);
}

function readPicture(
  given: ArticleValues["image"],
  images: ArticleImages,
  yaml: ParsedYaml,
): Picture | undefined {
  if (given === undefined) return undefined;
  const { file: name, alt, caption } = given;
  const place = { file: yaml.file, locate: () => yaml.locate(["image", "file"]) };
  const read = () => ({ ...images.add(name, true), alt: alt ?? caption ?? "", caption });
  return atPlace(read, ["image"], place);
}
