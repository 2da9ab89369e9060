import { type Article, labelPath, type Site, yearOf } from "../../../content/index.ts";
import { text } from "../../../interface/index.ts";
import { ArticleView } from "../../components/article-view.tsx";
import { teaser } from "../../components/news-list.tsx";
import { feedLinks } from "../../feeds/index.ts";
import { page } from "../../page.tsx";
import type { ArticlePage, Crumb, SiteData } from "../../types.ts";
import { type Each, each } from "../each.ts";

type Data = Each<"articlePage", ArticlePage, SiteData>;

export const data = each(
  "articlePages",
  "articlePage",
  ({ article: { path } }: ArticlePage) => path,
);

export const render = page(({ site: { thisYear, ...settings }, articlePage }: Data) => {
  const { article } = articlePage;
  // An older article keeps the year of all dates, so that the next year does not make it anew.
  const isOfThisYear = article.date !== undefined && yearOf(article.date) === thisYear;
  const site: Site = isOfThisYear ? { ...settings, thisYear } : settings;
  return {
    title: article.title,
    description: teaser(article),
    path: article.path,
    trail: [above(article, site)],
    feeds: feedLinks(site, [article]),
    article: articlePage,
    body: <ArticleView page={articlePage} site={site} />,
  };
});

/** An article of a section stands below it, any other below the list of all. */
function above({ section }: Article, site: Site): Crumb {
  if (section === undefined) return { name: text(site, "page.articles"), path: "/archive/" };
  return { name: section.name, path: labelPath({ kind: "section", slug: section.slug }) };
}
