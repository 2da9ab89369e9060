import { text } from "../../../interface/index.ts";
import { MonthLinks } from "../../components/list-parts.tsx";
import { NewsList } from "../../components/news-list.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { page } from "../../page.tsx";
import type { ListsPageData } from "../../types.ts";

export const data = { permalink: "/archive/index.html" };

export const render = page(({ site, lists }: ListsPageData) => ({
  title: text(site, "page.articles"),
  path: "/archive/",
  body: (
    <div class="page">
      <PageHead title={text(site, "page.articles")} site={site}>
        {lists.months.length === 0 ? null : (
          <a class="count" href="#months">
            {text(site, "list.byMonth")}
          </a>
        )}
      </PageHead>
      {lists.articles.length === 0 ? <p>{text(site, "list.noArticles")}</p> : null}
      <NewsList items={lists.articles} site={site} />
      <MonthLinks parts={lists.months} site={site} />
    </div>
  ),
}));
