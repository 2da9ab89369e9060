import { idsOf } from "../../language/index.ts";
import type { ArticleFile, ArticleReader } from "../archive/articles.ts";
import { leftoverSigns, type NamedSign, turningSigns } from "../model/control-characters.ts";
import { isNamedMedia } from "../model/media-names.ts";
import { PAGE_IDS } from "../model/page-ids.ts";
import { readableAddress } from "../model/paths.ts";
import { attempt, type Problem } from "../model/problem.ts";
import { scanSchedule, type Timing } from "../model/schedule.ts";
import { readSource } from "../model/source-file.ts";
import type { Site } from "../model/types.ts";
import { unclearQuotation } from "../typography/typography.ts";
import {
  type ArticleSource,
  articleQuotes,
  articleRepairs,
  articleSource,
} from "./article-source.ts";
import { type KnownLabels, unknownAuthors } from "./author-findings.ts";
import { fieldMarkup } from "./field-markup.ts";
import { type Finding, toErrors, toRemark } from "./finding.ts";
import { letterFindings } from "./letter-findings.ts";
import { anchorFindings, type LinkTargets } from "./links.ts";
import { listsAsTexts } from "./list-findings.ts";
import { futureDate, pastExpiry } from "./moments.ts";
import { quotationFinding } from "./quote-findings.ts";
import { publishedArticle, type Repair, toFinding } from "./repairs.ts";
import type { TextReference } from "./text-source.ts";
import { addedTopic, type Topics, unknownTopic } from "./topic-findings.ts";

/** What files are held against. */
export interface CheckContext {
  readonly site: Site;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly links: LinkTargets;
  readonly topics: Topics;
  readonly labels: KnownLabels;
}

/** The findings of a file. */
export interface CheckedFile {
  readonly findings: readonly Finding[];
  /** As it was read: without a byte order mark, with \n at the ends of lines. */
  readonly source: string;
  /** What can be mended in a source of the file. */
  readonly repairsOf: (source: string) => readonly Repair[];
  /** The published form of a source, which repairs must not change. */
  readonly publish: (source: string) => string;
  /** The article, where nothing keeps it from being read. */
  readonly article?: ArticleFile | undefined;
}

/**
 * @param read as all articles are read
 * @param timing as a scan sees it: what is over no build reads
 * @returns what is wrong with one of them
 */
export function checkArticle(
  file: string,
  read: ArticleReader,
  context: CheckContext,
  timing: Timing,
): CheckedFile {
  const problems: Problem[] = [];
  const article = attempt(problems, () => read(file));
  const own = attempt([], () => articleSource(readSource(file)));
  const errors = toErrors(problems, timing === "expired" ? "warning" : "error");
  const repairsOf = (source: string): Repair[] =>
    articleRepairs(articleSource({ path: file, text: source }));
  const publish = publishedArticle(file);
  if (own === undefined) return { findings: errors, source: "", repairsOf, publish };
  const isShown = timing === "due" && article?.draft !== true;
  const { references, remarks } = own.text;
  return {
    findings: [
      ...errors,
      ...articleRepairs(own).map((repair) => toFinding(repair, own.source, own.lines, file)),
      ...articleQuotes(own),
      ...signFindings(own),
      ...letterFindings(file, own.source, own.lines),
      ...fieldMarkup(own.yaml),
      ...remarks.map((remark) => toRemark(remark, file, own.parts.bodyLine)),
      ...references.flatMap((one) => checkReference(one, own, context, article, isShown)),
      ...(article === undefined ? [] : checkFields(article, own, context)),
    ],
    source: own.source,
    repairsOf,
    publish,
    article,
  };
}

/** Reports invisible signs, which come with pasted texts. */
function signFindings({ file, source, lines }: ArticleSource): Finding[] {
  const told = (signs: readonly NamedSign[], message: (name: string) => string): Finding[] =>
    signs.map(({ index, name }) => ({
      file,
      ...lines.positionOf(index),
      severity: "warning",
      rule: "signs",
      message: message(name),
      mend: "удалите его: наберите слово в этом месте заново.",
    }));
  return [
    ...told(
      turningSigns(source),
      (name) => `Стоит невидимый знак ${name}, который переворачивает текст: сайт его не покажет.`,
    ),
    ...told(
      leftoverSigns(source),
      (name) => `Стоит знак ${name}, который остался от другой программы и ничего не значит.`,
    ),
  ];
}

function checkReference(
  { kind, target, line, alt, title }: TextReference,
  { file, source, lines, parts }: ArticleSource,
  { links, site }: CheckContext,
  article: ArticleFile | undefined,
  isShown: boolean,
): Finding[] {
  const own = parts.bodyLine + line - 1;
  const text = source.slice(lines.offsetOf(own), lines.offsetOf(own + 1));
  const place = { file, line: own, column: Math.max(0, text.indexOf(readableAddress(target))) + 1 };
  if (kind === "link" && target.startsWith("#") && article !== undefined) {
    const ids = [...PAGE_IDS, ...idsOf(article.article.html)];
    return anchorFindings(target, ids, place, site, isShown);
  }
  if (kind === "link") return links.check(target, place, isShown);
  if (alt === "" && title === "") {
    return isNamedMedia(target)
      ? [missingAlt(place, "![О чём запись](файл)", "записи")]
      : [missingAlt(place, "![Что на картинке](файл)")];
  }
  const unclear = unclearQuotation(title);
  return unclear === undefined ? [] : [quotationFinding(unclear, title, place)];
}

function missingAlt(
  place: Pick<Finding, "file" | "line" | "column">,
  example: string,
  whose: "картинки" | "записи" = "картинки",
): Finding {
  const message = `У ${whose} нет описания для тех, кто её не видит.`;
  const mend = `напишите, что на ней: ${example}.`;
  return { ...place, severity: "warning", rule: "alt", message, mend };
}

function checkFields(read: ArticleFile, own: ArticleSource, context: CheckContext): Finding[] {
  const { file, yaml, parts } = own;
  const { site, now, topics } = context;
  const at = (path: readonly (string | number)[]) => ({ file, ...yaml.locate(path) });
  const { date, updated, picture } = read.article;
  const found = read.foundTopics ?? [];
  const isNamed = found.length === 0;
  return [
    ...futureDate("date", date, now, at(["date"])),
    ...futureDate("updated", updated, now, at(["updated"])),
    ...pastExpiry(scanSchedule(parts.yaml).expires, now, site, at(["expires"])),
    ...(picture?.alt === "" ? [missingAlt(at(["image"]), "alt: Что на картинке")] : []),
    ...(isNamed ? read.article.topics : []).flatMap((topic, index) =>
      unknownTopic(topic, topics, at(["topics", index])),
    ),
    ...unknownAuthors(yaml, context.labels),
    ...listsAsTexts(yaml),
    ...found.map((one) => addedTopic(one, at(one.place === "title" ? ["title"] : []))),
  ];
}
