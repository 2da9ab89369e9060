import { realpathSync } from "node:fs";
import { basename, dirname, extname, relative } from "node:path";
import { ImageError, type ImageFacts, readImageFacts, refuseEnding } from "../model/image-file.ts";
import { type MediaFacts, readMediaFacts } from "../model/media-file.ts";
import { findFile, oneForm } from "../model/picture-file.ts";
import { isInside } from "../model/real-path.ts";
import type { ImageFile, Picture, PictureFormat, PictureVariant } from "../model/types.ts";
import { keyOfPath } from "./addresses.ts";

/** From phones to large dense screens; in pixels. */
const WIDTHS = [480, 800, 1200, 1600];
const FORMATS: readonly PictureFormat[] = ["avif", "webp"];
/** WebP has no more; in pixels. */
const HIGHEST = 16_383;

/** The site's own file beside an article: the picture that messengers show for a link. */
const CARD = "card.png";

/** An image of an article, with what it needs on the page besides words. */
export type ArticleImage = Omit<Picture, "alt" | "caption">;

/** A sound or a film of an article, with what it needs on the page besides words. */
export interface ArticleMedia extends MediaFacts {
  /** As of Picture. */
  readonly path: string;
  /** The path of the picture that stands for a film until it plays. */
  readonly poster?: string | undefined;
}

/** Endings of a film's poster, which lies beside the film under the same name. */
const POSTERS = [".jpg", ".jpeg", ".png", ".webp", ".avif"];

/** What messages call a file, in the nominative and in the genitive. */
const PICTURE = ["картинка", "картинки"] as const;
const MEDIUM = ["запись", "записи"] as const;
type Called = typeof PICTURE | typeof MEDIUM;

interface Known extends ImageFacts {
  readonly file: string;
  readonly path: string;
  variants: readonly PictureVariant[];
}

/** The images, sounds and films that one article shows: each file once, each address once. */
export class ArticleImages {
  readonly #article: string;
  readonly #path: string;
  readonly #content: string;
  readonly #known = new Map<string, Known>();
  readonly #media = new Map<string, ArticleMedia & { readonly file: string }>();
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
    const file = this.#find(name, PICTURE);
    const image = this.#known.get(oneForm(file)) ?? this.#read(file, name);
    this.#known.set(oneForm(file), image);
    if (inSizes && !image.isFixed && image.variants.length === 0) {
      image.variants = this.#variantsOf(image);
    }
    const { path, width, height, variants } = image;
    return { path, width, height, variants: inSizes ? variants : [] };
  }

  /**
   * @param name the file beside the article
   * @throws ImageError where there is none, or none that plays
   */
  addMedia(name: string): ArticleMedia {
    const file = this.#find(name, MEDIUM);
    const known = this.#media.get(oneForm(file));
    if (known !== undefined) return known;
    const facts = readMediaFacts(file, name);
    const path = this.#pathOf(file, name, MEDIUM);
    const poster = facts.kind === "video" ? this.#posterOf(name) : undefined;
    const medium = { ...facts, file, path, poster };
    this.#media.set(oneForm(file), medium);
    return medium;
  }

  /** Images, then sounds and films, each in the order in which they were added. */
  get files(): ImageFile[] {
    const images = [...this.#known.values()];
    const media = [...this.#media.values()].map((one) => ({ ...one, variants: [] }));
    return [...images, ...media].map(({ file, path, variants }) => ({ file, path, variants }));
  }

  #posterOf(film: string): string | undefined {
    const stem = film.slice(0, film.length - extname(film).length);
    const name = POSTERS.map((ending) => stem + ending).find((one) => {
      const found = findFile(dirname(this.#article), one);
      return found !== undefined && found.meant === undefined;
    });
    return name === undefined ? undefined : this.add(name, false).path;
  }

  /** Images lie beside the article: one from elsewhere would be a request to a third party. */
  #find(name: string, called: Called): string {
    const [nominative, genitive] = called;
    if (/^(?:https?:)?\/\//i.test(name)) throw remoteFile(name, called);
    const isElsewhere = /^[a-z][a-z0-9+.-]*:|^\//i.test(name);
    const found = isElsewhere ? undefined : findFile(dirname(this.#article), name);
    // An article's author must not be able to publish other files of this machine.
    if (found === undefined || !isInside(realpathSync(found.file), realpathSync(this.#content))) {
      const example = nominative === "запись" ? "beseda.mp3" : "photo.jpg";
      const mend = `положите файл в папку статьи и укажите его имя, например ${example}.`;
      throw new ImageError(`${genitive} «${name}» нет рядом со статьёй.`, mend);
    }
    if (found.meant === undefined) return found.file;
    const message = `${nominative} называется «${found.meant}», а не «${name}»: прописные и строчные буквы различаются.`;
    throw new ImageError(message, `напишите её имя точно: ${found.meant}.`);
  }

  #read(file: string, given: string): Known {
    const facts = readImageFacts(file, given);
    refuseEnding(given, facts.type);
    return { ...facts, file, path: this.#pathOf(file, given, PICTURE), variants: [] };
  }

  #pathOf(file: string, given: string, called: Called): string {
    const path = `${this.#path}${encodeURIComponent(this.#nameOf(file, given, called))}`;
    if (this.#claim([path], file)) return path;
    const [, genitive] = called;
    const message = `у ${genitive} «${given}» тот же адрес, что у другой ${genitive} на этой странице.`;
    throw new ImageError(message, "переименуйте файл.");
  }

  /** What a file is called beside the page: all of an article lie in one folder. */
  #nameOf(file: string, given: string, [, genitive]: Called): string {
    const name = relative(dirname(this.#article), file).replaceAll("../", "").replaceAll("/", "-");
    if (!name.startsWith(".")) return withPlainEnding(oneForm(name));
    const message = `имя ${genitive} «${given}» начинается с точки: серверы такие файлы прячут.`;
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

function remoteFile(address: string, [nominative]: Called): ImageError {
  const [, name = "photo.jpg"] = /\/([^/?#]+\.[a-z0-9]+)(?:[?#]|$)/i.exec(address) ?? [];
  const message = `${nominative} «${address}» лежит на другом сайте: читателей к нему не отправляют.`;
  const mend = `скачайте её, положите в папку статьи и укажите имя файла, например ${name}.`;
  return new ImageError(message, mend);
}
