import {
  formatTime,
  type Headline,
  headlinesPath,
  pageOfHeadline,
  type Site,
  withPrefix,
} from "../../content/index.ts";
import { groupBy } from "../../language/maps.ts";
import { Byline, NewsTime } from "./byline.tsx";
import { HeadlineText } from "./headline-text.tsx";
import { replaceable } from "./replaceable.tsx";

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
 * headline. It leads to the latest of a day that has several. Headlines without a date need none.
 */
export function DaySection({ day, site }: { day: Day; site: Site }) {
  const [{ date }] = day.headlines;
  return (
    <section class="day">
      {date === undefined ? null : (
        <h2>
          <a href={withPrefix(site, pageOfHeadline(day.headlines[0]))}>
            <NewsTime date={{ ...date, iso: date.day }} site={site} />
          </a>
        </h2>
      )}
      <HeadlineList headlines={day.headlines} site={site} on={headlinesPath(undefined)} />
    </section>
  );
}

interface ListProps {
  readonly headlines: readonly Headline[];
  readonly site: Site;
  /** The path of this page: the anchors of those whose paths lead to it are here, and nowhere else. */
  readonly on: string;
}

export const HeadlineList = replaceable("HeadlineList", OurHeadlineList);

function OurHeadlineList({ headlines, site, on }: ListProps) {
  const hasTimes = headlines.some(({ date }) => date && formatTime(date, site.language));
  return (
    <ul class={hasTimes ? "headlines headlines-by-hour" : "headlines"}>
      {headlines.map((headline) => (
        <li key={headline.path} id={pageOfHeadline(headline) === on ? headline.anchor : undefined}>
          <Clock headline={headline} site={site} />
          <div>
            <p class="headline-text">
              <HeadlineText headline={headline} site={site} />
            </p>
            {/* The day stands above the list. */}
            <Byline item={{ ...headline, date: undefined }} site={site} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Clock({ headline: { date }, site }: { headline: Headline; site: Site }) {
  const time = date && formatTime(date, site.language);
  if (date === undefined || time === undefined) return null;
  return (
    <time class="clock" dateTime={date.iso}>
      {time}
    </time>
  );
}
