import { mainLanguage } from "../../model/language-tags.ts";
import {
  EMPTY_ITEM,
  type ImportedItem,
  type Note,
  type Reader,
  type Reading,
  type SourceText,
} from "../imported-item.ts";
import type { NoteName } from "../note-kinds.ts";
import {
  flagIn,
  imageIn,
  isRecord,
  type LooseRecord,
  listIn,
  namesIn,
  sourceIn,
  textIn,
  unknownIn,
} from "./loose-record.ts";
import { type MarkdownParts, markdownParts } from "./markdown-header.ts";
import { type MarkdownPlace, markdownPlace } from "./markdown-place.ts";
import { headingTitle } from "./markdown-title.ts";
import { withoutFormulas } from "./mathematics.ts";
import { sourceIdOf } from "./source-id.ts";
import { withoutCodes } from "./template-codes.ts";

/** Names of fields in generators and themes, the usual one first. */
const NAMES = {
  title: ["title"],
  date: ["date", "publishDate", "pubDate", "pubdate", "publishdate"],
  updated: ["lastmod", "updated", "update", "last_modified_at", "modified"],
  expires: ["expiryDate", "unpublishDate", "expires"],
  summary: ["summary", "description", "excerpt"],
  authors: ["authors", "author"],
  categories: ["categories", "category", "topics", "section"],
  tags: ["tags", "tag", "keywords"],
  source: ["source"],
  link: ["permalink", "url", "save_as", "path"],
  aliases: ["aliases", "redirect_from", "alias"],
  slug: ["slug"],
  image: ["image", "featured_image", "featuredImage", "cover", "thumbnail", "images", "header"],
} as const;

/** Fields that say whether and how another generator shows the page. */
const SILENT =
  "draft published status layout type weight toc comments markup outputs math mermaid menu menus sitemap cascade linkTitle pin sticky pinned lang language translation translationKey share related render_with_liquid eleventyExcludeFromCollections templateEngineOverride sourceId".split(
    " ",
  );

const KNOWN: ReadonlySet<string> = new Set([...Object.values(NAMES).flat(), ...SILENT]);

/** Files about a project. */
const ABOUT_PROJECT =
  /^(?:readme|license|licence|changelog|contributing|code_of_conduct|security|authors|todo|history)(?:[._-].*)?\.(?:md|markdown)$/i;

/**
 * Reads a Markdown file of Jekyll, Hugo, Hexo, Pelican, Nikola or Eleventy: fields in YAML, TOML, JSON or
 * lines, and the text, which may be HTML. A file without fields begins with its title.
 */
export const readMarkdownFile: Reader = function* (source, { language }): Generator<Reading> {
  const { file, path } = source;
  const place = markdownPlace(path);
  const skip = (what: NoteName): Reading => {
    return { kind: "skipped", done: 1, place: { file, line: 1, column: 1 }, note: { what } };
  };
  if (place.isSection) return yield skip("страница раздела Hugo (_index)");
  const { fields: given, ...read } = markdownParts(source);
  const parts = { ...read, fields: given === undefined ? undefined : unfolded(given) };
  if (parts.fields === undefined && ABOUT_PROJECT.test(path.replace(/^.*\//, "")))
    return yield skip("файл о самом проекте (README и подобные)");
  const { title, rest } = titleOf(parts);
  if (parts.fields === undefined && title === undefined)
    return yield skip("файл Markdown без полей статьи и без заголовка");
  const item = toItem(source, { ...parts, body: rest }, place, title);
  const notes = [...item.notes, ...foreignLanguage(parts.fields ?? {}, language)];
  yield { kind: "item", done: 1, item: { ...item, notes } };
};

function foreignLanguage(fields: LooseRecord, site: string | undefined): Note[] {
  const own = textIn(fields, "lang", "language");
  if (own === undefined || site === undefined || mainLanguage(own) === mainLanguage(site))
    return [];
  return [{ what: "материал на другом языке перенесён статьёй сайта", part: own, field: "lang" }];
}

function titleOf({ fields = {}, body }: MarkdownParts) {
  const title = textIn(fields, ...NAMES.title);
  const heading = headingTitle(body);
  if (title === undefined) return heading;
  // Themes that show no title leave it to the text.
  const isRepeated = lettersOf(title) === lettersOf(heading.title ?? "");
  return { title, rest: isRepeated ? heading.rest : body };
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
}

function toItem(
  { file, path }: SourceText,
  { fields = {}, notes: headerNotes, body }: MarkdownParts,
  place: MarkdownPlace,
  title: string | undefined,
): ImportedItem {
  const format = /\.x?html?$/i.test(path) ? "html" : "markdown";
  const { markdown, notes } = withoutFormulas(withoutCodes(body));
  const date = textIn(fields, ...NAMES.date) ?? place.day;
  return {
    ...EMPTY_ITEM,
    sourceId: sourceIdOf("md", path, undefined, ""),
    place: { file, line: 1, column: 1 },
    path,
    title,
    date,
    updated: textIn(fields, ...NAMES.updated),
    expires: textIn(fields, ...NAMES.expires),
    summary: textIn(fields, ...NAMES.summary),
    authors: namesIn(fields, ...NAMES.authors),
    categories: termsIn(fields, place, NAMES.categories),
    tags: termsIn(fields, place, NAMES.tags),
    source: sourceIn(fields, "source"),
    publication: { isOwn: true },
    link: textIn(fields, ...NAMES.link),
    aliases: listIn(fields, ...NAMES.aliases),
    slug: textIn(fields, ...NAMES.slug) ?? place.slug,
    draft: isDraft(fields, place),
    isPage: (date === undefined && isPageOf(fields, format)) || undefined,
    isPinned: flagIn(fields, "pin", "sticky", "pinned") || undefined,
    image: imageIn(fields, ...NAMES.image),
    body: markdown.trim() === "" ? undefined : { format, text: markdown },
    written: body,
    notes: [...notes, ...headerNotes, ...lossesOf(fields)],
  };
}

/** Pages of HTML without a day are lists, forms, the error page. */
function isPageOf(fields: LooseRecord, format: string): boolean {
  return format === "html" || textIn(fields, "layout") === "page";
}

/** Tables of fields in Zola and Hugo; fields outside of them win. */
const TABLES = ["taxonomies", "extra", "params"];

/** To Hugo, «Tags» and «expirydate» are the fields that it writes as «tags» and «expiryDate». */
const SPELLINGS = new Map([...KNOWN].map((name) => [name.toLowerCase(), name]));

function unfolded(fields: LooseRecord): LooseRecord {
  const tables: LooseRecord[] = [];
  const own: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const usual = SPELLINGS.get(name.toLowerCase()) ?? name;
    if (TABLES.includes(name) && isRecord(value)) tables.push(unfolded(value));
    else own[Object.hasOwn(fields, usual) ? name : usual] = value;
  }
  return Object.assign({}, ...tables, own);
}

/**
 * Names of terms. Jekyll, whose files begin with a day, takes «categories: a b» for two; a single
 * «category» may hold spaces.
 */
function termsIn(fields: LooseRecord, { day }: MarkdownPlace, names: readonly string[]): string[] {
  const isJekyll = day !== undefined;
  const [plural = ""] = names;
  const value = fields[plural];
  const isList = isJekyll && typeof value === "string" && !/[,;]/.test(value);
  const given = isList ? { ...fields, [plural]: value.trim().split(/\s+/) } : fields;
  return namesIn(given, ...names);
}

function isDraft(fields: LooseRecord, place: MarkdownPlace): boolean {
  const status = textIn(fields, "status")?.toLowerCase() ?? "";
  return (
    place.isDraft ||
    flagIn(fields, "draft") ||
    [fields.published, fields.publish].some((value) => value === false || value === "false") ||
    /^(?:draft|hidden|private)$/.test(status)
  );
}

function lossesOf(fields: LooseRecord): Note[] {
  return unknownIn(fields, KNOWN).map((name) => {
    return { what: "поле не перенесено", part: name, field: name };
  });
}
