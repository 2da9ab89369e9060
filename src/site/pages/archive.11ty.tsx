import { type Article, withPrefix } from "../../content/index.ts";
import { NewsList } from "../components/news-list.tsx";
import { type ListPage, listPagePath, Pager, paginate } from "../components/pager.tsx";
import { page } from "../page.tsx";
import type { SiteData } from "../types.ts";

interface Data extends SiteData {
  readonly list: ListPage<Article>;
}

const PATH = "/archive/";

export const data = {
  pagination: {
    data: "archive.articles",
    size: 1,
    alias: "list",
    before: (articles: readonly Article[]) => paginate(articles),
  },
  permalink: ({ list }: Data) => `${listPagePath(PATH, list.number)}index.html`,
};

export const render = page(({ archive, list }: Data) => ({
  title: list.number === 1 ? "Статьи" : `Статьи, страница ${list.number}`,
  path: listPagePath(PATH, list.number),
  body: (
    <div class="page">
      <h1>Статьи</h1>
      <NewsList items={list.items} site={archive.site} />
      <Pager page={list} href={withPrefix(archive.site, PATH)} />
    </div>
  ),
}));
