import type { Problem } from "../../model/problem.ts";
import {
  EMPTY_ITEM,
  type ImportedItem,
  type Place,
  type Reader,
  type Reading,
  type ReadingOptions,
} from "../imported-item.ts";
import { bodyIn, lossesIn, JSON_NAMES as NAMES, unwrapped } from "./json-fields.ts";
import {
  flagIn,
  imageIn,
  isRecord,
  type LooseRecord,
  listIn,
  namesIn,
  sourceIn,
  textIn,
} from "./loose-record.ts";
import { plainText } from "./plain-text.ts";
import { sourceIdOf } from "./source-id.ts";

/** In characters; news is shorter. */
const LONGEST_LINE = 8_000_000;

/** Reads JSON Lines: an object on every line. A broken line is a problem, and the next one is read. */
export const readJsonLines: Reader = function* ({ file, text }, options): Generator<Reading> {
  let [start, line] = [0, 0];
  while (start < text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const raw = text.slice(start, end);
    const place = { file, line: ++line, column: 1 };
    start = end + 1;
    if (raw.trim() !== "") yield { ...readLine(raw, place, options), done: end / text.length };
  }
};

type LineReading =
  | { readonly kind: "item"; readonly item: ImportedItem }
  | { readonly kind: "problem"; readonly problem: Problem };

function readLine(raw: string, place: Place, options: ReadingOptions): LineReading {
  if (raw.length > LONGEST_LINE) return fault(place, "Строка длиннее 8 миллионов знаков.");
  try {
    const value: unknown = JSON.parse(raw);
    if (isRecord(value))
      return { kind: "item", item: toItem(unwrapped(value), raw, place, options) };
    return fault(place, "В строке нет объекта JSON: нужны поля в фигурных скобках.");
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const [, position] = /position (\d+)/.exec(error.message) ?? [];
    const column = position === undefined ? raw.length + 1 : Number(position) + 1;
    return fault({ ...place, column }, "Строка — не JSON: она оборвана или в ней лишний знак.");
  }
}

function fault(place: Place, message: string): LineReading {
  const mend = "исправьте эту строку и повторите импорт; остальные прочитаны.";
  return { kind: "problem", problem: { ...place, message, mend } };
}

function toItem(
  record: LooseRecord,
  raw: string,
  place: Place,
  { isForeign, sourceName }: ReadingOptions,
): ImportedItem {
  const link = textIn(record, ...NAMES.link);
  return {
    ...EMPTY_ITEM,
    sourceId: sourceIdOf("json", textIn(record, ...NAMES.id) ?? link, sourceName, raw),
    place,
    title: plainText(textIn(record, ...NAMES.title)),
    date: textIn(record, ...NAMES.date),
    updated: textIn(record, ...NAMES.updated),
    expires: textIn(record, ...NAMES.expires),
    summary: plainText(textIn(record, ...NAMES.summary)),
    authors: namesIn(record, ...NAMES.authors),
    categories: namesIn(record, ...NAMES.categories),
    tags: namesIn(record, ...NAMES.tags),
    source: sourceIn(record, "source"),
    publication: { isOwn: !isForeign },
    link,
    aliases: listIn(record, ...NAMES.aliases),
    slug: textIn(record, ...NAMES.slug),
    draft: flagIn(record, ...NAMES.draft) || textIn(record, "status") === "draft",
    image: imageIn(record, ...NAMES.image),
    body: bodyIn(record),
    notes: lossesIn(record),
  };
}
