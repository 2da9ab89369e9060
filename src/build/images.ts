import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, extname, join, relative } from "node:path";
import {
  type Article,
  attempt,
  type Drawing,
  type ImageFile,
  type Problem,
  readDrawingFile,
  throwIfAny,
  tooLarge,
} from "../content/index.ts";
import { ENCODING, encodeImage, encoderVersions, REWRITTEN, variantName } from "./encode-image.ts";
import { linkFile } from "./link-file.ts";
import { keyOf, PartCache } from "./part-cache.ts";

/** Each takes up to four bytes for every pixel, several times over: two cores' worth is enough. */
const AT_ONCE = 2;

/** By endings, which are those of the formats. */
const [DRAWING, ANIMATION] = [".svg", ".gif"];

/**
 * Publishes images with their variants. What was made of an image is kept under its bytes, so that
 * nothing is encoded again where only a text was changed.
 *
 * @param images of some articles; their paths differ
 * @param target the folder that is laid out as the site is
 * @param cacheFolder where parts are kept
 * @returns from the files of drawings to what was left out of them
 * @throws ContentError with every image that is damaged
 */
export async function publishImages(
  images: readonly ImageFile[],
  target: string,
  cacheFolder: string,
): Promise<LeftOut> {
  if (images.length === 0) return new Map();
  const shop = new ImageShop(new PartCache(cacheFolder), target);
  const problems: Problem[] = [];
  const waiting = images[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (const image of waiting) problems.push(...(await shop.publish(image)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  throwIfAny(problems.toSorted((a, b) => (a.file < b.file ? -1 : 1)));
  return shop.leftOut;
}

type LeftOut = ReadonlyMap<string, Drawing["leftOut"]>;

/** Makes what is missing of images, each once, and puts it where it belongs. */
class ImageShop {
  readonly #cache: PartCache;
  readonly #target: string;
  /** By keys: articles may show the same image, and two of them at the same time. */
  readonly #parts = new Map<string, Promise<string>>();
  readonly #leftOut = new Map<string, Drawing["leftOut"]>();

  constructor(cache: PartCache, target: string) {
    this.#cache = cache;
    this.#target = target;
  }

  get leftOut(): LeftOut {
    return this.#leftOut;
  }

  /** @returns what is wrong with the image */
  async publish(image: ImageFile): Promise<readonly Problem[]> {
    const ending = extname(image.path);
    if (ending === ANIMATION) {
      await copyFile(image.file, await this.#place(image.path));
      return [];
    }
    const bytes = await readFile(image.file);
    if (ending === DRAWING) return this.#publishDrawing(image, bytes);
    const part = await this.#partOf(image, bytes).catch((error: unknown) => damage(image, error));
    if (typeof part !== "string") return [part];
    const rewritten = join(part, REWRITTEN);
    const original = existsSync(rewritten) ? rewritten : image.file;
    await copyFile(original, await this.#place(image.path));
    for (const variant of image.variants) {
      await linkFile(join(part, variantName(variant)), await this.#place(variant.path));
    }
    return [];
  }

  /** Its file may be another one than that which was read with the article. */
  async #publishDrawing({ file, path }: ImageFile, bytes: Buffer): Promise<readonly Problem[]> {
    const problems: Problem[] = [];
    const drawing = attempt(problems, () => readDrawingFile(file, bytes));
    if (drawing === undefined) return problems;
    await writeFile(await this.#place(path), drawing.svg);
    if (drawing.leftOut.length > 0) this.#leftOut.set(file, drawing.leftOut);
    return [];
  }

  async #place(path: string): Promise<string> {
    const file = join(this.#target, decodeURIComponent(path));
    await mkdir(dirname(file), { recursive: true });
    return file;
  }

  async #partOf({ variants }: ImageFile, bytes: Buffer): Promise<string> {
    const wanted = variants.map(variantName);
    const key = keyOf("image", ENCODING, await encoderVersions(), wanted, hashOf(bytes));
    const part = this.#parts.get(key) ?? this.#make(key, bytes, variants);
    this.#parts.set(key, part);
    return part;
  }

  async #make(key: string, bytes: Buffer, variants: ImageFile["variants"]): Promise<string> {
    const found = await this.#cache.find(key);
    if (found !== undefined) return found;
    const encoded = await encodeImage(bytes, variants).catch((error: unknown) => {
      throw new DamagedImage(error);
    });
    const draft = await this.#cache.begin(key);
    for (const file of encoded) await writeFile(join(draft, file.name), file.bytes);
    return this.#cache.finish(key);
  }
}

/** What the encoder says of an image; all else that goes wrong is no fault of the image. */
class DamagedImage extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause));
  }
}

function damage({ file }: ImageFile, error: unknown): Problem {
  if (!(error instanceof DamagedImage)) throw error;
  const message = `Картинка повреждена: ${error.message.replaceAll("\n", " ").trim()}.`;
  return { file, message, mend: "откройте её в редакторе картинок и сохраните заново." };
}

/**
 * @param content the folder of the articles
 * @returns from the images that articles show, relative to the folder, to the hashes of their bytes
 */
export function hashesOfImages(
  articles: readonly Article[],
  content: string,
): Record<string, string> {
  const files = new Set(articles.flatMap(({ images }) => images.map(({ file }) => file)));
  const hash = (file: string): string => hashOf(readFileSync(file));
  return Object.fromEntries([...files].map((file) => [relative(content, file), hash(file)]));
}

/**
 * @param manifest of a volume: its images as hashesOfImages returned them
 * @param content the folder of the articles
 * @returns whether the images that a volume shows are still the same
 */
export function hasSameImages(
  { images }: { readonly images: Readonly<Record<string, string>> },
  content: string,
): boolean {
  return Object.entries(images).every(([name, hash]) => {
    const file = join(content, name);
    return existsSync(file) && tooLarge(file) === undefined && hashOf(readFileSync(file)) === hash;
  });
}

function hashOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("base64");
}
