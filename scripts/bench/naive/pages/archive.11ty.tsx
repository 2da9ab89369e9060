import { type ArticleSummary, withPrefix } from "../../../../src/content/index.ts";
import { NewsList } from "../../../../src/site/components/news-list.tsx";
import { Pager } from "../../../../src/site/components/pager.tsx";
import type { SiteData } from "../../../../src/site/types.ts";
import { documentOf } from "../document.tsx";
import { cut, type ListPage, pathIn } from "../lists.ts";

interface Data extends SiteData {
  readonly list: ListPage<ArticleSummary>;
}

const PATH = "/archive/";

export const data = {
  pagination: {
    data: "articles",
    size: 1,
    alias: "list",
    before: (articles: readonly ArticleSummary[]) => cut(articles),
  },
  permalink: ({ list }: Data) => `${pathIn(PATH, list.number)}index.html`,
};

export const render = documentOf(({ site, list }: Data) => ({
  title: `Статьи, страница ${list.number}`,
  path: pathIn(PATH, list.number),
  body: (
    <div class="page">
      <h1>Статьи</h1>
      <NewsList items={list.items} site={site} />
      <Pager page={list} href={withPrefix(site, PATH)} />
    </div>
  ),
}));
