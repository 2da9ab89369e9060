import { existsSync } from "node:fs";
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
import { ArticleCheck, articleText } from "./article-file.ts";
import type { HeadlineAction, HeadlineList } from "./headline-list.ts";
import type { ImageFolders } from "./image-folders.ts";
import type { ConvertedBody } from "./item-body.ts";
import { fieldsOf, type ItemFields, type TopicChoice } from "./item-fields.ts";
import { ItemImages } from "./item-images.ts";
import { convert, copyImages, pictureOf, withPictureLink } from "./item-text.ts";
import type { KnownArticle, KnownArticles } from "./known-articles.ts";
import { formatMark, printOf } from "./source-mark.ts";

/** What a writer works on. */
export interface WriterOptions extends TopicChoice {
  readonly site: Site;
  /** The folder of the articles. */
  readonly content: string;
  readonly known: KnownArticles;
  readonly headlines: HeadlineList;
  readonly images: ImageFolders;
  /** Whether what has changed at its source is written anew. */
  readonly update: boolean;
  /** Whether nothing is written. */
  readonly isDryRun: boolean;
  readonly note: (item: ImportedItem, note: Note) => void;
}

/** What became of an item. */
export type Written =
  | {
      readonly kind: "article";
      readonly action: HeadlineAction;
      readonly file: string;
      readonly images: number;
    }
  | { readonly kind: "headline"; readonly action: HeadlineAction }
  | { readonly kind: "problem"; readonly problem: Problem };

/** Writes items into an archive, each whole or not at all. */
export class ItemWriter {
  readonly #options: WriterOptions;
  readonly #check: ArticleCheck;

  constructor(options: WriterOptions) {
    this.#options = options;
    this.#check = new ArticleCheck(options.site);
  }

  /** @param path where the item's file lies in its source */
  write(item: ImportedItem, path: string): Written {
    const problems: Problem[] = [];
    const written = attempt(problems, () => this.#write(item, path));
    const [problem] = problems;
    if (written !== undefined) return written;
    if (problem === undefined)
      throw new Error(`${item.sourceId} has neither an outcome nor a problem`);
    return { kind: "problem", problem };
  }

  #write(given: ImportedItem, path: string): Written {
    const print = printOf(given);
    const item = onlyTextIn(given);
    if (JSON.stringify(item) !== JSON.stringify(given)) this.#options.note(item, NO_TEXT);
    const known = this.#options.known.find(item.sourceId);
    if (known !== undefined) {
      const action = known.print === undefined || known.print === print ? "known" : "changed";
      const isLeft = action === "known" || !this.#options.update;
      if (isLeft) return { kind: "article", action, file: known.file, images: 0 };
    }
    const note = (one: Note): void => this.#options.note(item, one);
    const images = new ItemImages(this.#options.images, path, prefixOf(known), note);
    const body = convert(item, images, note);
    const fields = fieldsOf(item, this.#options.site, this.#options, note);
    if (body === undefined) return this.#writeHeadline(item, fields, note);
    return this.#writeArticle(item, { print, known, images, body, fields, note });
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
    const { print, known, images, body, fields, note } = ready;
    const title = item.title ?? proposeTitle(body.plain);
    if (title === "") throw nothingIn(item);
    const image = pictureOf(item, images);
    const file = known?.file ?? this.#newFile(item, title, fields, images.files.size > 0);
    const aliases = this.#ownAliases(fields.aliases, file, note);
    const text = articleText({
      ...fields,
      aliases,
      title,
      isProposed: item.title === undefined,
      summary: item.summary,
      image,
      isPinned: item.isPinned,
      translations: item.translations,
      draft: item.draft,
      mark: formatMark({ id: item.sourceId, print }),
      // Entities of HTML become signs only now.
      body: textOnly(image === undefined ? withPictureLink(item, body.markdown) : body.markdown),
    });
    this.#checkAt(item, file, text);
    if (!this.#options.isDryRun) {
      copyImages(images, dirname(file));
      writeWhole(file, text);
    }
    this.#options.known.remember(item.sourceId, { file, print });
    const action = known === undefined ? "added" : "updated";
    return { kind: "article", action, file, images: images.files.size };
  }

  /** The year's folder, and in it a file, or a folder where pictures lie beside it. */
  #newFile(item: ImportedItem, title: string, { date }: ItemFields, hasImages: boolean): string {
    const { content, known } = this.#options;
    const folder = date === undefined ? content : join(content, date.slice(0, 4));
    const wanted = safeName(slugify(item.slug ?? "") || slugify(title, TITLE_LENGTH) || "statia");
    const isFree = (slug: string): boolean =>
      !existsSync(join(folder, `${slug}.md`)) && !existsSync(join(folder, slug));
    const slug = known.freeSlug(wanted, isFree);
    const file = hasImages ? join(folder, slug, "index.md") : join(folder, `${slug}.md`);
    known.claim(articlePath(slug), file);
    return file;
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
  readonly body: ConvertedBody;
  readonly fields: ItemFields;
  readonly note: (note: Note) => void;
}

/** A file's name need not hold the whole title. */
const TITLE_LENGTH = 60;

/** What a folder's own page is called, and what no file of Windows may be called. */
const NO_NAMES = /^(?:index|con|prn|aux|nul|com\d|lpt\d)$/;

function safeName(slug: string): string {
  return NO_NAMES.test(slug) ? `statia-${slug}` : slug;
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
