import { dirname } from "node:path";
import { articlePath } from "../../model/paths.ts";
import { attempt, ContentError, type Problem } from "../../model/problem.ts";
import { onlyTextIn, textOnly } from "../../model/signs.ts";
import { writeWhole } from "../../model/write-file.ts";
import type { ImportedItem, Note } from "../imported-item.ts";
import { proposeTitle } from "../propose-title.ts";
import { ArticleCheck, articleText } from "./article-file.ts";
import type { HeadlineAction, HeadlineList } from "./headline-list.ts";
import type { ConvertedBody } from "./item-body.ts";
import { fieldsOf, type ItemFields, type TopicChoice } from "./item-fields.ts";
import { newFileOf, ownAliases, prefixOf, slugOf } from "./item-file.ts";
import { EmptyItem, headlineOf } from "./item-headline.ts";
import { ItemImages } from "./item-images.ts";
import type { ItemLinks } from "./item-links.ts";
import type { ItemPlans } from "./item-plans.ts";
import { type ItemSource, type LinkOptions, linksOf, withAddress } from "./item-source.ts";
import { convert, copyImages, pictureOf, withPictureLink } from "./item-text.ts";
import type { KnownArticle } from "./known-articles.ts";
import { type Picture, showOnce } from "./lead-picture.ts";
import type { NewestArticles } from "./newest-articles.ts";
import { formatMark, printOf } from "./source-mark.ts";
import { TornLinks } from "./torn-links.ts";
import { tellMissing } from "./word-count.ts";

/** What a writer works on. */
export interface WriterOptions extends LinkOptions, TopicChoice {
  /** The folder of the articles. */
  readonly content: string;
  readonly plans: ItemPlans;
  readonly headlines: HeadlineList;
  /** Whether what has changed at its source is written anew. */
  readonly update: boolean;
  /** Whether nothing is written. */
  readonly isDryRun: boolean;
  /** Is told of the articles that are not written. */
  readonly newest?: NewestArticles | undefined;
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
  /** There is nothing in it. */
  | { readonly kind: "empty" }
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
    return this.#attempt(item, source);
  }

  /** Writes an article again that this import has written: where its links lead is known better now. */
  rewrite(item: ImportedItem, source: ItemSource): void {
    this.#attempt(item, { ...source, note: () => {} }, { linkNote: source.note });
  }

  /** @returns the ids of articles with links to what was planned and has not been written */
  tornItems(): Set<string> {
    for (const id of this.#torn.lost()) this.#options.places.lose(id);
    return this.#torn.items();
  }

  #attempt(given: ImportedItem, source: ItemSource, again?: Again): Written {
    try {
      return this.#write(given, source, again);
    } catch (error) {
      if (error instanceof EmptyItem) return { kind: "empty" };
      const [problem] = error instanceof ContentError ? error.problems : [];
      if (problem === undefined) throw error;
      return { kind: "problem", problem };
    }
  }

  #write(given: ImportedItem, source: ItemSource, again?: Again): Written {
    const print = printOf(given);
    const cleaned = onlyTextIn(given);
    if (JSON.stringify(cleaned) !== JSON.stringify(given)) source.note(cleaned, NO_TEXT);
    const { item, oldAddresses } = withAddress(cleaned, source, this.#options);
    const known = this.#options.known.find(item.sourceId);
    const left = again === undefined && known !== undefined ? this.#left(known, print) : undefined;
    if (known !== undefined) this.#torn.settle(item.sourceId);
    if (left !== undefined) return { ...left, oldAddresses };
    const told: string[] = [];
    const note = (one: Note): void => {
      told.push(`${one.what} ${one.detail ?? ""}`);
      source.note(item, one);
    };
    const linkNote = again?.linkNote ?? source.note;
    const links = linksOf(item, source, this.#options, {
      note: (one) => linkNote(item, one),
      leadsTo: ({ sourceId }) => this.#torn.add(item.sourceId, sourceId),
    });
    const images = new ItemImages(source.images, source.ref.path, prefixOf(known), note);
    return this.#convert(item, { print, known, images, links, oldAddresses, note, told });
  }

  /** @returns what is told of an article that stays as it is */
  #left({ print, path }: KnownArticle, now: string) {
    const action = print === undefined || print === now ? "known" : "changed";
    if (action === "changed" && this.#options.update) return undefined;
    return { kind: "article", action, path, images: 0 } as const;
  }

  #convert(item: ImportedItem, ready: Omit<ReadyItem, "body" | "fields">): Written {
    const { images, links, note } = ready;
    const body = convert(item, images, links, note);
    const { headlines, update, site } = this.#options;
    const fields = fieldsOf(item, site, this.#options, note);
    if (body !== undefined) return this.#writeArticle(item, { ...ready, body, fields });
    const entry = headlineOf(item, fields, note);
    tellMissing(item, [entry.text, ...ready.told], note);
    return { kind: "headline", action: headlines.add(entry, update) };
  }

  #writeArticle(item: ImportedItem, ready: ReadyItem): Written {
    const { known, images, links, body, fields, oldAddresses } = ready;
    const title = item.title ?? proposeTitle(body.plain);
    if (title === "") throw new EmptyItem();
    const picture = pictureOf(item, images, links);
    const shown = showOnce(picture, body.markdown, images);
    const { content, plans } = this.#options;
    const hasImages = images.files.size > 0;
    const file = known?.file ?? newFileOf(item, plans, { content, date: fields.date, hasImages });
    // Entities of HTML become signs only now.
    const markdown = textOnly(
      picture === undefined ? withPictureLink(item, shown.markdown, links) : shown.markdown,
    );
    const html = this.#writeFile(item, file, { ...ready, title, image: shown.picture, markdown });
    tellMissing(item, [html, title, ...ready.told], ready.note);
    const path = known?.path ?? articlePath(slugOf(file));
    this.#options.known.remember(item.sourceId, { file, print: ready.print, path });
    this.#torn.settle(item.sourceId);
    const action = known === undefined ? "added" : "updated";
    return { kind: "article", action, path, images: images.files.size, oldAddresses };
  }

  #writeFile(item: ImportedItem, file: string, ready: ReadyFile): string {
    const { fields, title, image, images, markdown, print, note } = ready;
    const text = articleText({
      ...fields,
      aliases: ownAliases(fields.aliases, file, this.#options.known, note),
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
    if (this.#options.isDryRun) {
      const { date } = fields;
      const isPinned = item.isPinned === true;
      if (!item.draft) this.#options.newest?.add({ file, text, images, date, isPinned });
      return html;
    }
    copyImages(images, dirname(file));
    writeWhole(file, text);
    return html;
  }

  /** What a build would refuse is told of where the item stands. */
  #checkAt(item: ImportedItem, file: string, text: string): string {
    const problems: Problem[] = [];
    const html = attempt(problems, () => this.#check.check(file, text));
    if (html !== undefined) return html;
    throw new ContentError(
      problems.map(({ message, mend }) => {
        return {
          ...item.place,
          message: `Материал не прошёл бы проверку архива: ${message}`,
          mend,
        };
      }),
    );
  }
}

const NO_TEXT: Note = { what: "служебные знаки, которых не бывает в тексте, убраны" };

/** Of an article that is written a second time: all but its links has been told of. */
interface Again {
  readonly linkNote: ItemSource["note"];
}

interface ReadyItem {
  readonly print: string;
  readonly known: KnownArticle | undefined;
  readonly images: ItemImages;
  readonly links: ItemLinks;
  readonly body: ConvertedBody;
  readonly fields: ItemFields;
  readonly oldAddresses: readonly string[];
  readonly note: (note: Note) => void;
  /** What the report tells of the item. */
  readonly told: readonly string[];
}

interface ReadyFile extends Omit<ReadyItem, "body"> {
  readonly title: string;
  readonly image: Picture | undefined;
  readonly markdown: string;
}
