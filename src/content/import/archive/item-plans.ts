import { existsSync } from "node:fs";
import { join } from "node:path";
import { articlePath } from "../../model/paths.ts";
import { timingOf } from "../../model/schedule.ts";
import { onlyTextIn } from "../../model/signs.ts";
import { slugify } from "../../model/slugs.ts";
import type { Site } from "../../model/types.ts";
import { foreignDate } from "../foreign-date.ts";
import { HtmlError } from "../html/dom.ts";
import type { ImportedItem } from "../imported-item.ts";
import { proposeTitle } from "../propose-title.ts";
import { plainOf } from "./item-body.ts";
import type { ItemPlaces } from "./item-places.ts";
import type { KnownArticles } from "./known-articles.ts";
import { type AddressContext, oldAddress } from "./old-address.ts";

interface PlanOptions {
  readonly site: Site;
  /** The folder of the articles. */
  readonly content: string;
  readonly known: KnownArticles;
  readonly places: ItemPlaces;
}

/** Which addresses the items of an import get: all are known before the first text is written. */
export class ItemPlans {
  readonly #options: PlanOptions;
  readonly #slugs = new Map<string, string>();
  readonly #now = Date.now();

  constructor(options: PlanOptions) {
    this.#options = options;
  }

  /**
   * @param given an item that is going to be imported
   * @param file where it lies
   */
  add(given: ImportedItem, file: string, context: AddressContext): void {
    const item = onlyTextIn(given);
    if (item.body === undefined || this.#slugs.has(item.sourceId)) return;
    const known = this.#options.known.find(item.sourceId);
    const slug = known === undefined ? this.#newSlug(item) : undefined;
    const path = known?.path ?? (slug === undefined ? undefined : articlePath(slug));
    if (path === undefined) return;
    if (slug !== undefined) this.#slugs.set(item.sourceId, slug);
    const { sourceId } = item;
    const target = { sourceId, path, isHidden: this.#isHidden(item) };
    this.#options.places.add(target, namesOf(item, file, context));
  }

  /** @returns the name of the article that an item becomes */
  slugOf({ sourceId }: ImportedItem): string | undefined {
    return this.#slugs.get(sourceId);
  }

  #newSlug(item: ImportedItem): string | undefined {
    const { content, known, site } = this.#options;
    const title = item.title ?? titleOf(item);
    if (title === undefined || title === "") return undefined;
    const slug = known.freeSlug(nameOf(item.slug, title), (one) =>
      isFree(one, folderOf(content, dateOf(item, site))),
    );
    known.claim(articlePath(slug), slug);
    return slug;
  }

  #isHidden(item: ImportedItem): boolean {
    const { site } = this.#options;
    if (item.draft) return true;
    const [date, expires] = [item.date, item.expires].map((raw) =>
      raw === undefined ? undefined : foreignDate(raw, site.timeZone),
    );
    return timingOf({ date, expires }, this.#now, site.timeZone) !== "due";
  }
}

function dateOf({ date }: ImportedItem, site: Site): string | undefined {
  return date === undefined ? undefined : foreignDate(date, site.timeZone);
}

/** @returns the folder of the year, that of the archive for what has no date */
export function folderOf(content: string, date: string | undefined): string {
  return date === undefined ? content : join(content, date.slice(0, 4));
}

function isFree(slug: string, folder: string): boolean {
  return !existsSync(join(folder, `${slug}.md`)) && !existsSync(join(folder, slug));
}

/** What cannot be read is told of when its turn comes. */
function titleOf({ body }: ImportedItem): string | undefined {
  if (body === undefined) return undefined;
  try {
    return proposeTitle(plainOf(body));
  } catch (error) {
    if (error instanceof HtmlError) return undefined;
    throw error;
  }
}

function namesOf(item: ImportedItem, file: string, context: AddressContext) {
  const { isOwn } = item.publication;
  const { prefix } = context.generator;
  const address = oldAddress(item, file, context);
  const addresses = [address, ...item.aliases, ...(item.addresses ?? [])].flatMap((one) =>
    one === undefined ? [] : [one],
  );
  // Links inside of a site may leave out what stands before all its paths.
  const bare = prefix === "" ? [] : addresses.flatMap((one) => withoutPrefix(one, prefix));
  const own = item.path === undefined ? undefined : file;
  return { addresses: [...addresses, ...bare], isOwn, file: own, title: item.title };
}

function withoutPrefix(address: string, prefix: string): string[] {
  return address.startsWith(`${prefix}/`) ? [address.slice(prefix.length)] : [];
}

/** A file's name need not hold the whole title. */
const TITLE_LENGTH = 60;

/** What a folder's own page is called, and what no file of Windows may be called. */
const NO_NAMES = /^(?:index|con|prn|aux|nul|com\d|lpt\d)$/;

function nameOf(given: string | undefined, title: string): string {
  const slug = slugify(given ?? "") || slugify(title, TITLE_LENGTH) || "statia";
  return NO_NAMES.test(slug) ? `statia-${slug}` : slug;
}
