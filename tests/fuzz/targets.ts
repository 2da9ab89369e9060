import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { checkArchive, formatReport, KINDS } from "../../src/content/checking.ts";
import { importRawText, importSources, MAX_SOURCE_BYTES } from "../../src/content/importing.ts";
import {
  type Article,
  type ArticleFile,
  openArchive,
  readArchive,
  readArticles,
  readSite,
  type Site,
  throwIfAny,
} from "../../src/content/index.ts";
import { escapeHtml } from "../../src/language/index.ts";
import { fc } from "../unit/language/property.ts";
import { articleText, DATA_FILES } from "./articles.ts";
import { bundles } from "./bundles.ts";
import { type CaseFiles, demand, type Outcome, type Target } from "./case.ts";
import { checkHosting, hostedSettings } from "./hosting.ts";
import { lostWords, shownMark } from "./lost-words.ts";
import { checkProblem, isRead, outcomeOf } from "./messages.ts";
import { PHOTO } from "./photo.ts";
import { pictureCase, runPictureCase } from "./pictures.ts";
import { checkArticle, checkArticlePages, checkHeadline, checkShelfPages } from "./published.ts";
import { sourceFiles } from "./sources.ts";
import { asFile, hostileText } from "./texts.ts";
import { wordyFile } from "./words.ts";

const PLAIN = "---\ntitle: Мост открыт\ndate: 2026-11-23\n---\n\nТекст.\n";

const foldersOf = (folder: string) => {
  return { content: join(folder, "content"), data: join(folder, "_data") };
};

/** A fixed time, so that a case is the same tomorrow. */
const NOW = Date.parse("2026-11-25T12:00:00Z");

const article: Target = {
  name: "article",
  weight: 5,
  cases: asFile(articleText).map((text) => ({
    "content/a.md": text,
    "content/photo.png": PHOTO,
    "secret.png": PHOTO,
  })),
  run: (folder) => {
    const { content, data } = foldersOf(folder);
    const site = readSite(data, {});
    const articles: Article[] = [];
    // Each alone, for what is refused would hide the others.
    const isRefused = filesIn(content)
      .filter((file) => file.endsWith(".md"))
      .map((file) => {
        const read = () => readArticles([file], site, undefined, content);
        return !isRead(() => {
          for (const one of read()) articles.push(checkedArticle(one, content, site));
        });
      });
    checkShelfPages(articles, [], site, undefined);
    return isRefused.includes(true) ? "message" : "value";
  },
};

function checkedArticle(one: ArticleFile, content: string, site: Site): Article {
  checkArticle(one, content, site);
  checkArticlePages(one.article, site);
  return one.article;
}

const data: Target = {
  name: "data",
  weight: 3,
  cases: fc.constantFrom(...Object.entries(DATA_FILES)).chain(([name, text]) =>
    asFile(text).map((content): CaseFiles => {
      return { "content/a.md": PLAIN, [`_data/${name}`]: content };
    }),
  ),
  run: (folder) =>
    outcomeOf(() => {
      const archive = openArchive(foldersOf(folder), {}, undefined, NOW);
      throwIfAny(archive.problems);
      for (const headline of archive.headlines) checkHeadline(headline, archive.site);
      for (const topic of archive.topics) {
        demand(/^[a-z0-9-]+$/.test(topic.slug), "a topic has a slug", topic.slug);
      }
      checkShelfPages([], archive.headlines, archive.site, archive.about);
    }),
};

const sources: Target = {
  name: "import",
  weight: 3,
  cases: sourceFiles,
  run: (folder) =>
    outcomeOf(() => {
      const folders = foldersOf(folder);
      const report = importSources([join(folder, "source")], { folders, ...IMPORT });
      for (const problem of report.problems) checkProblem(problem);
      checkWritten(folder);
      const site = readSite(folders.data, {});
      if (existsSync(folders.content)) checkImported(folders, site);
    }),
};

const IMPORT = {
  images: [],
  topics: [],
  isForeign: false,
  drafts: true,
  pages: true,
  update: false,
  isDryRun: false,
  maxSize: MAX_SOURCE_BYTES,
} as const;

/** What was imported can be published: an import that leaves what stops a build would be no import. */
function checkImported(folders: { content: string; data: string }, site: Site): void {
  const files = filesIn(folders.content).filter((file) => file.endsWith(".md"));
  if (files.length === 0) return;
  const preview = { ...site, preview: true };
  let read: ReturnType<typeof readArticles>;
  try {
    read = readArticles(files, preview, undefined, folders.content);
  } catch (error) {
    throw new Error(`property: what was imported can be read: ${String(error).slice(0, 300)}`);
  }
  for (const one of read) {
    checkArticle(one, folders.content, site);
    checkArticlePages(one.article, site);
  }
}

const raw: Target = {
  name: "raw text",
  weight: 1,
  cases: asFile(hostileText).map((text) => ({ "raw.txt": text })),
  run: (folder) =>
    outcomeOf(() => {
      const folders = foldersOf(folder);
      importRawText(join(folder, "raw.txt"), { topics: [] }, folders, false);
      checkWritten(folder);
      const site = readSite(folders.data, {});
      if (existsSync(folders.content)) checkImported(folders, site);
    }),
};

const check: Target = {
  name: "check",
  weight: 1,
  cases: asFile(articleText).map((text) => ({ "content/a.md": text, "content/b.md": PLAIN })),
  run: (folder) => {
    const folders = foldersOf(folder);
    const before = publishedOf(folders);
    const outcome = outcomeOf(() => {
      const report = checkArchive({ folders, now: NOW, fix: true });
      for (const finding of report.findings) checkProblem(finding);
      for (const format of ["text", "json"] as const) formatReport(report, format);
      // All of them, notes too, which are only counted where nobody asks for them.
      const github = formatReport(report, "github", KINDS).split("\n");
      demand(
        github
          .slice(0, report.findings.length)
          .every((line) => /^::(?:error|warning|notice) /.test(line)),
        "annotations",
      );
      checkWritten(folder);
    });
    demand(publishedOf(folders) === before, "a mend changes nothing that is published");
    return outcome;
  },
};

function publishedOf(folders: { content: string; data: string }): string | undefined {
  let published: string | undefined;
  const outcome: Outcome = outcomeOf(() => {
    published = JSON.stringify(readArchive(folders));
  });
  return outcome === "value" ? published : undefined;
}

/** Nothing but the archive was written. */
function checkWritten(folder: string): void {
  for (const file of filesIn(folder)) {
    const path = relative(folder, file);
    const isOurs =
      /^(?:content|_data|source)\//.test(path) || ["raw.txt", "old-addresses.csv"].includes(path);
    demand(isOurs, "nothing is written outside of the archive", path);
    demand(statSync(file).isFile(), "only files are written", path);
  }
  demand(!existsSync("/tmp/pwned"), "nothing is written to an absolute path");
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((one) => !one.isDirectory()).map((one) => join(one.parentPath, one.name));
}

const words: Target = {
  name: "words",
  weight: 3,
  cases: wordyFile.map((text) => ({
    "content/a.md": text,
    "content/photo.png": PHOTO,
    "content/my photo (1).png": PHOTO,
  })),
  run: (folder) => {
    const folders = foldersOf(folder);
    const file = join(folders.content, "a.md");
    const { findings } = checkArchive({ folders, now: NOW });
    return outcomeOf(() => {
      const site = readSite(folders.data, {});
      for (const { article } of readArticles([file], site, undefined, folders.content)) {
        const fields = escapeHtml(`${article.title} ${article.summary ?? ""}`);
        const lost = lostWords(readFileSync(file, "utf8"), fields + article.html, findings);
        demand(lost.length === 0, "a word is on its page, or its editor is told", lost);
        const mark = shownMark(article.html);
        const isTold = mark === undefined || findings.some(({ rule }) => rule === "markup");
        demand(isTold, "a mark is not shown, or its editor is told", mark);
      }
    });
  },
};

const pictures: Target = {
  name: "pictures",
  weight: 3,
  cases: pictureCase,
  run: runPictureCase,
};

const hosting: Target = {
  name: "hosting",
  weight: 1,
  cases: asFile(hostedSettings).map((text) => ({ "_data/site.yaml": text })),
  run: (folder) =>
    outcomeOf(() => {
      checkHosting(readSite(foldersOf(folder).data, {}));
    }),
};

/** Every way in, with how often it is tried. */
export const TARGETS: readonly Target[] = [
  article,
  data,
  sources,
  raw,
  check,
  words,
  bundles,
  pictures,
  hosting,
];

/** @throws RangeError where there is no such target */
export function targetNamed(name: string): Target {
  const target = TARGETS.find((one) => one.name === name);
  if (target === undefined) throw new RangeError(`no target is called ${name}`);
  return target;
}
