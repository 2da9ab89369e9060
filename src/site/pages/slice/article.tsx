import { ArticleView } from "../../components/article-view.tsx";
import { teaser } from "../../components/news-list.tsx";
import { feedLinks } from "../../feeds/index.ts";
import { page } from "../../page.tsx";
import type { ArticlePage, SiteData } from "../../types.ts";

interface Data extends SiteData {
  readonly articlePage: ArticlePage;
}

export const data = {
  pagination: { data: "articlePages", size: 1, alias: "articlePage" },
  permalink: ({ articlePage }: Data) => `${articlePage.article.path}index.html`,
};

export const render = page(({ site, articlePage }: Data) => {
  const { article } = articlePage;
  return {
    title: article.title,
    description: teaser(article),
    path: article.path,
    trail: [{ name: "Статьи", path: "/archive/" }],
    feeds: feedLinks(site, [article]),
    article: articlePage,
    body: <ArticleView page={articlePage} site={site} />,
  };
});
