import { COMMENTS, COUNTERS, type Site, withPrefix } from "../../../content/index.ts";
import { text, textWith } from "../../../interface/index.ts";
import { DictionaryCredit } from "../../components/dictionary-credit.tsx";
import { ImprintList } from "../../components/imprint.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { page } from "../../page.tsx";
import type { ListsPageData } from "../../types.ts";

export const data = { permalink: "/about/index.html" };

/** The editor's own words, and behind them what holds of every site of this kind. */
export const render = page(({ site, lists }: ListsPageData) => ({
  title: text(site, "page.about"),
  path: "/about/",
  body: (
    <div class="page">
      <PageHead title={text(site, "page.about")} site={site} />
      {lists.about === undefined ? (
        <p class="summary">{site.description}</p>
      ) : (
        <div class="prose" dangerouslySetInnerHTML={{ __html: lists.about }} />
      )}
      <div class="prose about-facts">
        {site.publisher === undefined ? null : (
          <>
            <h2>{text(site, "imprint.title")}</h2>
            <ImprintList publisher={site.publisher} site={site} />
          </>
        )}
        <h2>{text(site, "about.search")}</h2>
        <p>
          {textWith(site, "about.searchText", {
            search: <a href={withPrefix(site, "/search/")}>{text(site, "about.searchLink")}</a>,
          })}
        </p>
        <DictionaryCredit site={site} />
        <h2>{text(site, "about.follow")}</h2>
        <p>{textWith(site, "about.followText", feedsOf(site))}</p>
        <h2>{text(site, "about.stored")}</h2>
        <p>
          {text(site, site.offline ? "about.storedPages" : "about.storedTheme")}{" "}
          {text(site, isPrivate(site) ? "about.private" : "about.privateSearch")}
        </p>
        <ServicesOfOthers site={site} />
      </div>
    </div>
  ),
}));

function isPrivate({ counter, comments }: Site): boolean {
  return counter === undefined && comments === undefined;
}

/** The services of others that learn of readers, if there are any. */
function ServicesOfOthers({ site }: { site: Site }) {
  const { counter, comments } = site;
  return (
    <>
      {counter === undefined ? null : (
        <p>{text(site, "about.counter", { service: COUNTERS[counter.service].title })}</p>
      )}
      {comments === undefined ? null : (
        <p>{text(site, "about.comments", { service: COMMENTS[comments.service].title })}</p>
      )}
    </>
  );
}

function feedsOf(site: Site) {
  const to = (path: string): string => withPrefix(site, path);
  return {
    rss: <a href={to("/rss.xml")}>RSS</a>,
    json: <a href={to("/feed.json")}>JSON&nbsp;Feed</a>,
    topics: <a href={to("/topics/")}>{text(site, "about.followTopics")}</a>,
  };
}
