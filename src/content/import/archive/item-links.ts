import { decodedPart } from "../../model/paths.ts";
import { hasScheme, ITEM_SCHEME, isSafe, webAddress } from "../html/references.ts";
import type { ImportedItem, TellNote } from "../imported-item.ts";
import type { NoteName } from "../note-kinds.ts";
import type { ImportContext } from "./import-context.ts";
import { type ItemTarget, NO_HOST } from "./item-places.ts";
import type { ItemSource } from "./source-listing.ts";

/** What becomes of a link inside of the earlier site whose target was not imported. */
export type LostLinks = "keep" | "drop" | "external";

/** The place where blogs cut a text in two; a link to it is a link to the whole. */
const MORE = /^#more(?:-\d+)?$/;

/** Is told of the links of an item. */
interface LinkListener {
  readonly note: TellNote;
  /** Is told of every item that a link leads to. */
  readonly leadsTo: (target: ItemTarget) => void;
}

/** Says where the links of one item lead in the archive. */
export class ItemLinks {
  readonly #context: ImportContext;
  readonly #item: ImportedItem;
  readonly #source: ItemSource;
  readonly #listener: LinkListener;
  /** The address of the page, as far as it is known. */
  readonly #base: string;

  /** @param item with its old address */
  constructor(
    context: ImportContext,
    item: ImportedItem,
    source: ItemSource,
    listener: LinkListener,
  ) {
    this.#context = context;
    this.#item = item;
    this.#source = source;
    this.#listener = listener;
    const root = context.options.oldSite ?? source.surroundings.generator.address ?? NO_HOST;
    const isKnown = item.link !== undefined && URL.canParse(item.link, root);
    this.#base = isKnown ? new URL(item.link, root).href : root;
  }

  /** @returns the address on the web, if it is known */
  address(src: string): string | undefined {
    const base = this.#base.startsWith(NO_HOST) ? undefined : this.#base;
    const address = webAddress(src, base);
    return address !== undefined && this.#isOurs(address) ? undefined : address;
  }

  /** @returns where a link leads now. A link without a target is noted. */
  link(href: string): string | undefined {
    const text = href.trim();
    if (text === "" || text.startsWith("#")) return text || undefined;
    if (text.startsWith(ITEM_SCHEME)) return this.#named(text.slice(ITEM_SCHEME.length));
    if (!isSafe(text) || !URL.canParse(text, this.#base)) return this.#words(text);
    if (hasScheme(text) && !/^https?:/i.test(text)) return text;
    const url = new URL(text, this.#base);
    const isOutside = !this.#context.places.isInside(url) && !this.#isOurs(url.href);
    const target = this.#context.places.atAddress(url) ?? this.#atFile(text);
    if (target !== undefined) return this.#to(target, url.hash, text);
    if (isOutside) return hasScheme(text) ? text : url.href;
    return this.#inArchive(url) ?? this.#lost(text, url);
  }

  /** @returns whether a page of the same source is called so */
  isPage(name: string): boolean {
    return this.#find(name.split("#")[0] ?? "") !== undefined;
  }

  #find(name: string): ItemTarget | undefined {
    const { places } = this.#context;
    const { ref, surroundings } = this.#source;
    const { file } = ref;
    return (
      places.atFile(name, file, surroundings.roots) ??
      places.named(name, file) ??
      places.titled(name)
    );
  }

  #atFile(text: string): ItemTarget | undefined {
    if (this.#item.path === undefined || hasScheme(text) || text.startsWith("//")) return undefined;
    const { places } = this.#context;
    const { ref, surroundings } = this.#source;
    // The source may be one folder of a site: its files are known by the ends of their paths.
    const isFile = /\.(?:md|markdown)(?:[?#]|$)|^\/[^/?#]+\/[^/?#]/i.test(text);
    const found = places.atFile(text, ref.file, surroundings.roots);
    return found ?? (isFile ? places.named(text, ref.file) : undefined);
  }

  #named(name: string): string | undefined {
    const [bare = "", hash] = decodedPart(name).split("#");
    if (bare === "") return hash === undefined ? this.#words(name) : `#${hash}`;
    const target = this.#find(bare);
    if (target !== undefined) return this.#to(target, hash === undefined ? "" : `#${hash}`, bare);
    return this.#lostLinks === "keep" ? this.#keep(bare) : this.#words(bare);
  }

  #to(target: ItemTarget, hash: string, written: string): string | undefined {
    const { note, leadsTo } = this.#listener;
    if (target.sourceId === this.#item.sourceId) return hash.length > 1 ? hash : target.path;
    if (target.isHidden && !this.#item.draft) {
      note({
        what: "ссылка на черновик или на то, чего сайт не покажет, стала словами",
        detail: written,
      });
      return undefined;
    }
    if (hash.length > 1 && !MORE.test(hash))
      note({ what: "ссылка на место в другой статье ведёт на её начало", detail: written });
    leadsTo(target);
    return target.path;
  }

  /** The front page, and articles of the archive before this import. */
  #inArchive(url: URL): string | undefined {
    if (url.search !== "") return undefined;
    const { site, known } = this.#context;
    const { prefix } = this.#source.surroundings.generator;
    const bases = [prefix, this.#isOurs(url.href) ? site.pathPrefix.replace(/\/$/, "") : ""];
    const paths = bases
      .filter((base) => url.pathname === base || url.pathname.startsWith(`${base}/`))
      .map((base) => url.pathname.slice(base.length) || "/");
    if (paths.some((path) => /^\/(?:index\.html?)?$/.test(path))) return "/";
    return paths
      .map((path) => known.published(decodedPart(path)))
      .find((path) => path !== undefined);
  }

  #lost(text: string, url: URL): string | undefined {
    const lost = this.#lostLinks;
    if (lost === "keep") return this.#keep(text);
    const isKnown = url.origin !== NO_HOST && !this.#isOurs(url.href);
    if (lost === "drop" || !isKnown) return this.#words(text);
    this.#tell("ссылка ведёт на прежний сайт: того, на что она указывает, в импорте нет", text);
    return url.href;
  }

  get #lostLinks(): LostLinks {
    return this.#context.options.lostLinks ?? "external";
  }

  #keep(text: string): string {
    this.#tell("ссылка никуда не ведёт и оставлена как есть (--links keep)", text);
    return text;
  }

  #words(text: string): undefined {
    this.#tell("ссылка никуда не ведёт и стала текстом", text);
  }

  #tell(what: NoteName, text: string): void {
    this.#listener.note({ what, detail: text.slice(0, 200) });
  }

  /** Whether the build would take it for an address of the new site. */
  #isOurs(address: string): boolean {
    const { site } = this.#context;
    return `${address}/`.startsWith(`${site.address}${site.pathPrefix}`);
  }
}
