import { type Headline, type Site, withPrefix } from "../../content/index.ts";
import { NewsTime } from "./byline.tsx";

/** How many headlines stand beside the stories. */
const COLUMN_LENGTH = 12;

/** The front page's column of headlines; nothing where there are none. */
export function HeadlineColumn({
  headlines,
  site,
}: {
  headlines: readonly Headline[];
  site: Site;
}) {
  if (headlines.length === 0) return null;
  return (
    <section class="headline-column" aria-labelledby="headline-column-title">
      <h2 id="headline-column-title">
        <a href={withPrefix(site, "/headlines/")}>Заголовки</a>
      </h2>
      <ul>
        {headlines.slice(0, COLUMN_LENGTH).map((headline) => (
          <li key={headline.path}>
            {headline.date === undefined ? null : <NewsTime date={headline.date} />}
            <a href={withPrefix(site, headline.path)}>{headline.text}</a>
          </li>
        ))}
      </ul>
      {headlines.length <= COLUMN_LENGTH ? null : (
        <p class="more">
          <a href={withPrefix(site, "/headlines/")}>Все заголовки: {headlines.length}</a>
        </p>
      )}
    </section>
  );
}
