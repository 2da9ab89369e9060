import { withPrefix } from "../../../content/index.ts";
import { PageHead } from "../../components/page-head.tsx";
import { page } from "../../page.tsx";
import type { ShelfData, ShelfPageData } from "../../types.ts";

export const data = { permalink: "/search/index.html" };

export const render = page(({ site, assets, shelf }: ShelfPageData) => {
  return {
    title: "Поиск",
    path: "/search/",
    head: (
      <>
        <link rel="stylesheet" href={withPrefix(site, "/pagefind/pagefind-component-ui.css")} />
        <link rel="stylesheet" href={withPrefix(site, assets.searchStyles)} />
        <script type="module" src={withPrefix(site, "/pagefind/pagefind-component-ui.js")} />
        <script type="module" src={withPrefix(site, assets.searchScript)} />
      </>
    ),
    body: (
      <div class="page search-page">
        <PageHead title="Поиск" site={site} />

        <pagefind-config bundle-path={withPrefix(site, "/search/")} lang="ru" />
        <pagefind-input placeholder="Что найти?" />
        <div class="search-filters">
          {filtersOf(shelf).map(({ filter, label }) => (
            <pagefind-filter-dropdown key={filter} filter={filter} label={label} hide-clear />
          ))}
        </div>
        <pagefind-summary />
        <pagefind-results />

        {/* The script takes this away when it has started: it stays where scripts do not run. It is last, so that
            nothing moves when it goes. */}
        <p data-search-fallback>
          Поиск работает в браузере, и для него нужен JavaScript. Без него читайте{" "}
          <a href={withPrefix(site, "/archive/")}>статьи</a>,{" "}
          <a href={withPrefix(site, "/headlines/")}>заголовки</a> и{" "}
          <a href={withPrefix(site, "/topics/")}>темы</a>.
        </p>
      </div>
    ),
  };
});

/** The filters of the index that have something to choose from, as readers narrow down. */
function filtersOf({ articles, headlines, topics }: ShelfData) {
  const isDated = [...articles, ...headlines].some((item) => item.date !== undefined);
  return [
    { filter: "kind", label: "Вид", useful: headlines.length > 0 },
    { filter: "topic", label: "Тема", useful: topics.length > 0 },
    { filter: "year", label: "Год", useful: isDated },
  ].filter(({ useful }) => useful);
}
