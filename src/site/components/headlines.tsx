import {
  formatTime,
  type Headline,
  headlinesPath,
  type Site,
  withPrefix,
} from "../../content/index.ts";
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

/**
 * The heading of a day leads to its own page, where its anchors are: two days may have the same
 * headline. Headlines without a date need none.
 */
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
      <HeadlineList headlines={day.headlines} site={site} hasAnchors={date === undefined} />
    </section>
  );
}

interface ListProps {
  readonly headlines: readonly Headline[];
  readonly site: Site;
  /** Whether this is the page that the headlines' paths lead to: a path holds an anchor once. */
  readonly hasAnchors: boolean;
}

export function HeadlineList({ headlines, site, hasAnchors }: ListProps) {
  const hasTimes = headlines.some(({ date }) => date && formatTime(date));
  return (
    <ul class={hasTimes ? "headlines headlines-by-hour" : "headlines"}>
      {headlines.map((headline) => (
        <li key={headline.path} id={hasAnchors ? headline.anchor : undefined}>
          <Clock headline={headline} />
          <div>
            <HeadlineText headline={headline} site={site} />
            {/* The day stands above the list. */}
            <Byline item={{ ...headline, date: undefined }} site={site} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Clock({ headline: { date } }: { headline: Headline }) {
  const time = date && formatTime(date);
  if (date === undefined || time === undefined) return null;
  return (
    <time class="clock" dateTime={date.iso}>
      {time}
    </time>
  );
}

function HeadlineText({ headline, site }: { headline: Headline; site: Site }) {
  const { text, link, path } = headline;
  return (
    <p class="headline-text">
      {link === undefined ? text : <a href={link}>{text}</a>}
      {"\u00A0"}
      <a
        class="permalink"
        href={withPrefix(site, path)}
        aria-label={`Ссылка на заголовок «${text}»`}
      >
        #
      </a>
    </p>
  );
}
