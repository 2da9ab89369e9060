import { existsSync } from "node:fs";
import { join } from "node:path";
import { onlyTextIn } from "../../model/control-characters.ts";
import { articlePath } from "../../model/paths.ts";
import { timingOf } from "../../model/schedule.ts";
import { slugify } from "../../model/slugs.ts";
import type { Site } from "../../model/types.ts";
import { foreignDate } from "../foreign-date.ts";
import { HtmlError } from "../html/dom.ts";
import type { ImportedItem } from "../imported-item.ts";
import { proposeTitle } from "../propose-title.ts";
import type { Generator } from "./generator.ts";
import type { ImportContext } from "./import-context.ts";
import { plainOf } from "./item-body.ts";
import { oldAddress } from "./old-address.ts";

/** The addresses that items get. All are settled before the first text is written. */
export class ItemPlans {
  readonly #context: ImportContext;
  readonly #slugs = new Map<string, string>();
  readonly #now = Date.now();

  constructor(context: ImportContext) {
    this.#context = context;
  }

  /**
   * @param given an item that is going to be imported
   * @param file where it lies
   */
  add(given: ImportedItem, file: string, generator: Generator): void {
    const item = onlyTextIn(given);
    if (item.body === undefined || this.#slugs.has(item.sourceId)) return;
    const known = this.#context.known.find(item.sourceId);
    const slug = known === undefined ? this.#newSlug(item) : undefined;
    const path = known?.path ?? (slug === undefined ? undefined : articlePath(slug));
    if (path === undefined) return;
    if (slug !== undefined) this.#slugs.set(item.sourceId, slug);
    const { sourceId } = item;
    const target = { sourceId, path, isHidden: this.#isHidden(item) };
    this.#context.places.add(target, this.#namesOf(item, file, generator));
  }

  /** @returns the name of the article that an item becomes */
  slugOf({ sourceId }: ImportedItem): string | undefined {
    return this.#slugs.get(sourceId);
  }

  #newSlug(item: ImportedItem): string | undefined {
    const { known, site, options } = this.#context;
    const title = item.title ?? titleOf(item);
    if (title === undefined || title === "") return undefined;
    const slug = known.freeSlug(nameOf(item.slug, title), (one) =>
      isFree(one, folderOf(options.folders.content, isoOf(item.date, site))),
    );
    known.claim(articlePath(slug), slug);
    return slug;
  }

  #namesOf(item: ImportedItem, file: string, generator: Generator) {
    const { isOwn } = item.publication;
    const { prefix } = generator;
    const address = oldAddress(item, file, generator, this.#context);
    const all = [address, ...item.aliases, ...(item.addresses ?? [])];
    const addresses = all.filter((one) => one !== undefined);
    // Links inside of a site may lack the prefix of all its paths.
    const inside = prefix === "" ? [] : addresses.filter((one) => one.startsWith(`${prefix}/`));
    const bare = inside.map((one) => one.slice(prefix.length));
    const own = item.path === undefined ? undefined : file;
    return { addresses: [...addresses, ...bare], isOwn, file: own, title: item.title };
  }

  #isHidden(item: ImportedItem): boolean {
    const { site } = this.#context;
    if (item.draft) return true;
    const [date, expires] = [item.date, item.expires].map((raw) => isoOf(raw, site));
    return timingOf({ date, expires }, this.#now, site.timeZone) !== "due";
  }
}

function isoOf(raw: string | undefined, site: Site): string | undefined {
  return raw === undefined ? undefined : foreignDate(raw, site.timeZone);
}

/** @returns the folder of the year, that of the archive for what has no date */
export function folderOf(content: string, date: string | undefined): string {
  return date === undefined ? content : join(content, date.slice(0, 4));
}

function isFree(slug: string, folder: string): boolean {
  return !existsSync(join(folder, `${slug}.md`)) && !existsSync(join(folder, slug));
}

/** A text that cannot be read is a problem of its writing. */
function titleOf({ body }: ImportedItem): string | undefined {
  if (body === undefined) return undefined;
  try {
    return proposeTitle(plainOf(body));
  } catch (error) {
    if (error instanceof HtmlError) return undefined;
    throw error;
  }
}

/** A file's name need not hold the whole title. */
const TITLE_LENGTH = 60;

/** The name of a folder's own page, and names that Windows refuses. */
const NO_NAMES = /^(?:index|con|prn|aux|nul|com\d|lpt\d)$/;

function nameOf(given: string | undefined, title: string): string {
  const slug = slugify(given ?? "") || slugify(title, TITLE_LENGTH) || "statia";
  return NO_NAMES.test(slug) ? `statia-${slug}` : slug;
}
