import { type Site, withPrefix } from "../../../content/index.ts";
import { text, textWith } from "../../../interface/index.ts";
import { isRussian } from "../../../language/index.ts";
import { TitleCard } from "../../components/news-list.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { waysOf } from "../../components/ways.tsx";
import { page } from "../../page.tsx";
import type { ArchiveLists, ListsPageData } from "../../types.ts";

export const data = { permalink: "/search/index.html" };

/** The parts that src/search/ui/page fills have their places from the start, so that nothing moves. */
export const render = page(({ site, assets, lists }: ListsPageData) => {
  return {
    title: text(site, "page.search"),
    path: "/search/",
    early: <Scripts site={site} assets={assets} />,
    head: (
      <>
        <link rel="stylesheet" href={withPrefix(site, assets.searchStyles)} />
        <script type="module" src={withPrefix(site, assets.rescueScript)} />
      </>
    ),
    body: (
      <div class="page search-page" data-search-page>
        <PageHead title={text(site, "page.search")} site={site} />
        <QueryForm site={site} />
        <div class="search-body">
          <Filters site={site} lists={lists} />
          <section
            id="found"
            class="search-found"
            aria-label={text(site, "search.results")}
            tabIndex={-1}
          >
            <section aria-label={text(site, "search.chosen")}>
              <ul class="chips chosen" data-part="chips" hidden />
            </section>
            <div class="search-line">
              <p class="search-summary" data-part="summary" role="status" />
              <SortChoice site={site} />
            </div>
            <div data-part="notes" />
            <ol class="results" data-part="results" />
            <div data-part="after" />
            <Fresh site={site} lists={lists} />
          </section>
        </div>

        {/* The script takes this away when it has started: it stays where scripts do not run. It is last, so that
            nothing moves when it goes. */}
        <p data-search-fallback>{textWith(site, "search.noScript", waysOf(site))}</p>
      </div>
    ),
  };
});

/** What every query needs, so that it comes while the page is read and not when the script asks for it. */
function Scripts({ site, assets }: Pick<ListsPageData, "site" | "assets">) {
  return (
    <>
      <link rel="modulepreload" href={withPrefix(site, "/search/pagefind.js")} />
      <script type="module" src={withPrefix(site, assets.searchScript)} />
      {isRussian(site.language) && (
        <link
          rel="preload"
          as="fetch"
          crossorigin="anonymous"
          href={withPrefix(site, "/search/pack/manifest.json")}
        />
      )}
    </>
  );
}

function QueryForm({ site }: { site: Site }) {
  return (
    <search>
      <form
        class="search-form query-form"
        action={withPrefix(site, "/search/")}
        method="get"
        data-part="form"
      >
        <label class="visually-hidden" for="query">
          {text(site, "search.query")}
        </label>
        <input
          id="query"
          type="search"
          name="q"
          placeholder={text(site, "search.query")}
          autocomplete="off"
          enterkeyhint="search"
          maxLength={1000}
          data-part="query"
        />
        <button type="submit">{text(site, "search.submit")}</button>
      </form>
    </search>
  );
}

interface Props {
  readonly site: Site;
  readonly lists: ArchiveLists;
}

function Filters({ site, lists }: Props) {
  return (
    <div class="search-side">
      <a class="skip-link" href="#found">
        {text(site, "search.toResults")}
      </a>
      <button type="button" class="filters-switch" aria-haspopup="dialog" data-part="switch">
        {text(site, "search.filters")}
      </button>
      <div class="filters" data-part="filters">
        {filtersOf(site, lists).map(({ filter, label }) => (
          <fieldset key={filter} class="facet" data-facet={filter} hidden>
            <legend>{label}</legend>
          </fieldset>
        ))}
      </div>
    </div>
  );
}

/** The filters of the index that have something to choose from, as readers narrow down. */
function filtersOf(site: Site, { articles, headlines, topics }: ArchiveLists) {
  const isDated = [...articles, ...headlines].some((item) => item.date !== undefined);
  return [
    { filter: "kind", label: text(site, "search.kind"), useful: headlines.length > 0 },
    { filter: "topic", label: text(site, "search.topic"), useful: topics.length > 0 },
    { filter: "year", label: text(site, "search.year"), useful: isDated },
    // Other languages are searched by Pagefind itself, which knows no ranges.
    {
      filter: "dates",
      label: text(site, "search.dates"),
      useful: isDated && isRussian(site.language),
    },
  ].filter(({ useful }) => useful);
}

function SortChoice({ site }: { site: Site }) {
  return (
    <fieldset class="sort" data-part="sort" hidden>
      {/* Not all browsers put a legend on a line with what it names. */}
      <legend class="visually-hidden">{text(site, "search.sort")}</legend>
      <span class="sort-name" aria-hidden="true">
        {text(site, "search.sort")}
      </span>
      <label>
        <input type="radio" name="order" value="relevance" checked />
        <span>{text(site, "search.byRelevance")}</span>
      </label>
      <label>
        <input type="radio" name="order" value="date" />
        <span>{text(site, "search.byDate")}</span>
      </label>
    </fieldset>
  );
}

/** Enough to choose from, and no list to read. */
const MOST_ARTICLES = 5;
const MOST_TOPICS = 12;

/** News and topics, shown without a query and without results. */
function Fresh({ site, lists: { articles, topics } }: Props) {
  const common = topics.toSorted((a, b) => b.count - a.count).slice(0, MOST_TOPICS);
  return (
    <div class="search-fresh" data-part="fresh" hidden>
      {common.length === 0 ? null : (
        <section>
          <h2>{text(site, "page.topics")}</h2>
          <ul class="chips">
            {common.map(({ slug, name, path }) => (
              <li key={slug}>
                <a class="chip" href={withPrefix(site, path)}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {articles.length === 0 ? null : (
        <section>
          <h2>{text(site, "search.fresh")}</h2>
          {articles.slice(0, MOST_ARTICLES).map((article) => (
            <TitleCard key={article.path} article={article} site={site} />
          ))}
        </section>
      )}
    </div>
  );
}
