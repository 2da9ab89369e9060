import { type Headline, pageOfHeadline, type Site, withPrefix } from "../../../content/index.ts";
import { text } from "../../../interface/index.ts";
import { DaySection, groupByDay } from "../../components/headlines.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { headlinePages } from "../../list-pages.ts";
import { page } from "../../page.tsx";
import type { ListsPageData } from "../../types.ts";

/** How many headlines of other pages the first page shows; older ones are on those pages. */
const LATEST = 100;

const PATH = "/headlines/";

export const data = { permalink: `${PATH}index.html` };

export const render = page(({ site, lists: { headlines } }: ListsPageData) => {
  const dated = headlines.filter((headline) => headline.date !== undefined);
  const undated = headlines.filter((headline) => headline.date === undefined);
  const days = groupByDay([...dated.slice(0, LATEST), ...shownOf(undated)]);
  return {
    title: text(site, "page.headlines"),
    path: PATH,
    body: (
      <div class="page">
        <PageHead title={text(site, "page.headlines")} site={site} />
        {days.length === 0 ? <p>{text(site, "list.noHeadlines")}</p> : null}
        {days.map((day) => (
          <DaySection key={day.headlines[0].path} day={day} site={site} />
        ))}
        <UndatedPages headlines={undated} site={site} />
      </div>
    ),
  };
});

/** Of those without a date the latest, wherever they are, and those whose page this is. */
function shownOf(undated: readonly Headline[]): readonly Headline[] {
  return undated.filter((headline, index) => index < LATEST || pageOfHeadline(headline) === PATH);
}

/** The other pages of headlines without a date; nothing where there are none. */
function UndatedPages({ headlines, site }: { headlines: readonly Headline[]; site: Site }) {
  const pages = headlinePages(headlines);
  if (pages.length === 0) return null;
  return (
    <nav class="list-parts" aria-label={text(site, "list.undatedHeadlines")}>
      <ul>
        {pages.map(([path], index) => (
          <li key={path}>
            <a class="part-link" href={withPrefix(site, path)}>
              {text(site, "list.page", { number: pages.length + 1 - index })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
