import { hash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ArticleFile, tooLarge } from "../../content/index.ts";

/** @returns from the files of images that articles show to the hashes of their bytes */
export function hashesOfImages(
  articles: readonly Pick<ArticleFile, "article">[],
): Map<string, string> {
  const files = articles.flatMap(({ article }) => article.images.map(({ file }) => file));
  return new Map([...new Set(files)].map((file) => [file, hashOfBytes(readFileSync(file))]));
}

/**
 * @param images from files, relative to a folder, to the hashes of their bytes
 * @returns whether they are still the same
 */
export function areSameImages(images: Readonly<Record<string, string>>, content: string): boolean {
  return Object.entries(images).every(([name, known]) => {
    const file = join(content, name);
    const isThere = existsSync(file) && tooLarge(file) === undefined;
    return isThere && hashOfBytes(readFileSync(file)) === known;
  });
}

/** @returns SHA-256 in base 64 */
export function hashOfBytes(bytes: Buffer): string {
  return hash("sha256", bytes, "base64");
}
