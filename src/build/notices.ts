import { join } from "node:path";
import { displayPath, LOCAL_ADDRESS, type OpenArchive, UNDATED } from "../content/index.ts";
import { readVolume } from "./volume.ts";

const UNDATED_ARCHIVE =
  "Ни у одного материала нет даты: Atom-ленты и карты новостей не будет, в остальных лентах материалы стоят без дат.";

/**
 * @param volumes the folders of their pages
 * @returns what an editor should know of though nothing is wrong, in Russian
 */
export function noticesOf(
  { site, others, headlines }: OpenArchive,
  volumes: readonly string[],
  content: string,
): string[] {
  const manifests = volumes.map(readVolume);
  const images = manifests.flatMap((manifest) => Object.keys(manifest.images));
  const used = new Set(images.map((name) => join(content, name)));
  const notices = others
    .filter((file) => !used.has(file))
    .map((file) => `${displayPath(file)}: не статья и не картинка статьи, на сайт не попадёт.`);
  if (site.address === LOCAL_ADDRESS) {
    notices.push("Адрес сайта не задан: впишите address в site.yaml или дайте --url.");
  }
  const years = manifests.flatMap((manifest) => Object.keys(manifest.years));
  if (years.every((year) => year === UNDATED) && headlines.every(({ date }) => !date)) {
    notices.push(UNDATED_ARCHIVE);
  }
  return notices;
}
