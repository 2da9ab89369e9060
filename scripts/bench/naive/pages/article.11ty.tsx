import type { Article } from "../../../../src/content/index.ts";
import { ArticleView } from "../../../../src/site/components/article-view.tsx";
import { teaser } from "../../../../src/site/components/news-list.tsx";
import { page } from "../../../../src/site/page.tsx";
import type { SiteData } from "../../../../src/site/types.ts";

interface Data extends SiteData {
  readonly article: Article;
}

export const data = {
  pagination: { data: "articles", size: 1, alias: "article" },
  permalink: ({ article }: Data) => `${article.path}index.html`,
};

/** Pagefind reads articles alone, as ours does. */
export const render = page(({ site, article }: Data) => ({
  title: article.title,
  description: teaser(article),
  path: article.path,
  body: (
    <div data-pagefind-body>
      <ArticleView page={{ article, related: [] }} site={site} />
    </div>
  ),
}));
