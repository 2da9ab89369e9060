import { MonthLinks } from "../../components/list-parts.tsx";
import { NewsList } from "../../components/news-list.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { page } from "../../page.tsx";
import type { ShelfPageData } from "../../types.ts";

export const data = { permalink: "/archive/index.html" };

export const render = page(({ site, shelf }: ShelfPageData) => ({
  title: "Статьи",
  path: "/archive/",
  body: (
    <div class="page">
      <PageHead title="Статьи" site={site}>
        {shelf.months.length === 0 ? null : (
          <a class="count" href="#months">
            По месяцам
          </a>
        )}
      </PageHead>
      {shelf.articles.length === 0 ? <p>Статей пока нет.</p> : null}
      <NewsList items={shelf.articles} site={site} />
      <MonthLinks parts={shelf.months} site={site} />
    </div>
  ),
}));
