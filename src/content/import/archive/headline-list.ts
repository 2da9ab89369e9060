import { isMap } from "yaml";
import { comparisonKey } from "../../../language/index.ts";
import { DateError, parseDate } from "../../model/dates.ts";
import { ContentError } from "../../model/problem.ts";
import { slugify } from "../../model/slugs.ts";
import { hasSource, readSource } from "../../model/source-file.ts";
import { parseYaml } from "../../model/yaml/yaml.ts";
import { isRecord, type LooseRecord, textIn } from "../formats/loose-record.ts";
import { digest } from "../formats/source-id.ts";
import type { ImportedItem, TellNote } from "../imported-item.ts";
import { withEntries } from "../yaml-list.ts";
import type { ItemFields } from "./item-fields.ts";
import { EmptyItem } from "./item-file.ts";

/** A headline as it is written to the list. */
export interface HeadlineEntry {
  readonly text: string;
  readonly date?: string | undefined;
  readonly expires?: string | undefined;
  readonly link?: string | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly source?: { readonly name: string; readonly url?: string | undefined } | undefined;
}

export type HeadlineAction = "added" | "known" | "changed" | "updated";

interface Known {
  readonly index: number;
  readonly key: string;
  readonly day: string;
}

/** The headlines of an archive, and those that an import adds to them. */
export class HeadlineList {
  readonly #file: string;
  readonly #zone: string;
  readonly #text: string;
  #count = 0;
  readonly #byLink = new Map<string, Known>();
  /** Days with words. A headline without a day is known on every day. */
  readonly #byWords = new Set<string>();
  /** From addresses on the page of a day to words. */
  readonly #anchors = new Map<string, string>();
  readonly #added: (HeadlineEntry & { readonly slug?: string | undefined })[] = [];
  readonly #texts = new Map<number, string>();

  /**
   * @param file headlines.yaml
   * @param zone the site's, in which dates are meant
   * @throws ContentError where the file that is there is no list
   */
  constructor(file: string, zone: string) {
    this.#file = file;
    this.#zone = zone;
    const { text, entries } = readHeadlines(file);
    this.#text = text;
    for (const entry of entries) this.#learn(entry);
  }

  #learn(entry: LooseRecord): string | undefined {
    const text = textIn(entry, "text") ?? "";
    const day = this.#dayOf(textIn(entry, "date"));
    const known = { index: this.#count++, key: comparisonKey(text), day };
    const link = textIn(entry, "link");
    if (link !== undefined) this.#byLink.set(link, known);
    this.#byWords.add(`${day} ${known.key}`);
    const slug = textIn(entry, "slug") ?? slugify(text);
    const anchor = `${day}#${slug}`;
    const isTaken = (this.#anchors.get(anchor) ?? known.key) !== known.key;
    if (!isTaken) this.#anchors.set(anchor, known.key);
    return isTaken ? `${slug || "novost"}-${digest(known.key, 6)}` : undefined;
  }

  #dayOf(date: string | undefined): string {
    try {
      return date === undefined ? "" : parseDate(date, this.#zone).day;
    } catch (error) {
      if (error instanceof DateError) return "";
      throw error;
    }
  }

  /**
   * Takes a headline in, unless it is there: by its link, else by its words on its day.
   *
   * @param update whether one that says something else by now is written anew
   */
  add(entry: HeadlineEntry, update: boolean): HeadlineAction {
    const key = comparisonKey(entry.text);
    const linked = entry.link === undefined ? undefined : this.#byLink.get(entry.link);
    if (linked !== undefined && entry.link !== undefined) {
      if (linked.key === key) return "known";
      if (!update) return "changed";
      this.#texts.set(linked.index, entry.text);
      this.#byLink.set(entry.link, { ...linked, key });
      return "updated";
    }
    const day = this.#dayOf(entry.date);
    if ([day, ""].some((one) => this.#byWords.has(`${one} ${key}`))) return "known";
    const slug = this.#learn({ ...entry });
    this.#added.push({ ...entry, slug });
    return "added";
  }

  get file(): string {
    return this.#file;
  }

  /** @returns the whole new file, if it changes */
  content(): string | undefined {
    if (this.#added.length + this.#texts.size === 0) return undefined;
    return withEntries(this.#text, this.#added.map(withoutGaps), (document) => {
      for (const [index, text] of this.#texts)
        document.setIn(isMap(document.getIn([index])) ? [index, "text"] : [index], text);
    });
  }
}

/**
 * @param file headlines.yaml, which need not be there
 * @throws ContentError where it is no list
 */
export function readHeadlines(file: string): {
  readonly text: string;
  readonly entries: readonly LooseRecord[];
} {
  const text = hasSource(file) ? readSource(file).text : "";
  const yaml = parseYaml(file, text);
  const value = yaml.value ?? [];
  if (!Array.isArray(value)) {
    const message = "В файле не список заголовков.";
    const mend = "начните каждую запись с «- text: …».";
    throw new ContentError([{ file, ...yaml.locate([]), message, mend }]);
  }
  return { text, entries: value.map((entry) => (isRecord(entry) ? entry : { text: entry })) };
}

/**
 * @returns the headline that an item without a text becomes
 * @throws EmptyItem where it has no title either
 */
export function headlineOf(item: ImportedItem, fields: ItemFields, note: TellNote): HeadlineEntry {
  if (item.title === undefined) throw new EmptyItem();
  if (item.image !== undefined)
    note({ what: "у заголовка нет места для картинки", detail: item.image.src });
  if (item.summary !== undefined) note({ what: "у заголовка нет места для краткого содержания" });
  if (fields.aliases.length > 0)
    note({ what: "старый адрес заголовка не сохраняется", detail: fields.aliases[0] });
  const { date, expires, source, link, section } = fields;
  // Headlines have no section, so that it becomes a topic.
  const topics = section === undefined ? fields.topics : [section, ...fields.topics];
  return { text: item.title, date, expires, link: link ?? source?.url, topics, source };
}

function withoutGaps(entry: object): object {
  return Object.fromEntries(
    Object.entries(entry).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
