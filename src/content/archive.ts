import { existsSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { type ArticleFile, articleReader } from "./articles.ts";
import { newestFirst } from "./dates.ts";
import { readHeadlines } from "./headlines.ts";
import { attempt, ContentError, displayPath, type Problem, throwIfAny } from "./problem.ts";
import { LOCAL_ADDRESS, readSite, type SiteOverrides } from "./settings.ts";
import { readSynonyms } from "./synonyms.ts";
import { gatherTopics } from "./topics.ts";
import type { Archive, Headline, Site } from "./types.ts";

/** Where an archive lies. */
export interface ArchiveFolders {
  /** The folder of the articles; folders inside it are read too. */
  readonly content: string;
  /** The folder of site.yaml, headlines.yaml and synonyms.yaml. */
  readonly data: string;
}

/**
 * Reads and checks everything that is to be published.
 *
 * @param folders where the archive lies
 * @param overrides replaces settings for this build
 * @throws ContentError with every problem of every file; nothing is left out silently
 */
export function readArchive(folders: ArchiveFolders, overrides: SiteOverrides = {}): Archive {
  const site = readSite(folders.data, overrides);
  const { markdown, others } = listContent(folders.content);
  const readArticle = articleReader(site);
  const problems: Problem[] = [];
  const files = markdown
    .map((file) => attempt(problems, () => readArticle(file)))
    .filter((file) => file !== undefined);
  const headlinesFile = join(folders.data, "headlines.yaml");
  const headlines = attempt(problems, () => readHeadlines(headlinesFile, site)) ?? [];
  const synonyms = attempt(problems, () => readSynonyms(folders.data)) ?? [];
  const published = files.filter((file) => !file.draft);
  problems.push(...repeatedSlugs(published));
  throwIfAny(problems);
  checkNotEmpty(folders.content, files.length, published.length);
  return { ...assemble(site, published, headlines, others), synonyms };
}

function assemble(
  site: Site,
  files: readonly ArticleFile[],
  unsortedHeadlines: readonly Headline[],
  others: readonly string[],
): Omit<Archive, "synonyms"> {
  const articles = newestFirst(
    files.map((file) => file.article),
    (article) => article.slug,
  );
  // Of headlines without a date the editor's own order is the only one there is: keep it.
  const position = new Map(unsortedHeadlines.map((headline, index) => [headline, index]));
  const headlines = newestFirst(unsortedHeadlines, (headline) =>
    String(position.get(headline)).padStart(9, "0"),
  );
  const topics = gatherTopics([...articles, ...headlines]);
  const used = new Set(articles.flatMap((article) => article.images.map((image) => image.file)));
  const notices = others
    .filter((file) => !used.has(file))
    .map((file) => `${displayPath(file)}: не статья и не картинка статьи, на сайт не попадёт.`);
  if (site.address === LOCAL_ADDRESS) {
    notices.push("Адрес сайта не задан: впишите address в site.yaml или дайте --url.");
  }
  return { site, articles, headlines, topics, notices };
}

/** Files in the order of their names, so that a build does not depend on the file system. */
function listContent(folder: string): { markdown: string[]; others: string[] } {
  if (!existsSync(folder)) {
    const message = "Папки со статьями нет.";
    const mend = "создайте её или укажите другую: --content ПАПКА.";
    throw new ContentError([{ file: folder, message, mend }]);
  }
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const isMarkdown = (file: string): boolean => [".md", ".markdown"].includes(extname(file));
  return { markdown: files.filter(isMarkdown), others: files.filter((file) => !isMarkdown(file)) };
}

function checkNotEmpty(folder: string, total: number, published: number): void {
  if (published > 0) return;
  const message = total === 0 ? "В папке нет ни одной статьи." : "Все статьи — черновики.";
  const mend =
    total === 0
      ? "положите в неё файл .md или импортируйте текст: npm run import -- ФАЙЛ."
      : "уберите строку draft: true хотя бы из одной.";
  throw new ContentError([{ file: folder, message, mend }]);
}

function repeatedSlugs(files: readonly ArticleFile[]): Problem[] {
  const seen = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { file, article, slugPlace } of files) {
    const first = seen.get(article.slug);
    seen.set(article.slug, first ?? file);
    if (first === undefined) continue;
    const message = `Адрес «${article.slug}» уже занят статьёй ${displayPath(first)}.`;
    const mend = "переименуйте файл или задайте другое поле slug.";
    problems.push({ file, ...slugPlace, message, mend });
  }
  return problems;
}
