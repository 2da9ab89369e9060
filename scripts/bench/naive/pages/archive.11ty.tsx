import { type ArticleSummary, listPagePath, withPrefix } from "../../../../src/content/index.ts";
import { NewsList } from "../../../../src/site/components/news-list.tsx";
import { type ListPage, Pager, paginate } from "../../../../src/site/components/pager.tsx";
import { page } from "../../../../src/site/page.tsx";
import type { SiteData } from "../../../../src/site/types.ts";

interface Data extends SiteData {
  readonly list: ListPage<ArticleSummary>;
}

const PATH = "/archive/";

export const data = {
  pagination: {
    data: "articles",
    size: 1,
    alias: "list",
    before: (articles: readonly ArticleSummary[]) => paginate(articles),
  },
  permalink: ({ list }: Data) => `${listPagePath(PATH, list.number)}index.html`,
};

export const render = page(({ site, list }: Data) => ({
  title: `Статьи, страница ${list.number}`,
  path: listPagePath(PATH, list.number),
  body: (
    <div class="page">
      <h1>Статьи</h1>
      <NewsList items={list.items} site={site} />
      <Pager site={site} page={list} href={withPrefix(site, PATH)} />
    </div>
  ),
}));
