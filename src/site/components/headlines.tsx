import { type Headline, headlinesPath, type Site, withPrefix } from "../../content/index.ts";
import { groupBy } from "../group-by.ts";
import { Byline, NewsTime } from "./byline.tsx";

/** A day's headlines, or those whose day is not known. */
export interface Day {
  readonly headlines: readonly [Headline, ...Headline[]];
}

/**
 * Cuts headlines into days.
 *
 * @param headlines sorted, the newest first and those without a date last
 */
export function groupByDay(headlines: readonly Headline[]): Day[] {
  const days = groupBy(headlines, ({ date }) => date?.day ?? "");
  return [...days.values()].map((day) => ({ headlines: day }));
}

/** The heading of a day leads to its own page; headlines without a date need none. */
export function DaySection({ day, site }: { day: Day; site: Site }) {
  const [{ date }] = day.headlines;
  return (
    <section class="day">
      {date === undefined ? null : (
        <h2>
          <a href={withPrefix(site, headlinesPath(date))}>
            <NewsTime date={{ ...date, iso: date.day }} />
          </a>
        </h2>
      )}
      <HeadlineList headlines={day.headlines} site={site} />
    </section>
  );
}

/** Headlines with their anchors; each page holds an anchor once, for a path holds it once. */
export function HeadlineList({ headlines, site }: { headlines: readonly Headline[]; site: Site }) {
  return (
    <ul class="headlines">
      {headlines.map((headline) => (
        <li key={headline.path} id={headline.anchor}>
          <p class="headline-text">
            {headline.link === undefined ? (
              headline.text
            ) : (
              <a href={headline.link}>{headline.text}</a>
            )}{" "}
            <a
              class="permalink"
              href={withPrefix(site, headline.path)}
              aria-label={`Ссылка на заголовок «${headline.text}»`}
            >
              #
            </a>
          </p>
          <Byline item={withTimeOnly(headline)} site={site} />
        </li>
      ))}
    </ul>
  );
}

/** The day stands above the list, so that only a time is news. */
function withTimeOnly(headline: Headline): Headline {
  const { date } = headline;
  return date === undefined || date.iso !== date.day ? headline : { ...headline, date: undefined };
}
