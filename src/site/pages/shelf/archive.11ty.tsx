import { MonthLinks } from "../../components/list-parts.tsx";
import { NewsList } from "../../components/news-list.tsx";
import { page } from "../../page.tsx";
import type { ShelfPageData } from "../../types.ts";

export const data = { permalink: "/archive/index.html" };

export const render = page(({ site, shelf }: ShelfPageData) => ({
  title: "Статьи",
  path: "/archive/",
  body: (
    <div class="page">
      <h1>Статьи</h1>
      <NewsList items={shelf.articles} site={site} />
      <MonthLinks parts={shelf.months} site={site} />
    </div>
  ),
}));
