import {
  formatDate,
  type Headline,
  pageOfHeadline,
  type Site,
  withPrefix,
} from "../../../content/index.ts";
import { HeadlineList } from "../../components/headlines.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { headlinePages } from "../../list-pages.ts";
import { page } from "../../page.tsx";
import type { YearData, YearPageData } from "../../types.ts";

/** A page of the headlines of a day, with its neighbours in time. */
interface DayPage {
  readonly path: string;
  readonly headlines: readonly [Headline, ...Headline[]];
  /** The nearest headlines on other pages. */
  readonly newer?: Headline | undefined;
  readonly older?: Headline | undefined;
}

interface Data extends YearPageData {
  readonly day: DayPage;
}

export const data = {
  pagination: {
    data: "years",
    size: 1,
    alias: "day",
    before: (years: readonly YearData[]): DayPage[] => years.flatMap(pagesOf),
  },
  permalink: ({ day }: Data) => `${day.path}index.html`,
};

const TRAIL = [{ name: "Заголовки", path: "/headlines/" }] as const;

export const render = page(({ site, day }: Data) => {
  const [first] = day.headlines;
  const name = dayName(first);
  return {
    title: `Заголовки, ${name}${partOf(day.path)}`,
    path: day.path,
    trail: TRAIL,
    body: (
      <div class="page">
        <PageHead title={`${name}${partOf(day.path)}`} site={site} trail={TRAIL} />
        <HeadlineList headlines={day.headlines} site={site} on={day.path} />
        <nav class="pager" aria-label="Дни">
          <Neighbour of={first} headline={day.newer} site={site} label="← " same="Позже" />
          <a href={withPrefix(site, "/headlines/")}>Все заголовки</a>
          <Neighbour of={first} headline={day.older} site={site} arrow=" →" same="Раньше" />
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

function dayName({ date }: Headline): string {
  return date === undefined ? "Без даты" : formatDate({ ...date, iso: date.day });
}

/** Of a day that has several pages; the first is called as the day is. */
function partOf(path: string): string {
  const [, number] = /\/page\/(\d+)\/$/.exec(path) ?? [];
  return number === undefined ? "" : `, страница ${number}`;
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
  readonly same: string;
}

function Neighbour({ of, headline, site, label = "", arrow = "", same }: NeighbourProps) {
  if (headline === undefined) return <span />;
  const text = headline.date?.day === of.date?.day ? same : dayName(headline);
  const href = withPrefix(site, pageOfHeadline(headline));
  return <a href={href}>{`${label}${text}${arrow}`}</a>;
}
