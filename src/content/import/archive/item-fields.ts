import { DateTime } from "luxon";
import { AliasError, normaliseAlias } from "../../model/aliases.ts";
import { parseDate } from "../../model/dates.ts";
import { isWebAddress } from "../../model/fields.ts";
import { topicKey } from "../../model/topic-names.ts";
import type { Site } from "../../model/types.ts";
import { foreignDate, isAmbiguousDay, isDateWithoutDay } from "../foreign-date.ts";
import { hostOf, type ImportedItem, type TellNote } from "../imported-item.ts";
import type { ImportContext } from "./import-context.ts";

/** The fields of an article that depend neither on its text nor on other articles. */
export interface ItemFields {
  readonly date?: string | undefined;
  readonly updated?: string | undefined;
  readonly expires?: string | undefined;
  readonly authors: readonly string[];
  readonly topics: readonly string[];
  readonly section?: string | undefined;
  readonly source?: { readonly name: string; readonly url?: string | undefined } | undefined;
  /** The address of somebody else's news. */
  readonly link?: string | undefined;
  /** In the form of the archive. Other articles may have them too. */
  readonly aliases: readonly string[];
}

/** @param note is told of what an article cannot hold */
export function fieldsOf(item: ImportedItem, context: ImportContext, note: TellNote): ItemFields {
  const { site, sections } = context;
  const dated = (raw: string | undefined): string | undefined => dateOf(raw, site, note);
  const date = dated(item.date) ?? dateInAddress(item, note);
  const updated = dated(item.updated);
  const expires = dated(item.expires);
  return {
    date,
    updated: isLaterDay(updated, date, site) ? updated : undefined,
    expires,
    authors: item.authors,
    section: sections?.of(item.categories),
    topics: topicsOf(item, context, note),
    source: sourceOf(item, note),
    link: webLink(item),
    aliases: aliasesOf(item, site, note),
  };
}

function dateOf(raw: string | undefined, site: Site, note: TellNote): string | undefined {
  if (raw === undefined) return undefined;
  const date = foreignDate(raw, site.timeZone);
  const detail = raw.slice(0, 60);
  if (date === undefined) {
    const isPart = isDateWithoutDay(raw);
    note({ what: isPart ? "в дате нет дня, она опущена" : "дата не понята и опущена", detail });
  } else if (isAmbiguousDay(raw)) note({ what: "дата прочитана как день/месяц/год", detail });
  return date;
}

/** A whole day in an address is the day of publication: /2019/05/12/most/ */
const DAY_IN_ADDRESS = /(?:^|\/)((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/-])/;

function dateInAddress({ link, path }: ImportedItem, note: TellNote): string | undefined {
  const address = [link, path].find((one) => one !== undefined && DAY_IN_ADDRESS.test(one));
  const [, year, month, day] = DAY_IN_ADDRESS.exec(address ?? "") ?? [];
  const found = `${year}-${month}-${day}`;
  if (address === undefined || !DateTime.fromISO(found).isValid) return undefined;
  note({ what: "даты нет в полях, день взят из адреса", detail: address.slice(0, 200) });
  return found;
}

/** Many systems call an article updated a minute after its publication. */
function isLaterDay(updated: string | undefined, date: string | undefined, site: Site): boolean {
  if (updated === undefined || date === undefined) return false;
  return parseDate(updated, site.timeZone).day > parseDate(date, site.timeZone).day;
}

/** Whether categories, tags or both become topics. */
export type Taxonomy = "all" | "categories" | "tags";

function topicsOf(
  { categories: all, tags }: ImportedItem,
  { options: { topics: added, taxonomy = "all" }, sections }: ImportContext,
  note: TellNote,
): string[] {
  const categories = sections?.of(all) === undefined ? all : all.slice(1);
  const own = { all: [...categories, ...tags], categories, tags }[taxonomy];
  const left = { all: [], categories: tags, tags: categories }[taxonomy];
  if (left.length > 0) {
    const what = taxonomy === "tags" ? "не перенесены рубрики" : "не перенесены метки";
    note({ what, detail: left.join(", ").slice(0, 100), written: left[0] });
  }
  const keys = new Set<string>();
  return [...own, ...added].filter((topic) => {
    const key = topicKey(topic);
    if (key === "") note({ what: "из темы не выходит адрес, она опущена", detail: topic });
    const isNew = key !== "" && !keys.has(key);
    keys.add(key);
    return isNew;
  });
}

function webLink({ publication, link }: ImportedItem): string | undefined {
  return !publication.isOwn && link !== undefined && isWebAddress(link) ? link : undefined;
}

/** Somebody else's news names its publication, unless it itself says who was first. */
function sourceOf(item: ImportedItem, note: TellNote): ItemFields["source"] {
  const { source, publication } = item;
  if (source !== undefined) {
    if (source.url === undefined || isWebAddress(source.url)) return source;
    note({ what: "адрес источника не адрес и опущен", detail: source.url });
    return { name: source.name };
  }
  const url = webLink(item);
  const name = publication.name ?? hostOf(url);
  return publication.isOwn || name === undefined ? undefined : { name, url };
}

function aliasesOf(item: ImportedItem, site: Site, note: TellNote): string[] {
  const link = item.publication.isOwn && item.link !== undefined ? [item.link] : [];
  const found = [...link, ...item.aliases].map((address) => aliasOf(address, site, note));
  return [...new Set(found.filter((alias) => alias !== undefined))];
}

function aliasOf(address: string, site: Site, note: TellNote): string | undefined {
  const path = pathOf(address);
  const isFront = path === "/" || path === site.pathPrefix;
  if (isFront) return undefined;
  const isInside = path.startsWith(site.pathPrefix);
  try {
    return normaliseAlias(isInside ? `/${path.slice(site.pathPrefix.length)}` : path);
  } catch (error) {
    if (!(error instanceof AliasError)) throw error;
    const detail = `${address.slice(0, 200)}: ${error.message}`;
    note({ what: "старый адрес не станет перенаправлением", detail, written: address });
    return undefined;
  }
}

/** Servers do not see «#anchor». */
function pathOf(address: string): string {
  const text = address.replace(/#.*$/s, "");
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text)) return text.startsWith("/") ? text : `/${text}`;
  if (!URL.canParse(text)) return text;
  const { pathname, search } = new URL(text);
  return `${pathname}${search}`;
}
