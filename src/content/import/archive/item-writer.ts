import { basename, dirname, extname, join } from "node:path";
import { keyOfPath } from "../../addresses.ts";
import { articlePath } from "../../paths.ts";
import { attempt, ContentError, type Problem } from "../../problem.ts";
import { onlyTextIn, textOnly } from "../../signs.ts";
import { slugify } from "../../slugs.ts";
import type { Site } from "../../types.ts";
import { writeWhole } from "../../write-file.ts";
import type { ImportedItem, Note } from "../imported-item.ts";
import { proposeTitle } from "../propose-title.ts";
import type { SourceFileRef } from "../source-files.ts";
import { ArticleCheck, articleText } from "./article-file.ts";
import type { HeadlineAction, HeadlineList } from "./headline-list.ts";
import type { ImageFolders } from "./image-folders.ts";
import type { ConvertedBody } from "./item-body.ts";
import { fieldsOf, type ItemFields } from "./item-fields.ts";
import { ItemImages } from "./item-images.ts";
import { ItemLinks, type LostLinks } from "./item-links.ts";
import { type ItemPlaces, NO_HOST } from "./item-places.ts";
import { folderOf, type ItemPlans } from "./item-plans.ts";
import { convert, copyImages, pictureOf, withPictureLink } from "./item-text.ts";
import type { KnownArticle, KnownArticles } from "./known-articles.ts";
import { type Picture, showOnce } from "./lead-picture.ts";
import { oldAddress } from "./old-address.ts";
import type { surroundingsOf } from "./source-listing.ts";
import { formatMark, printOf } from "./source-mark.ts";
import { TornLinks } from "./torn-links.ts";

/** What a writer works on. */
export interface WriterOptions {
  readonly site: Site;
  /** The folder of the articles. */
  readonly content: string;
  readonly known: KnownArticles;
  readonly places: ItemPlaces;
  readonly plans: ItemPlans;
  readonly headlines: HeadlineList;
  /** Added to the topics of every item. */
  readonly topics: readonly string[];
  /** Whether what has changed at its source is written anew. */
  readonly update: boolean;
  /** Whether nothing is written. */
  readonly isDryRun: boolean;
  readonly lostLinks: LostLinks;
  readonly permalink?: string | undefined;
  readonly oldSite?: string | undefined;
}

/** What is around an item. */
export interface ItemSource {
  readonly ref: SourceFileRef;
  readonly surroundings: ReturnType<typeof surroundingsOf>;
  readonly images: ImageFolders;
  readonly note: (item: ImportedItem, note: Note) => void;
}

/** What became of an item. */
export type Written =
  | {
      readonly kind: "article";
      readonly action: HeadlineAction;
      readonly path: string;
      readonly images: number;
      /** Where it was published. */
      readonly oldAddresses: readonly string[];
    }
  | { readonly kind: "headline"; readonly action: HeadlineAction }
  | { readonly kind: "problem"; readonly problem: Problem };

/** Writes items into an archive, each whole or not at all. */
export class ItemWriter {
  readonly #options: WriterOptions;
  readonly #check: ArticleCheck;
  readonly #torn = new TornLinks();

  constructor(options: WriterOptions) {
    this.#options = options;
    this.#check = new ArticleCheck(options.site);
  }

  write(item: ImportedItem, source: ItemSource): Written {
    return this.#attempt(item, source, false);
  }

  /** Writes an article again that this import has written: where its links lead is known better now. */
  rewrite(item: ImportedItem, source: ItemSource): void {
    this.#attempt(item, { ...source, note: () => {} }, true, source.note);
  }

  /** @returns the ids of articles with links to what was planned and has not been written */
  tornItems(): Set<string> {
    for (const id of this.#torn.lost()) this.#options.places.lose(id);
    return this.#torn.items();
  }

  #attempt(
    item: ImportedItem,
    source: ItemSource,
    isAgain: boolean,
    linkNote = source.note,
  ): Written {
    const problems: Problem[] = [];
    const written = attempt(problems, () => this.#write(item, source, isAgain, linkNote));
    const [problem] = problems;
    if (written !== undefined) return written;
    if (problem === undefined)
      throw new Error(`${item.sourceId} has neither an outcome nor a problem`);
    return { kind: "problem", problem };
  }

  #write(
    given: ImportedItem,
    source: ItemSource,
    isAgain: boolean,
    linkNote: ItemSource["note"],
  ): Written {
    const print = printOf(given);
    const cleaned = onlyTextIn(given);
    if (JSON.stringify(cleaned) !== JSON.stringify(given)) source.note(cleaned, NO_TEXT);
    const { item, oldAddresses } = this.#withAddress(cleaned, source);
    const known = this.#options.known.find(item.sourceId);
    if (known !== undefined && !isAgain) {
      const action = known.print === undefined || known.print === print ? "known" : "changed";
      const isLeft = action === "known" || !this.#options.update;
      this.#torn.settle(item.sourceId);
      if (isLeft) return { kind: "article", action, path: known.path, images: 0, oldAddresses };
    }
    const note = (one: Note): void => source.note(item, one);
    const prefix = prefixOf(isAgain ? undefined : known);
    const images = new ItemImages(source.images, source.ref.path, prefix, note);
    const links = this.#linksOf(item, source, (one) => linkNote(item, one));
    const body = convert(item, images, links, note);
    const fields = fieldsOf(item, this.#options.site, this.#options.topics, note);
    if (body === undefined) return this.#writeHeadline(item, fields, note);
    const ready = { print, known, images, links, body, fields, oldAddresses, note };
    return this.#writeArticle(item, ready);
  }

  /** With where it was published, as its generator made addresses. */
  #withAddress(item: ImportedItem, { ref, surroundings }: ItemSource) {
    const { generator } = surroundings;
    const { permalink, site, oldSite } = this.#options;
    const link = oldAddress(item, ref.file, { generator, permalink, site });
    const root = oldSite ?? generator.address ?? NO_HOST;
    const all = [link, ...item.aliases, ...(item.addresses ?? [])];
    const isOwn = item.publication.isOwn;
    const oldAddresses = all.flatMap((one) =>
      one === undefined || !isOwn ? [] : whole(one, root),
    );
    return { item: { ...item, link }, oldAddresses };
  }

  #linksOf(
    item: ImportedItem,
    { ref, surroundings: { generator, roots } }: ItemSource,
    note: (note: Note) => void,
  ): ItemLinks {
    const { lostLinks, oldSite = generator.address } = this.#options;
    const context = {
      ...this.#options,
      lost: lostLinks,
      oldSite,
      oldPrefix: generator.prefix,
      roots,
    };
    const leadsTo = ({ sourceId }: { sourceId: string }): void =>
      this.#torn.add(item.sourceId, sourceId);
    return new ItemLinks(context, { item, file: ref.file, oldAddress: item.link, note, leadsTo });
  }

  #writeHeadline(item: ImportedItem, fields: ItemFields, note: (note: Note) => void): Written {
    if (item.title === undefined) throw nothingIn(item);
    if (item.image !== undefined)
      note({ what: "у заголовка нет места для картинки", detail: item.image.src });
    if (item.summary !== undefined) note({ what: "у заголовка нет места для краткого содержания" });
    if (fields.aliases.length > 0)
      note({ what: "старый адрес заголовка не сохраняется", detail: fields.aliases[0] });
    const { date, expires, topics, source, link } = fields;
    const entry = { text: item.title, date, expires, link: link ?? source?.url, topics, source };
    return { kind: "headline", action: this.#options.headlines.add(entry, this.#options.update) };
  }

  #writeArticle(item: ImportedItem, ready: ReadyItem): Written {
    const { known, images, links, body, fields, oldAddresses } = ready;
    const title = item.title ?? proposeTitle(body.plain);
    if (title === "") throw nothingIn(item);
    const picture = pictureOf(item, images, links);
    const shown = showOnce(picture, body.markdown, images);
    const file = known?.file ?? this.#newFile(item, fields, images.files.size > 0);
    // Entities of HTML become signs only now.
    const markdown = textOnly(
      picture === undefined ? withPictureLink(item, shown.markdown, links) : shown.markdown,
    );
    this.#writeFile(item, file, { ...ready, title, image: shown.picture, markdown });
    const path = known?.path ?? articlePath(slugOf(file));
    this.#options.known.remember(item.sourceId, { file, print: ready.print, path });
    this.#torn.settle(item.sourceId);
    const action = known === undefined ? "added" : "updated";
    return { kind: "article", action, path, images: images.files.size, oldAddresses };
  }

  #writeFile(item: ImportedItem, file: string, ready: ReadyFile): void {
    const { fields, title, image, images, markdown, print, note } = ready;
    const text = articleText({
      ...fields,
      aliases: this.#ownAliases(fields.aliases, file, note),
      title,
      isProposed: item.title === undefined,
      summary: item.summary,
      image,
      draft: item.draft,
      mark: formatMark({ id: item.sourceId, print }),
      body: markdown,
    });
    this.#checkAt(item, file, text);
    if (this.#options.isDryRun) return;
    copyImages(images, dirname(file));
    writeWhole(file, text);
  }

  /** The year's folder, and in it a file, or a folder where pictures lie beside it. */
  #newFile(item: ImportedItem, { date }: ItemFields, hasImages: boolean): string {
    const { content, plans } = this.#options;
    const slug = plans.slugOf(item);
    if (slug === undefined) throw nothingIn(item);
    const folder = folderOf(content, date);
    return hasImages ? join(folder, slug, "index.md") : join(folder, `${slug}.md`);
  }

  #ownAliases(aliases: readonly string[], file: string, note: (note: Note) => void): string[] {
    const seen = new Set([keyOfPath(articlePath(slugOf(file)))]);
    return aliases.filter((alias) => {
      if (seen.has(keyOfPath(alias))) return false;
      seen.add(keyOfPath(alias));
      const isOwn = this.#options.known.claim(alias, file);
      if (!isOwn) note({ what: "старый адрес уже занят другой статьёй", detail: alias });
      return isOwn;
    });
  }

  /** What a build would refuse is told of where the item stands. */
  #checkAt(item: ImportedItem, file: string, text: string): void {
    const problems: Problem[] = [];
    attempt(problems, () => this.#check.check(file, text));
    const [problem] = problems;
    if (problem === undefined) return;
    const message = `Материал не прошёл бы проверку архива: ${problem.message}`;
    throw new ContentError([{ ...item.place, message, mend: problem.mend }]);
  }
}

const NO_TEXT: Note = { what: "служебные знаки, которых не бывает в тексте, убраны" };

interface ReadyItem {
  readonly print: string;
  readonly known: KnownArticle | undefined;
  readonly images: ItemImages;
  readonly links: ItemLinks;
  readonly body: ConvertedBody;
  readonly fields: ItemFields;
  readonly oldAddresses: readonly string[];
  readonly note: (note: Note) => void;
}

interface ReadyFile extends Omit<ReadyItem, "body"> {
  readonly title: string;
  readonly image: Picture | undefined;
  readonly markdown: string;
}

/** @returns an address as a whole, a path where nobody has told the host */
function whole(address: string, root: string): string[] {
  if (!URL.canParse(address, root)) return [];
  const { href } = new URL(address, root);
  return [href.startsWith(NO_HOST) ? href.slice(NO_HOST.length) : href];
}

function slugOf(file: string): string {
  const name = basename(file, extname(file));
  return name === "index" ? basename(dirname(file)) : name;
}

/** An article that has no folder of its own shares it with others. */
function prefixOf(known: KnownArticle | undefined): string {
  if (known === undefined || basename(known.file).startsWith("index.")) return "";
  return `${slugify(slugOf(known.file))}-`;
}

function nothingIn({ place }: ImportedItem): ContentError {
  const mend = "добавьте в источнике заголовок или текст, или удалите эту запись.";
  return new ContentError([
    { ...place, message: "В материале нет ни заголовка, ни текста.", mend },
  ]);
}
