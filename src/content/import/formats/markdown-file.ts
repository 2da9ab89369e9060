import { ContentError } from "../../problem.ts";
import { parseYaml } from "../../yaml.ts";
import {
  EMPTY_ITEM,
  type ImportedItem,
  type Note,
  type Reader,
  type Reading,
  type SourceText,
} from "../imported-item.ts";
import { imageIn, namesIn, sourceIn } from "./loose-fields.ts";
import { flagIn, isRecord, type LooseRecord, listIn, textIn, unknownIn } from "./loose-record.ts";
import { sourceIdOf } from "./source-id.ts";
import { withoutCodes } from "./template-codes.ts";

/** What Jekyll, Hugo and their themes call fields, the usual name first. */
const NAMES = {
  title: ["title"],
  date: ["date", "publishDate", "pubDate", "pubdate"],
  updated: ["lastmod", "updated", "last_modified_at", "modified"],
  expires: ["expiryDate", "unpublishDate", "expires"],
  summary: ["summary", "description", "excerpt"],
  authors: ["authors", "author"],
  categories: ["categories", "category", "topics", "section"],
  tags: ["tags", "tag", "keywords"],
  source: ["source"],
  link: ["permalink", "url"],
  aliases: ["aliases", "redirect_from", "alias"],
  slug: ["slug"],
  image: ["image", "featured_image", "featuredImage", "cover", "thumbnail", "images", "header"],
} as const;

/** What says whether it is published, and how another generator lays out the page. */
const SILENT =
  "draft published layout type weight toc comments markup outputs math mermaid menu menus sitemap cascade linkTitle pin share related render_with_liquid sourceId".split(
    " ",
  );

const TAKEN: ReadonlySet<string> = new Set(Object.values(NAMES).flat());
const KNOWN: ReadonlySet<string> = new Set([...TAKEN, ...SILENT]);

/** Reads a Markdown file of Jekyll or Hugo: front matter in YAML, and the text. */
export const readMarkdownFile: Reader = function* (source): Generator<Reading> {
  const { file, path, text } = source;
  if (/^\+\+\+[ \t]*\n/.test(text)) throw toml(file);
  const isSection = /(?:^|\/)_index\.\w+$/.test(path);
  if (isSection || !/^---[ \t]*\n/.test(text)) {
    const what = isSection
      ? "страница раздела Hugo (_index)"
      : "файл Markdown без полей статьи (---)";
    yield { kind: "skipped", done: 1, place: { file, line: 1, column: 1 }, note: { what } };
    return;
  }
  yield { kind: "item", done: 1, item: toItem(source, cut(source)) };
};

function toml(file: string): ContentError {
  const message = "Поля статьи записаны в TOML (+++), а читается только YAML (---).";
  const mend = "переведите их командой самого Hugo: hugo convert toYAML --output ПАПКА.";
  return new ContentError([{ file, line: 1, column: 1, message, mend }]);
}

interface Parts {
  readonly fields: LooseRecord;
  /** What stands behind values that are taken along, and may be meant as a part of them. */
  readonly comments: readonly Note[];
  readonly body: string;
}

/** @throws ContentError where the fields are not closed or wrong */
function cut({ file, text }: SourceText): Parts {
  const lines = text.split("\n");
  const close = lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---");
  if (close === -1) throw fault(file, "Поля не закрыты строкой «---».");
  const header = lines.slice(1, close).join("\n");
  return { ...yamlFields(file, header), body: lines.slice(close + 1).join("\n") };
}

function fault(file: string, message: string): ContentError {
  const mend = "начните файл строками: ---, title: Заголовок, ---.";
  return new ContentError([{ file, line: 1, column: 1, message, mend }]);
}

function yamlFields(file: string, header: string): Omit<Parts, "body"> {
  const { value, dropped } = parseYaml(file, header, 2);
  if (value === null) return { fields: {}, comments: [] };
  if (!isRecord(value)) throw fault(file, "Между строками «---» стоят не поля.");
  const taken = dropped.filter(
    ({ kind, path }) => kind === "comment" && TAKEN.has(String(path[0])),
  );
  const comments = taken.map(({ typed }) => ({
    what: "комментарий YAML не перенесён",
    detail: typed,
  }));
  return { fields: value, comments };
}

/** Posts of Jekyll begin with their day, and its drafts lie in a folder of their own. */
const DATED_NAME = /^(\d{4}-\d{2}-\d{2})-(.+)$/;

function toItem({ file, path }: SourceText, { fields, comments, body }: Parts): ImportedItem {
  const names = path.replace(/\.\w+$/, "").split("/");
  const isIndex = /^index$/.test(names.at(-1) ?? "");
  const name = (isIndex ? names.at(-2) : names.at(-1)) ?? "";
  const [, day, rest] = DATED_NAME.exec(name) ?? [];
  const { markdown, notes } = withoutCodes(body);
  return {
    ...EMPTY_ITEM,
    sourceId: sourceIdOf("md", path, undefined, ""),
    place: { file, line: 1, column: 1 },
    path,
    title: textIn(fields, ...NAMES.title),
    date: textIn(fields, ...NAMES.date) ?? day,
    updated: textIn(fields, ...NAMES.updated),
    expires: textIn(fields, ...NAMES.expires),
    summary: textIn(fields, ...NAMES.summary),
    authors: listIn(fields, ...NAMES.authors),
    categories: namesIn(fields, ...NAMES.categories),
    tags: namesIn(fields, ...NAMES.tags),
    source: sourceIn(fields, "source"),
    publication: { isOwn: true },
    link: textIn(fields, ...NAMES.link),
    aliases: listIn(fields, ...NAMES.aliases),
    slug: textIn(fields, ...NAMES.slug) ?? rest ?? name,
    draft: isDraft(fields, names),
    image: imageIn(fields, ...NAMES.image),
    body: markdown.trim() === "" ? undefined : { format: "markdown", text: markdown },
    notes: [...notes, ...comments, ...lossesOf(fields)],
  };
}

function isDraft(fields: LooseRecord, names: readonly string[]): boolean {
  return flagIn(fields, "draft") || fields.published === false || names.includes("_drafts");
}

function lossesOf(fields: LooseRecord): Note[] {
  return unknownIn(fields, KNOWN).map((name) => ({ what: `поле «${name}» не перенесено` }));
}
