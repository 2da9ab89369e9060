import { formatDate, headlinesPath, type Site, withPrefix } from "../../../content/index.ts";
import { type Day, groupByDay, HeadlineList } from "../../components/headlines.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { page } from "../../page.tsx";
import type { YearData, YearPageData } from "../../types.ts";

/** A day with its neighbours in time. */
interface DayPage extends Day {
  readonly newer?: Day | undefined;
  readonly older?: Day | undefined;
}

interface Data extends YearPageData {
  readonly day: DayPage;
}

export const data = {
  pagination: {
    data: "years",
    size: 1,
    alias: "day",
    before: (years: readonly YearData[]): DayPage[] => years.flatMap(daysOf),
  },
  permalink: ({ day }: Data) => `${pathOf(day)}index.html`,
};

const TRAIL = [{ name: "Заголовки", path: "/headlines/" }] as const;

export const render = page(({ site, day }: Data) => {
  const [{ date }] = day.headlines;
  const title = date === undefined ? "Заголовки" : formatDate({ ...date, iso: date.day });
  return {
    title: `Заголовки, ${title}`,
    path: pathOf(day),
    trail: TRAIL,
    body: (
      <div class="page">
        <PageHead title={title} site={site} trail={TRAIL} />
        <HeadlineList headlines={day.headlines} site={site} hasAnchors />
        <nav class="pager" aria-label="Дни">
          <Neighbour day={day.newer} site={site} label="← " />
          <a href={withPrefix(site, "/headlines/")}>Все заголовки</a>
          <Neighbour day={day.older} site={site} label="" arrow=" →" />
        </nav>
      </div>
    ),
  };
});

/** The days of a year, with the nearest ones of the years around at both ends. */
function daysOf({ headlines, newerDay, olderDay }: YearData): DayPage[] {
  const days = groupByDay(headlines.filter((headline) => headline.date !== undefined));
  const newest: Day | undefined = newerDay && { headlines: [newerDay] };
  const oldest: Day | undefined = olderDay && { headlines: [olderDay] };
  return days.map((day, index) => ({
    ...day,
    newer: days[index - 1] ?? newest,
    older: days[index + 1] ?? oldest,
  }));
}

function pathOf(day: Day): string {
  return headlinesPath(day.headlines[0].date);
}

interface NeighbourProps {
  readonly day: Day | undefined;
  readonly site: Site;
  readonly label: string;
  readonly arrow?: string;
}

function Neighbour({ day, site, label, arrow = "" }: NeighbourProps) {
  const date = day?.headlines[0].date;
  if (day === undefined || date === undefined) return <span />;
  const text = formatDate({ ...date, iso: date.day });
  return <a href={withPrefix(site, pathOf(day))}>{`${label}${text}${arrow}`}</a>;
}
