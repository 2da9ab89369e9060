import { join } from "node:path";
import { displayPath, LOCAL_ADDRESS, type OpenArchive } from "../content/index.ts";
import { readVolume } from "./volume.ts";

/**
 * @param volumes the folders of their pages
 * @returns what an editor should know of though nothing is wrong, in Russian
 */
export function noticesOf(
  { site, others }: OpenArchive,
  volumes: readonly string[],
  content: string,
): string[] {
  const images = volumes.flatMap((folder) => Object.keys(readVolume(folder).images));
  const used = new Set(images.map((name) => join(content, name)));
  const notices = others
    .filter((file) => !used.has(file))
    .map((file) => `${displayPath(file)}: не статья и не картинка статьи, на сайт не попадёт.`);
  if (site.address === LOCAL_ADDRESS) {
    notices.push("Адрес сайта не задан: впишите address в site.yaml или дайте --url.");
  }
  return notices;
}
