import {
  formatDate,
  type Headline,
  pageOfHeadline,
  type Site,
  withPrefix,
} from "../../../content/index.ts";
import { text } from "../../../interface/index.ts";
import { HeadlineList } from "../../components/headlines.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { numberedTitle } from "../../components/pager.tsx";
import { headlinePages } from "../../list-pages.ts";
import { page } from "../../page.tsx";
import type { YearData, YearPageData } from "../../types.ts";
import { type Each, each } from "../each.ts";

/** A page of the headlines of a day, with its neighbours in time. */
interface DayPage {
  readonly path: string;
  readonly headlines: readonly [Headline, ...Headline[]];
  /** The nearest headlines on other pages. */
  readonly newer?: Headline | undefined;
  readonly older?: Headline | undefined;
}

type Data = Each<"day", DayPage, YearPageData>;

export const data = each(
  "years",
  "day",
  ({ path }: DayPage) => path,
  (years: readonly YearData[]) => years.flatMap(pagesOf),
);

export const render = page(({ site, day }: Data) => {
  const [first] = day.headlines;
  const above = text(site, "page.headlines");
  const trail = [{ name: above, path: "/headlines/" }];
  const name = dayName(first, site);
  const number = numberOf(day.path);
  return {
    title: numberedTitle(`${above}, ${name}`, number, site),
    path: day.path,
    trail,
    body: (
      <div class="page">
        <PageHead title={numberedTitle(name, number, site)} site={site} trail={trail} />
        <HeadlineList headlines={day.headlines} site={site} on={day.path} />
        <nav class="pager" aria-label={text(site, "list.days")}>
          <Neighbour of={first} headline={day.newer} site={site} label="← " same="list.newer" />
          <a href={withPrefix(site, "/headlines/")}>{text(site, "list.allHeadlines")}</a>
          <Neighbour of={first} headline={day.older} site={site} arrow=" →" same="list.older" />
        </nav>
      </div>
    ),
  };
});

/** The pages of a year, with the nearest ones of the years around at both ends. */
function pagesOf({ headlines, newerDay, olderDay }: YearData): DayPage[] {
  const pages = headlinePages(headlines);
  return pages.map(([path, own], index) => ({
    path,
    headlines: own,
    newer: pages[index - 1]?.[1].at(-1) ?? newerDay,
    older: pages[index + 1]?.[1][0] ?? olderDay,
  }));
}

function dayName({ date }: Headline, site: Site): string {
  if (date === undefined) return text(site, "list.undated");
  return formatDate({ ...date, iso: date.day }, site.language);
}

/** Of a day that has several pages; the first is called as the day is. */
function numberOf(path: string): number {
  const [, number = "1"] = /\/page\/(\d+)\/$/.exec(path) ?? [];
  return Number(number);
}

interface NeighbourProps {
  /** A headline of this page. */
  readonly of: Headline;
  /** One of the other page. */
  readonly headline: Headline | undefined;
  readonly site: Site;
  readonly label?: string;
  readonly arrow?: string;
  /** How another page of the same day is called. */
  readonly same: "list.newer" | "list.older";
}

function Neighbour({ of, headline, site, label = "", arrow = "", same }: NeighbourProps) {
  if (headline === undefined) return <span />;
  const isSame = headline.date?.day === of.date?.day;
  const name = isSame ? text(site, same) : dayName(headline, site);
  const href = withPrefix(site, pageOfHeadline(headline));
  return <a href={href}>{`${label}${name}${arrow}`}</a>;
}
