import { createHash } from "node:crypto";
import { z } from "zod";
import { comparisonKey } from "../../language/index.ts";
import { dateField, linkField, prose, slugField, sourceField, topicsField } from "./fields.ts";
import { pagesOfHeadlines } from "./headline-pages.ts";
import { PAGE_IDS } from "./page-ids.ts";
import { headlinesPath, withPrefix } from "./paths.ts";
import { type Problem, throwIfAny } from "./problem.ts";
import { remembering } from "./remembering.ts";
import { timingBetween } from "./schedule.ts";
import { slugify } from "./slugs.ts";
import { hasSource, readSource } from "./source-file.ts";
import { NO_TOPICS, namesTopics, TopicFinder } from "./topic-words.ts";
import type { Headline, Site } from "./types.ts";
import { fault, knownFields, optional, textAs, validate } from "./validate.ts";
import { type ParsedYaml, parseYaml } from "./yaml/yaml.ts";

/** An anchor need not hold the whole headline, only enough to be recognised. */
const ANCHOR_LENGTH = 80;

/**
 * The fields of a headline as they are written.
 *
 * @param zone an IANA zone
 */
export function headlineSchema(zone: string) {
  return knownFields({
    text: prose(),
    date: optional(dateField(zone)),
    expires: optional(dateField(zone)),
    link: optional(linkField()),
    topics: topicsField(),
    source: sourceField(),
    slug: optional(anchorField()),
  });
}

/** An anchor that an editor gives by hand. */
function anchorField() {
  const wrong = fault("такой якорь на странице уже есть.", "выберите другой.");
  return slugField().refine((slug) => !PAGE_IDS.has(slug), wrong);
}

const headlinesSchema = remembering(listSchema);

function listSchema(zone: string) {
  return z.array(textAs("text", headlineSchema(zone)));
}

/**
 * Reads the headlines of an archive.
 *
 * @param file headlines.yaml: a list of texts, or of fields with a text; no file is no headlines
 * @param site its zone and path prefix are used
 * @param finder finds the topics of headlines that name none
 * @returns all of them, whatever their time
 * @throws ContentError where the file is wrong, or holds one headline twice on the same day
 */
export function readHeadlines(
  file: string,
  site: Site,
  finder: TopicFinder = new TopicFinder(NO_TOPICS),
): Headline[] {
  if (!hasSource(file)) return [];
  const yaml = parseYaml(file, readSource(file).text);
  const entries = validate(headlinesSchema(site.timeZone), { ...yaml, value: yaml.value ?? [] });
  const raw = Array.isArray(yaml.value) ? (yaml.value as unknown[]) : [];
  const pages = pagesOfHeadlines(entries);
  const headlines = entries.map((entry, index): Headline => {
    const { slug, link, ...fields } = entry;
    const found = namesTopics(raw[index]) ? [] : finder.find(entry.text);
    const topics = [...finder.named(fields.topics), ...found.map(({ topic }) => topic)];
    const anchor = slug ?? anchorOf(entry.text);
    const path = `${headlinesPath(entry.date, pages[index])}#${anchor}`;
    const address = link && resolveLink(site, link);
    return { kind: "headline", anchor, path, ...fields, topics, link: address };
  });
  checkUnique(headlines, yaml);
  return headlines;
}

/**
 * @param now milliseconds since 1970
 * @returns whether its time has come, or is not waited for, and is not over
 */
export function isShown({ date, expires }: Headline, now: number, site: Site): boolean {
  const timing = timingBetween(date?.epoch ?? Number.NaN, expires?.epoch ?? Number.NaN, now);
  return timing === "due" || (timing === "waiting" && site.preview);
}

/**
 * Headlines may begin alike for longer than an anchor is, so that a cut one, or one that the page has
 * itself, ends with six digits of the hash of all its words: it stays the same whatever stands beside
 * it, and however quotation marks and spaces are set.
 */
function anchorOf(text: string): string {
  const anchor = slugify(text, ANCHOR_LENGTH) || "novost";
  const isWhole = anchor === slugify(text, Number.POSITIVE_INFINITY);
  if (isWhole && !PAGE_IDS.has(anchor)) return anchor;
  return `${anchor}-${createHash("sha256").update(comparisonKey(text)).digest("hex").slice(0, 6)}`;
}

function resolveLink(site: Site, link: string): string {
  return link.startsWith("/") ? withPrefix(site, link) : link;
}

function checkUnique(headlines: readonly Headline[], yaml: ParsedYaml): void {
  const seen = new Map<string, number>();
  const problems: Problem[] = [];
  for (const [index, headline] of headlines.entries()) {
    // Of the whole day: a headline may move to another of its pages.
    const place = `${headlinesPath(headline.date)}#${headline.anchor}`;
    const first = seen.get(place);
    if (first === undefined) seen.set(place, index);
    else problems.push(repetition(headlines, yaml, first, index));
  }
  throwIfAny(problems);
}

function repetition(
  headlines: readonly Headline[],
  yaml: ParsedYaml,
  first: number,
  second: number,
): Problem {
  const place = { file: yaml.file, ...yaml.locate([second]) };
  const { line } = yaml.locate([first]);
  const key = (index: number): string => comparisonKey(headlines[index]?.text ?? "");
  if (key(first) === key(second)) {
    const message = `Заголовок повторяется: такой же стоит в строке ${line}.`;
    return { ...place, message, mend: "удалите один из двух или поставьте им разные даты." };
  }
  const message = `У заголовка тот же адрес на странице, что у заголовка в строке ${line}.`;
  return { ...place, message, mend: "дайте одному из них поле slug с другим значением." };
}
