import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, extname, join, relative } from "node:path";
import {
  attempt,
  type Drawing,
  type ImageFile,
  isNamedMedia,
  type Problem,
  readDrawingFile,
  throwIfAny,
} from "../../content/index.ts";
import { jsonFile, PUBLISHED } from "../../index/index.ts";
import { ArtifactCache } from "../cache/artifact-cache.ts";
import { linkFileSync } from "../disk/link-file.ts";
import type { CodeKeys } from "./code-keys.ts";
import * as image from "./image.ts";
import { hashOfBytes } from "./image-hashes.ts";
import { Maker } from "./maker.ts";
import { articlesOf, type SliceOrder } from "./slice-files.ts";

/** Each takes up to four bytes for every pixel, several times over: two cores' worth is enough. */
const AT_ONCE = 2;

/** By endings, which are those of the formats; sounds and films are published as they are. */
const [DRAWING, ANIMATION] = [".svg", ".gif"];

/** From files, relative to the folder of the articles, to what was left out of them. */
export type Cleaned = readonly (readonly [file: string, leftOut: readonly string[]])[];

/** The drawings that the task has published without something. */
export const CLEANED = jsonFile<Cleaned>("cleaned.json");

/** Of a task that publishes images. */
export interface ImagesOrder {
  /** The cache: what was made of an image is kept there under its bytes. */
  readonly cache: string;
  readonly codes: CodeKeys;
}

/**
 * Publishes the images of a slice with their variants, and its sounds and films.
 *
 * @throws ContentError with every image that is damaged
 */
export async function run(order: SliceOrder & ImagesOrder, folder: string): Promise<void> {
  const images = articlesOf(order).flatMap((article) => article.images);
  const leftOut = await publishImages(images, join(folder, PUBLISHED), makerOf(order));
  const cleaned: Cleaned = [...leftOut]
    .map(([file, what]) => [relative(order.content, file), what] as const)
    .sort();
  CLEANED.write(folder, cleaned);
}

/** @returns what makes variants of images, in this process */
export function makerOf({ cache, codes }: ImagesOrder): Maker {
  return new Maker(new ArtifactCache(cache), codes, (job) =>
    image.run(job.order as image.ImageOrder, job.folder),
  );
}

/**
 * @param images of some articles; their paths differ
 * @param target the folder that is laid out as the site is
 * @returns from the files of drawings to what was left out of them
 * @throws ContentError with every image that is damaged
 */
export async function publishImages(
  images: readonly ImageFile[],
  target: string,
  maker: Maker,
): Promise<LeftOut> {
  const shop = new ImageShop(maker, target);
  const problems: Problem[] = [];
  const waiting = images[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (const one of waiting) problems.push(...(await shop.publish(one)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  throwIfAny(problems.toSorted((a, b) => (a.file < b.file ? -1 : 1)));
  return shop.leftOut;
}

type LeftOut = ReadonlyMap<string, Drawing["leftOut"]>;

/** Makes missing variants of images, each once, and puts them in place. */
class ImageShop {
  readonly #maker: Maker;
  readonly #target: string;
  readonly #leftOut = new Map<string, Drawing["leftOut"]>();

  constructor(maker: Maker, target: string) {
    this.#maker = maker;
    this.#target = target;
  }

  get leftOut(): LeftOut {
    return this.#leftOut;
  }

  /** @returns what is wrong with the image */
  async publish(picture: ImageFile): Promise<readonly Problem[]> {
    const ending = extname(picture.path);
    if (ending === ANIMATION || isNamedMedia(picture.path)) {
      await copyFile(picture.file, await this.#place(picture.path));
      return [];
    }
    const bytes = await readFile(picture.file);
    if (ending === DRAWING) return this.#publishDrawing(picture, bytes);
    const part = await this.#partOf(picture, bytes).catch((error: unknown) =>
      damage(picture, error),
    );
    if (typeof part !== "string") return [part];
    const rewritten = join(part, image.REWRITTEN);
    const original = existsSync(rewritten) ? rewritten : picture.file;
    await copyFile(original, await this.#place(picture.path));
    for (const variant of picture.variants) {
      linkFileSync(join(part, image.variantName(variant)), await this.#place(variant.path));
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

  /** Articles may show the same image: what is made of it is made once. */
  async #partOf({ variants }: ImageFile, bytes: Buffer): Promise<string> {
    const id = hashOfBytes(bytes);
    const inputs = { bytes: id, variants: variants.map(image.variantName) };
    const order = () => ({ bytes, variants });
    return (await this.#maker.make({ task: "image", id, inputs, order })).folder;
  }
}

function damage({ file }: ImageFile, error: unknown): Problem {
  if (!(error instanceof image.DamagedImage)) throw error;
  const message = `Картинка повреждена: ${error.message.replaceAll("\n", " ").trim()}.`;
  return { file, message, mend: "откройте её в редакторе картинок и сохраните заново." };
}
