import { decodedPart } from "../../model/paths.ts";
import type { Site } from "../../model/types.ts";
import { hasScheme, ITEM_SCHEME, isSafe, webAddress } from "../html/references.ts";
import type { ImportedItem, Note } from "../imported-item.ts";
import type { NoteName } from "../note-kinds.ts";
import { type ItemPlaces, type ItemTarget, NO_HOST } from "./item-places.ts";
import type { KnownArticles } from "./known-articles.ts";

/** What becomes of a link inside of the earlier site that leads to nothing that was imported. */
export type LostLinks = "keep" | "drop" | "external";

/** Where blogs cut a text in two: what stands there is its whole. */
const MORE = /^#more(?:-\d+)?$/;

/** What links are told by. */
export interface LinkContext {
  readonly places: ItemPlaces;
  readonly known: KnownArticles;
  readonly site: Site;
  readonly lost: LostLinks;
  /** The address of the earlier site, where it is known. */
  readonly oldSite?: string | undefined;
  /** What stands before its paths: /blog. */
  readonly oldPrefix: string;
  /** The folders that «/» may stand for in paths of files. */
  readonly roots: readonly string[];
}

/** The page that links stand on. */
interface LinkPage {
  readonly item: ImportedItem;
  readonly file: string;
  /** Where it was published, as far as that is known. */
  readonly oldAddress?: string | undefined;
  readonly note: (note: Note) => void;
  /** Is told of every item that a link leads to. */
  readonly leadsTo: (target: ItemTarget) => void;
}

/** Says where the links of one item lead in the archive. */
export class ItemLinks {
  readonly #context: LinkContext;
  readonly #page: LinkPage;
  readonly #base: string;

  constructor(context: LinkContext, page: LinkPage) {
    this.#context = context;
    this.#page = page;
    const root = context.oldSite ?? NO_HOST;
    const { oldAddress } = page;
    const isKnown = oldAddress !== undefined && URL.canParse(oldAddress, root);
    this.#base = isKnown ? new URL(oldAddress, root).href : root;
  }

  /** @returns where something lies on the web; nothing where that is not known */
  address(src: string): string | undefined {
    const base = this.#base.startsWith(NO_HOST) ? undefined : this.#base;
    const address = webAddress(src, base);
    return address !== undefined && this.#isOurs(address) ? undefined : address;
  }

  /** @returns where a link leads now; nothing where it leads nowhere: that has been told then */
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
    const { places, roots } = this.#context;
    const { file } = this.#page;
    return places.atFile(name, file, roots) ?? places.named(name, file) ?? places.titled(name);
  }

  #atFile(text: string): ItemTarget | undefined {
    const { item, file } = this.#page;
    if (item.path === undefined || hasScheme(text) || text.startsWith("//")) return undefined;
    const { places, roots } = this.#context;
    // A folder may have been taken out of a site: then its files are known by the ends of their paths.
    const isFile = /\.(?:md|markdown)(?:[?#]|$)|^\/[^/?#]+\/[^/?#]/i.test(text);
    return places.atFile(text, file, roots) ?? (isFile ? places.named(text, file) : undefined);
  }

  #named(name: string): string | undefined {
    const [bare = "", hash] = decodedPart(name).split("#");
    if (bare === "") return hash === undefined ? this.#words(name) : `#${hash}`;
    const target = this.#find(bare);
    if (target !== undefined) return this.#to(target, hash === undefined ? "" : `#${hash}`, bare);
    return this.#context.lost === "keep" ? this.#keep(bare) : this.#words(bare);
  }

  #to(target: ItemTarget, hash: string, written: string): string | undefined {
    const { item, note, leadsTo } = this.#page;
    const isSelf = target.sourceId === item.sourceId;
    if (isSelf) return hash.length > 1 ? hash : target.path;
    if (target.isHidden && !item.draft) {
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

  /** The front page, and what was in the archive before. */
  #inArchive(url: URL): string | undefined {
    if (url.search !== "") return undefined;
    const { site, oldPrefix, known } = this.#context;
    const bases = [oldPrefix, this.#isOurs(url.href) ? site.pathPrefix.replace(/\/$/, "") : ""];
    const paths = bases
      .filter((base) => url.pathname === base || url.pathname.startsWith(`${base}/`))
      .map((base) => url.pathname.slice(base.length) || "/");
    if (paths.some((path) => /^\/(?:index\.html?)?$/.test(path))) return "/";
    return paths
      .map((path) => known.published(decodedPart(path)))
      .find((path) => path !== undefined);
  }

  #lost(text: string, url: URL): string | undefined {
    const { lost } = this.#context;
    if (lost === "keep") return this.#keep(text);
    const isKnown = url.origin !== NO_HOST && !this.#isOurs(url.href);
    if (lost === "drop" || !isKnown) return this.#words(text);
    this.#tell("ссылка ведёт на прежний сайт: того, на что она указывает, в импорте нет", text);
    return url.href;
  }

  #keep(text: string): string {
    this.#tell("ссылка никуда не ведёт и оставлена как есть (--links keep)", text);
    return text;
  }

  #words(text: string): undefined {
    this.#tell("ссылка никуда не ведёт и стала текстом", text);
  }

  #tell(what: NoteName, text: string): void {
    this.#page.note({ what, detail: text.slice(0, 200) });
  }

  /** What the build takes for an address of the new site. */
  #isOurs(address: string): boolean {
    const { site } = this.#context;
    return `${address}/`.startsWith(`${site.address}${site.pathPrefix}`);
  }
}
