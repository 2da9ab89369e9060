import { type ArticleSummary, listPagePath, withPrefix } from "../../../../src/content/index.ts";
import { NewsList } from "../../../../src/site/components/news-list.tsx";
import { type ListPage, Pager, paginate } from "../../../../src/site/components/pager.tsx";
import { page } from "../../../../src/site/page.tsx";
import type { SiteData } from "../../../../src/site/types.ts";
import type { NamedList } from "../lists.ts";

interface Data extends SiteData {
  readonly part: { readonly list: NamedList; readonly page: ListPage<ArticleSummary> };
}

export const data = {
  pagination: {
    data: "lists",
    size: 1,
    alias: "part",
    before: (lists: readonly NamedList[]): Data["part"][] =>
      lists.flatMap((list) => paginate(list.items).map((page) => ({ list, page }))),
  },
  permalink: ({ part }: Data) => `${listPagePath(part.list.path, part.page.number)}index.html`,
};

export const render = page(({ site, part: { list, page } }: Data) => ({
  title: `${list.name}, страница ${page.number}`,
  path: listPagePath(list.path, page.number),
  body: (
    <div class="page">
      <h1>{list.name}</h1>
      <NewsList items={page.items} site={site} />
      <Pager site={site} page={page} href={withPrefix(site, list.path)} />
    </div>
  ),
}));
