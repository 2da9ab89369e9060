import { isStanding, type OpenArchive } from "../../content/index.ts";
import { isRussian } from "../../language/index.ts";
import { cutArchive, type SlicePlan, usualSliceItems } from "./slice-cuts.ts";

/**
 * Cuts an archive. Pages that are no news are a slice of their own, so that a word in one of them makes no
 * news anew; but Pagefind's own search, which other languages keep, searches one index only.
 *
 * @param content the folder of the articles
 */
export function slicePlans(
  { site, articles, headlines }: Pick<OpenArchive, "site" | "articles" | "headlines">,
  content: string,
): SlicePlan[] {
  if (!isRussian(site.language)) return [{ name: "all", articles, headlines }];
  const news = articles.filter(({ file }) => !isStanding(file, content));
  const pages = articles.filter(({ file }) => isStanding(file, content));
  const usual = usualSliceItems(news.length + headlines.length, site.preview);
  const plans = cutArchive(news, headlines, site.volumeItems ?? usual);
  return pages.length === 0 ? plans : [...plans, { name: "pages", articles: pages, headlines: [] }];
}
