import { dirname } from "node:path";
import { onlyTextIn, textOnly } from "../../model/control-characters.ts";
import { articlePath } from "../../model/paths.ts";
import { attempt, ContentError, type Problem } from "../../model/problem.ts";
import { writeWhole } from "../../model/write-file.ts";
import type { ImportedItem, Note, TellNote } from "../imported-item.ts";
import { proposeTitle } from "../propose-title.ts";
import { ArticleCheck, articleText } from "./article-file.ts";
import { type HeadlineAction, headlineOf } from "./headline-list.ts";
import type { ImportContext } from "./import-context.ts";
import type { ConvertedBody } from "./item-body.ts";
import { fieldsOf, type ItemFields } from "./item-fields.ts";
import { EmptyItem, newFileOf, ownAliases, prefixOf, slugOf } from "./item-file.ts";
import { ItemImages } from "./item-images.ts";
import { ItemLinks } from "./item-links.ts";
import type { ItemPlans } from "./item-plans.ts";
import { convert, copyImages, pictureOf, withPictureLink } from "./item-text.ts";
import type { KnownArticle } from "./known-articles.ts";
import { type Picture, showOnce } from "./lead-picture.ts";
import { withAddress } from "./old-address.ts";
import type { ItemSource } from "./source-listing.ts";
import { formatMark, printOf } from "./source-mark.ts";
import { TornLinks } from "./torn-links.ts";
import { tellMissing } from "./word-count.ts";

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
  | { readonly kind: "empty" }
  | { readonly kind: "problem"; readonly problem: Problem };

/** Writes items into an archive, each whole or not at all. */
export class ItemWriter {
  readonly #context: ImportContext;
  readonly #plans: ItemPlans;
  readonly #check: ArticleCheck;
  readonly #torn = new TornLinks();

  constructor(context: ImportContext, plans: ItemPlans) {
    this.#context = context;
    this.#plans = plans;
    this.#check = new ArticleCheck(context.site);
  }

  write(item: ImportedItem, source: ItemSource): Written {
    return this.#attempt(item, source);
  }

  /** Writes an article of this import again, with links that are known better now. Only links are noted. */
  rewrite(item: ImportedItem, source: ItemSource): void {
    this.#attempt(item, { ...source, note: () => {} }, source.note);
  }

  /** @returns the ids of articles with links to planned items that were not written */
  tornItems(): Set<string> {
    for (const id of this.#torn.lost()) this.#context.places.lose(id);
    return this.#torn.items();
  }

  #attempt(given: ImportedItem, source: ItemSource, linkNote?: ItemSource["note"]): Written {
    try {
      return this.#write(given, source, linkNote);
    } catch (error) {
      if (error instanceof EmptyItem) return { kind: "empty" };
      const [problem] = error instanceof ContentError ? error.problems : [];
      if (problem === undefined) throw error;
      return { kind: "problem", problem };
    }
  }

  /** @param linkNote of an article that is written again: is told of its links */
  #write(given: ImportedItem, source: ItemSource, linkNote?: ItemSource["note"]): Written {
    const print = printOf(given);
    const cleaned = onlyTextIn(given);
    if (JSON.stringify(cleaned) !== JSON.stringify(given)) source.note(cleaned, NO_TEXT);
    const { item, oldAddresses } = withAddress(cleaned, source, this.#context);
    const known = this.#context.known.find(item.sourceId);
    if (known !== undefined) this.#torn.settle(item.sourceId);
    const left =
      linkNote === undefined && known !== undefined ? this.#left(known, print) : undefined;
    if (left !== undefined) return { ...left, oldAddresses };
    const told: string[] = [];
    const note: TellNote = (one) => {
      told.push(`${one.what} ${one.detail ?? ""}`);
      source.note(item, one);
    };
    const links = new ItemLinks(this.#context, item, source, {
      note: (one) => (linkNote ?? source.note)(item, one),
      leadsTo: ({ sourceId }) => this.#torn.add(item.sourceId, sourceId),
    });
    const images = new ItemImages(source.images, source.ref.path, prefixOf(known), note);
    return this.#convert(item, { print, known, images, links, oldAddresses, note, told });
  }

  /** @returns the outcome of an article that stays as it is */
  #left({ print, path }: KnownArticle, now: string) {
    const action = print === undefined || print === now ? "known" : "changed";
    if (action === "changed" && this.#context.options.update) return undefined;
    return { kind: "article", action, path, images: 0 } as const;
  }

  #convert(item: ImportedItem, ready: Omit<ReadyItem, "body" | "fields">): Written {
    const { images, links, note } = ready;
    const body = convert(item, images, links, note);
    const fields = fieldsOf(item, this.#context, note);
    if (body !== undefined) return this.#writeArticle(item, { ...ready, body, fields });
    const entry = headlineOf(item, fields, note);
    const { headlines, options } = this.#context;
    tellMissing(item, [entry.text, ...ready.told], note);
    return { kind: "headline", action: headlines.add(entry, options.update) };
  }

  #writeArticle(item: ImportedItem, ready: ReadyItem): Written {
    const { known, images, links, body, fields, oldAddresses } = ready;
    const title = item.title ?? proposeTitle(body.plain);
    if (title === "") throw new EmptyItem();
    const picture = pictureOf(item, images, links);
    const shown = showOnce(picture, body.markdown, images);
    const { content } = this.#context.options.folders;
    const facts = { content, date: fields.date, hasImages: images.files.size > 0 };
    const file = known?.file ?? newFileOf(item, this.#plans, facts);
    // Entities of HTML have become signs, which may be no text.
    const markdown = textOnly(
      picture === undefined ? withPictureLink(item, shown.markdown, links) : shown.markdown,
    );
    const html = this.#writeFile(item, file, { ...ready, title, image: shown.picture, markdown });
    tellMissing(item, [html, title, ...ready.told], ready.note);
    const path = known?.path ?? articlePath(slugOf(file));
    this.#context.known.remember(item.sourceId, { file, print: ready.print, path });
    this.#torn.settle(item.sourceId);
    const action = known === undefined ? "added" : "updated";
    return { kind: "article", action, path, images: images.files.size, oldAddresses };
  }

  #writeFile(item: ImportedItem, file: string, ready: ReadyFile): string {
    const { fields, title, image, images, markdown, print, note } = ready;
    const text = articleText({
      ...fields,
      aliases: ownAliases(fields.aliases, file, this.#context.known, note),
      title,
      isProposed: item.title === undefined,
      summary: item.summary,
      image,
      isPinned: item.isPinned,
      translations: item.translations,
      draft: item.draft,
      mark: formatMark({ id: item.sourceId, print }),
      body: markdown,
    });
    const html = this.#checkAt(item, file, text);
    if (this.#context.options.isDryRun) {
      const isPinned = item.isPinned === true;
      const candidate = { file, text, images, date: fields.date, isPinned };
      if (!item.draft) this.#context.newest?.add(candidate);
      return html;
    }
    copyImages(images, dirname(file));
    writeWhole(file, text);
    return html;
  }

  /** What a build would refuse is a problem at the place of the item. */
  #checkAt(item: ImportedItem, file: string, text: string): string {
    const problems: Problem[] = [];
    const html = attempt(problems, () => this.#check.check(file, text));
    if (html !== undefined) return html;
    const told = "Материал не прошёл бы проверку архива:";
    throw new ContentError(
      problems.map(({ message, mend }) => ({ ...item.place, message: `${told} ${message}`, mend })),
    );
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
  readonly note: TellNote;
  /** What the report tells of the item. */
  readonly told: readonly string[];
}

interface ReadyFile extends Omit<ReadyItem, "body"> {
  readonly title: string;
  readonly image: Picture | undefined;
  readonly markdown: string;
}
