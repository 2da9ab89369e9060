import { realpathSync } from "node:fs";
import { basename, dirname, extname, relative } from "node:path";
import { keyOfPath } from "./addresses.ts";
import { ImageError, type ImageFacts, readImageFacts, refuseEnding } from "./image-file.ts";
import { findFile, oneForm } from "./picture-file.ts";
import { isInside } from "./real-path.ts";
import type { ImageFile, Picture, PictureFormat, PictureVariant } from "./types.ts";

/** From phones to large dense screens; in pixels. */
const WIDTHS = [480, 800, 1200, 1600];
const FORMATS: readonly PictureFormat[] = ["avif", "webp"];
/** WebP has no more; in pixels. */
const HIGHEST = 16_383;

/** What the site itself puts beside an article: the picture that messengers show for a link. */
const CARD = "card.png";

/** An image of an article, with what it needs on the page besides words. */
export type ArticleImage = Omit<Picture, "alt" | "caption">;

interface Known extends ImageFacts {
  readonly file: string;
  readonly path: string;
  variants: readonly PictureVariant[];
}

/** The images that one article shows: each file once, each address once. */
export class ArticleImages {
  readonly #article: string;
  readonly #path: string;
  readonly #content: string;
  readonly #known = new Map<string, Known>();
  /** From the addresses of images and of their variants, without capitals, to the files. */
  readonly #owners = new Map<string, string>();

  /**
   * @param article its file
   * @param path its place in the site
   * @param content the folder of the articles: no picture from elsewhere is published
   */
  constructor(article: string, path: string, content: string) {
    this.#article = article;
    this.#path = path;
    this.#content = content;
    this.#claim([`${path}${CARD}`], CARD);
  }

  /**
   * @param name the file beside the article
   * @param inSizes whether it is wide enough on the page to be offered in several sizes
   * @throws ImageError where there is none, or none that can be shown
   */
  add(name: string, inSizes: boolean): ArticleImage {
    const file = this.#find(name);
    const image = this.#known.get(oneForm(file)) ?? this.#read(file, name);
    this.#known.set(oneForm(file), image);
    if (inSizes && !image.isFixed && image.variants.length === 0) {
      image.variants = this.#variantsOf(image);
    }
    const { path, width, height, variants } = image;
    return { path, width, height, variants: inSizes ? variants : [] };
  }

  /** In the order in which they were added. */
  get files(): ImageFile[] {
    return [...this.#known.values()].map(({ file, path, variants }) => ({ file, path, variants }));
  }

  /** Images lie beside the article: one from elsewhere would be a request to a third party. */
  #find(name: string): string {
    if (/^(?:https?:)?\/\//i.test(name)) throw remoteImage(name);
    const isElsewhere = /^[a-z][a-z0-9+.-]*:|^\//i.test(name);
    const found = isElsewhere ? undefined : findFile(dirname(this.#article), name);
    // Whoever may write an article may not therefore publish what else lies on the machine.
    if (found === undefined || !isInside(realpathSync(found.file), realpathSync(this.#content))) {
      const mend = "положите файл в папку статьи и укажите его имя, например photo.jpg.";
      throw new ImageError(`картинки «${name}» нет рядом со статьёй.`, mend);
    }
    if (found.meant === undefined) return found.file;
    const message = `картинка называется «${found.meant}», а не «${name}»: прописные и строчные буквы различаются.`;
    throw new ImageError(message, `напишите её имя точно: ${found.meant}.`);
  }

  #read(file: string, given: string): Known {
    const facts = readImageFacts(file, given);
    refuseEnding(given, facts.type);
    const path = `${this.#path}${encodeURIComponent(this.#nameOf(file, given))}`;
    if (!this.#claim([path], file)) {
      const message = `у картинки «${given}» тот же адрес, что у другой картинки на этой странице.`;
      throw new ImageError(message, "переименуйте файл.");
    }
    return { ...facts, file, path, variants: [] };
  }

  /** What a file is called beside the page: all of an article lie in one folder. */
  #nameOf(file: string, given: string): string {
    const name = relative(dirname(this.#article), file).replaceAll("../", "").replaceAll("/", "-");
    if (!name.startsWith(".")) return withPlainEnding(oneForm(name));
    const message = `имя картинки «${given}» начинается с точки: серверы такие файлы прячут.`;
    throw new ImageError(message, "переименуйте файл или папку без точки впереди.");
  }

  /** photo.jpg and photo.png would have the same variants: the later one keeps its ending. */
  #variantsOf({ file, path, ...size }: Known): readonly PictureVariant[] {
    const ending = extname(path);
    const stem = path.slice(0, path.length - ending.length);
    const usual = variantsNamed(stem, size);
    if (this.#claim(pathsOf(usual), file)) return usual;
    const named = variantsNamed(`${stem}-${ending.slice(1)}`, size);
    if (this.#claim(pathsOf(named), file)) return named;
    const message = `у картинки «${basename(file)}» те же адреса, что у других картинок этой статьи.`;
    throw new ImageError(message, "переименуйте её.");
  }

  /** @returns false where another image has one of the addresses; then none is taken */
  #claim(paths: readonly string[], file: string): boolean {
    const [keys, owner] = [paths.map(keyOfAddress), oneForm(file)];
    if (!keys.every((key) => (this.#owners.get(key) ?? owner) === owner)) return false;
    for (const key of keys) this.#owners.set(key, owner);
    return true;
  }
}

/** In small letters: rules of hosts for types and headers go by endings, and mind capitals. */
function withPlainEnding(name: string): string {
  const ending = extname(name);
  return name.slice(0, name.length - ending.length) + ending.toLowerCase();
}

/** Disks that take capitals for small letters would put both into one file. */
function keyOfAddress(path: string): string {
  return keyOfPath(decodeURIComponent(path));
}

function pathsOf(variants: readonly PictureVariant[]): string[] {
  return variants.map(({ path }) => path);
}

/**
 * The usual widths that are less than its own, and its own where it is no greater than they are; but
 * none in which it would be too high.
 */
function variantsNamed(stem: string, own: Pick<ImageFacts, "width" | "height">): PictureVariant[] {
  const less = WIDTHS.filter((width) => width < own.width);
  const all = own.width <= Math.max(...WIDTHS) ? [...less, own.width] : less;
  const widths = all.filter((width) => Math.round((own.height * width) / own.width) <= HIGHEST);
  return FORMATS.flatMap((format) =>
    widths.map((width) => ({ format, width, path: `${stem}-${width}.${format}` })),
  );
}

function remoteImage(address: string): ImageError {
  const [, name = "photo.jpg"] = /\/([^/?#]+\.[a-z0-9]+)(?:[?#]|$)/i.exec(address) ?? [];
  const message = `картинка «${address}» лежит на другом сайте: читателей к нему не отправляют.`;
  return new ImageError(
    message,
    `скачайте её, положите в папку статьи и укажите имя файла, например ${name}.`,
  );
}
