import type { Article } from "../../../../src/content/index.ts";
import { Byline } from "../../../../src/site/components/byline.tsx";
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
    <article class="article" data-pagefind-body>
      <header>
        <h1>{article.title}</h1>
        {article.summary === undefined ? null : <p class="summary">{article.summary}</p>}
        <Byline item={article} site={site} />
      </header>
      {/* Markdown of ours: raw HTML in it was escaped when it was read. */}
      <div class="prose" dangerouslySetInnerHTML={{ __html: article.html }} />
    </article>
  ),
}));
