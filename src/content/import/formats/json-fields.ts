import { textOfHtml } from "../html/dom.ts";
import type { ImportedBody, Note } from "../imported-item.ts";
import type { NoteName } from "../note-kinds.ts";
import { isRecord, type LooseRecord, textIn, unknownIn } from "./loose-record.ts";

/** Names of fields, the usual one first. */
export const JSON_NAMES = {
  id: ["id", "_id", "guid", "uuid"],
  link: ["url", "link", "permalink"],
  title: ["title", "headline", "name"],
  date: [
    "date",
    "published",
    "published_at",
    "publishedAt",
    "datePublished",
    "date_published",
    "pubDate",
    "created_at",
    "created",
  ],
  updated: ["updated", "updated_at", "updatedAt", "modified", "dateModified", "date_modified"],
  expires: ["expires"],
  summary: ["summary", "description", "lead", "excerpt", "annotation"],
  authors: ["authors", "author"],
  categories: ["topics", "topic", "categories", "category", "section", "rubric", "rubrics"],
  tags: ["tags", "keywords"],
  source: ["source"],
  aliases: ["aliases", "redirect_from"],
  slug: ["slug"],
  draft: ["draft"],
  others: ["status", "format"],
  image: ["image", "picture", "photo", "cover", "banner_image"],
  html: ["html", "content_html", "body_html"],
  markdown: ["markdown", "md", "content_markdown", "body_markdown"],
  text: ["text", "body", "content", "fulltext", "content_text"],
} as const;

const KNOWN: ReadonlySet<string> = new Set(Object.values(JSON_NAMES).flat());

/** Fields of which the first one with a text counts. */
const SINGLE = (
  ["id", "link", "title", "date", "updated", "expires", "summary", "slug"] as const
).map((name) => JSON_NAMES[name]);

const BODIES = [JSON_NAMES.html, JSON_NAMES.markdown, JSON_NAMES.text] as const;

/** Wrappers of values in MongoDB, WordPress, Firestore. */
const WRAPS = ["$date", "$oid", "$numberLong", "rendered", "_seconds", "seconds"];

/** Fields in which a list of one value is that value. */
const LISTS: ReadonlySet<string> = new Set(SINGLE.flat());

/** @returns the fields with their values bare */
export function unwrapped(record: LooseRecord): LooseRecord {
  const entries = Object.entries(record).map(([name, value]) => {
    const isSingle = LISTS.has(name) && Array.isArray(value) && value.length === 1;
    return [name, bare(isSingle ? value[0] : value)] as const;
  });
  return Object.fromEntries(entries);
}

function bare(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const wrap = WRAPS.find((name) => Object.hasOwn(value, name));
  return wrap === undefined ? value : bare(value[wrap]);
}

/** Databases keep «&mdash;» in texts without any tag. */
function withSigns(text: string): string {
  return text.replace(/&(?:#x?[\da-f]{1,8}|[a-z]\w{1,30});/gi, textOfHtml);
}

const TAG = /<(?:p|br|div|a|b|i|strong|em|ul|ol|h[1-6]|img|table|blockquote)\b[^<>]*>/i;

/** @returns the text of an item; a list is one of paragraphs */
export function bodyIn(record: LooseRecord): ImportedBody | undefined {
  const [html, markdown, text] = BODIES.map((names) => paragraphsIn(record, names));
  if (html !== undefined) return { format: "html", text: html };
  if (markdown !== undefined) return { format: "markdown", text: markdown };
  if (text === undefined) return undefined;
  const format = textIn(record, "format")?.toLowerCase();
  if (format === "markdown" || format === "html") return { format, text };
  if (format === "text") return { format: "plain", text };
  return TAG.test(text) ? { format: "html", text } : { format: "plain", text: withSigns(text) };
}

function paragraphsIn(record: LooseRecord, names: readonly string[]): string | undefined {
  for (const name of names) {
    const list = Object.hasOwn(record, name) ? paragraphsOf(record[name]) : [];
    if (list.length > 0) return list.join("\n\n");
  }
  return undefined;
}

/** Editors of blocks keep the text of each in one of a few fields. */
function paragraphsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(paragraphsOf);
  if (!isRecord(value)) return [textIn({ value }, "value") ?? []].flat();
  const inner = ["text", "html", "content", "value", "data", "blocks", "children", "items"];
  const found = inner.map((name) => paragraphsOf(value[name]));
  return found.find((one) => one.length > 0) ?? [];
}

/** @returns notes on fields that no article has */
export function lossesIn(record: LooseRecord): Note[] {
  const unknown = unknownIn(record, KNOWN).map(
    (name): Note => ({
      what: "поле не перенесено",
      part: name,
      field: name,
      detail: shown(record[name]),
    }),
  );
  return [...unknown, ...SINGLE.flatMap((names) => spare(record, names)), ...spareBodies(record)];
}

/** Fields of one meaning besides the one that counts, and values that are no texts. */
function spare(record: LooseRecord, names: readonly string[]): Note[] {
  const filled = filledIn(record, names);
  const used = filled.find((name) => textIn(record, name) !== undefined);
  const taken = used === undefined ? undefined : textIn(record, used);
  return filled
    .filter((name) => name !== used && (taken === undefined || textIn(record, name) !== taken))
    .map((name) => noteOf(record, name, used));
}

function spareBodies(record: LooseRecord): Note[] {
  const all: readonly string[] = BODIES.flat();
  const names = all.filter((name) => paragraphsIn(record, [name]) !== undefined);
  const words = (name: string): string =>
    (paragraphsIn(record, [name]) ?? "").replace(/<[^<>]*>|[^\p{L}\p{N}]+/gu, "");
  const [used] = names;
  const empty = filledIn(record, all).filter((name) => !names.includes(name));
  const others = names.filter((name) => used !== undefined && words(name) !== words(used));
  return [
    ...others.map((name) =>
      noteOf(record, name, used, "поле с текстом не перенесено: взято другое"),
    ),
    ...empty.map((name) => noteOf(record, name, undefined)),
  ];
}

function filledIn(record: LooseRecord, names: readonly string[]): string[] {
  const filled = new Set(unknownIn(record, new Set()));
  return names.filter((name) => filled.has(name));
}

function noteOf(
  record: LooseRecord,
  name: string,
  used: string | undefined,
  other: NoteName = "поле не перенесено: взято другое того же смысла",
): Note {
  const note = { field: name, detail: shown(record[name]) };
  if (used === undefined)
    return { what: "поле не перенесено: в нём не текст", part: name, ...note };
  return { what: other, part: `${name}, взято ${used}`, ...note };
}

function shown(value: unknown): string {
  return (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).slice(0, 100);
}
