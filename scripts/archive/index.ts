import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { transliterate } from "../../src/language/index.ts";
import { randomNumbers } from "../random.ts";
import { articleFile, type MadeArticle, makeArticle } from "./article.ts";
import { headlinesFile } from "./headlines.ts";
import { Phrases } from "./phrases.ts";
import { drawPictures, type MadePicture } from "./pictures.ts";
import { readTexts, type Texts } from "./texts.ts";

/** An archive of articles that read like news. */
export interface MadeArchive {
  readonly content: string;
  readonly data: string;
}

export interface ArchiveOptions {
  readonly articles: number;
  readonly headlines: number;
  readonly seed: number;
}

/** The archive that is audited and pictured besides the seed. */
export const AUDIT_ARCHIVE: ArchiveOptions = { articles: 1000, headlines: 300, seed: 20_261_124 };

/** Different pictures; articles share them, for encoding one takes longer than writing its article. */
const PICTURES = 24;
/** Words of an address. */
const SLUG_WORDS = 8;
/** One article in so many had another address before. */
const WITH_ALIAS = 40;
/** Seeds of what is drawn beside articles lie so far from theirs. */
const APART = 1_000_000;

/**
 * Writes an archive: articles of twelve topics over two years up to 2026-11-24, some long, some with
 * pictures, sources, authors, corrections, former addresses, some without a date; and headlines.
 * The same options always give the same bytes.
 *
 * @param folder where content/ and data/ go
 */
export async function writeArchive(folder: string, options: ArchiveOptions): Promise<MadeArchive> {
  const archive = { content: join(folder, "content"), data: join(folder, "data") };
  const { articles, headlines, seed } = options;
  const writer = new Writer(
    archive.content,
    readTexts(),
    await drawPictures(PICTURES, seed + APART),
  );
  for (let number = 0; number < articles; number++) {
    await writer.write(new Phrases(randomNumbers(seed + number)), number / articles);
  }
  await mkdir(archive.data, { recursive: true });
  const list = headlinesFile(writer.texts, headlines, seed + 2 * APART, writer.slugs);
  await writeFile(join(archive.data, "headlines.yaml"), list);
  await writeFile(join(archive.data, "site.yaml"), SITE);
  return archive;
}

const SITE = `name: Вестник
description: Новости вымышленных городов
address: https://archive.example
language: ru
timeZone: Europe/Moscow
`;

/** Writes articles one after the other, each under an address of its own. */
class Writer {
  readonly texts: Texts;
  readonly #content: string;
  readonly #pictures: readonly MadePicture[];
  readonly #slugs = new Set<string>();

  constructor(content: string, texts: Texts, pictures: readonly MadePicture[]) {
    this.#content = content;
    this.texts = texts;
    this.#pictures = pictures;
  }

  get slugs(): readonly string[] {
    return [...this.#slugs];
  }

  async write(phrases: Phrases, part: number): Promise<void> {
    const article = makeArticle(this.texts, phrases, part);
    const slug = this.#newSlug(article.title);
    const year = String(article.fields.date ?? "bez-daty").slice(0, 4);
    const folder = join(this.#content, year);
    await mkdir(folder, { recursive: true });
    const { fields, body } = await this.#withPictures(article, phrases, join(folder, slug));
    const aliases = phrases.oneIn(WITH_ALIAS) ? { aliases: [`/news/${year}/${slug}/`] } : {};
    const matter = { title: article.title, ...article.fields, ...fields, ...aliases };
    await writeFile(join(folder, `${slug}.md`), articleFile(matter, body));
  }

  /** Titles come again with time; addresses do not. */
  #newSlug(title: string): string {
    const words = transliterate(title).match(/[a-z0-9]+/g) ?? [];
    const plain = words.slice(0, SLUG_WORDS).join("-");
    let slug = plain;
    for (let number = 2; this.#slugs.has(slug); number++) slug = `${plain}-${number}`;
    this.#slugs.add(slug);
    return slug;
  }

  /** @param stem the path of the article's file without its extension; pictures lie beside it */
  async #withPictures(article: MadeArticle, phrases: Phrases, stem: string) {
    const { names, pictures: count } = article;
    const files = [];
    // One after the other, for what is drawn depends on the order.
    for (const [index, { extension, bytes }] of phrases.some(this.#pictures, count).entries()) {
      const path = `${stem}-${index + 1}.${extension}`;
      await writeFile(path, bytes);
      const { alts, captions } = this.texts.general;
      const alt = phrases.phrase(phrases.pick(alts), names);
      const caption = phrases.phrase(phrases.pick(captions), names);
      files.push({ file: basename(path), alt, caption });
    }
    const [image, inside] = files;
    return {
      fields: image === undefined ? {} : { image },
      body: inside === undefined ? article.body : withPicture(article.body, inside),
    };
  }
}

/** Puts a picture after the second paragraph. */
function withPicture(body: string, { file = "", alt = "", caption = "" }): string {
  const [lead = "", next = "", ...rest] = body.split("\n\n");
  return [lead, next, `![${alt}](${file} "${caption}")`, ...rest].join("\n\n");
}
