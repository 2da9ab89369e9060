import type { Site } from "../../model/types.ts";
import type { ImportedItem, Note } from "../imported-item.ts";
import type { SourceFileRef } from "../source-files.ts";
import type { ImageFolders } from "./image-folders.ts";
import { ItemLinks, type LostLinks } from "./item-links.ts";
import { type ItemPlaces, type ItemTarget, NO_HOST } from "./item-places.ts";
import type { KnownArticles } from "./known-articles.ts";
import { oldAddress } from "./old-address.ts";
import type { surroundingsOf } from "./source-listing.ts";

/** What is around an item. */
export interface ItemSource {
  readonly ref: SourceFileRef;
  readonly surroundings: ReturnType<typeof surroundingsOf>;
  readonly images: ImageFolders;
  readonly note: (item: ImportedItem, note: Note) => void;
}

/** What an editor has said of addresses and links, and what the import knows of them. */
export interface LinkOptions {
  readonly site: Site;
  readonly known: KnownArticles;
  readonly places: ItemPlaces;
  readonly lostLinks: LostLinks;
  readonly permalink?: string | undefined;
  readonly oldSite?: string | undefined;
}

/** @returns the item with where it was published, and all its old addresses as wholes */
export function withAddress(
  item: ImportedItem,
  { ref, surroundings: { generator } }: ItemSource,
  { permalink, site, oldSite = generator.address ?? NO_HOST }: LinkOptions,
): { readonly item: ImportedItem; readonly oldAddresses: readonly string[] } {
  const link = oldAddress(item, ref.file, { generator, permalink, site });
  const all = [link, ...item.aliases, ...(item.addresses ?? [])];
  const { isOwn } = item.publication;
  const oldAddresses = all.flatMap((one) =>
    one === undefined || !isOwn ? [] : whole(one, oldSite),
  );
  return { item: { ...item, link }, oldAddresses };
}

/** @returns an address as a whole, a path where nobody has told the host */
function whole(address: string, root: string): string[] {
  if (!URL.canParse(address, root)) return [];
  const { href } = new URL(address, root);
  return [href.startsWith(NO_HOST) ? href.slice(NO_HOST.length) : href];
}

/** @param item with its old address */
export function linksOf(
  item: ImportedItem,
  { ref, surroundings: { generator, roots } }: ItemSource,
  { oldSite = generator.address, lostLinks, ...options }: LinkOptions,
  listener: {
    readonly note: (note: Note) => void;
    readonly leadsTo: (target: ItemTarget) => void;
  },
): ItemLinks {
  const context = { ...options, lost: lostLinks, oldSite, oldPrefix: generator.prefix, roots };
  return new ItemLinks(context, { item, file: ref.file, oldAddress: item.link, ...listener });
}
