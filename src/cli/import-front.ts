import { harmless } from "../content/importing.ts";
import { type ArticleSummary, formatDate, readSite, yearOf } from "../content/index.ts";

/** So many stand in the first rows of a front page. */
const SHOWN = 10;

/**
 * What the front page would begin with, as the site shows it: the order, the dates, the beginnings.
 *
 * @param newest the newest articles of the import, the newest first
 * @param dataFolder where the settings lie
 */
export async function frontLines(
  newest: readonly ArticleSummary[],
  dataFolder: string,
): Promise<string[]> {
  if (newest.length === 0) return [];
  // No import but a trial needs the pages of the site.
  const { leadFirst, teaser } = await import("../site/index.ts");
  const { language } = readSite(dataFolder, {});
  const [first] = newest;
  const thisYear = first?.date === undefined ? undefined : yearOf(first.date);
  const order = leadFirst(
    newest,
    newest.find(({ pinned }) => pinned),
  );
  const lines = order.slice(0, SHOWN).flatMap((article, index) => {
    const date =
      article.date === undefined ? "без даты" : formatDate(article.date, language, thisYear);
    const topics = article.topics.map(({ name }) => name).join(", ");
    const more = [topics, article.picture === undefined ? "" : "с картинкой"].filter(Boolean);
    const title = [`${index + 1}. ${article.title}`, date, ...more].join(" · ");
    const beginning = teaser(article);
    return [`  ${title}`, ...(beginning === "" ? [] : [`     ${beginning}`])].map(harmless);
  });
  return ["", "Так начнётся первая страница (без того, что на сайте уже есть):", ...lines];
}
