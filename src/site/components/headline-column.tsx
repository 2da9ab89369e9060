import { type Headline, type Site, withPrefix } from "../../content/index.ts";
import { text } from "../../interface/index.ts";
import { RelativeTime } from "./byline.tsx";
import { HeadlineText } from "./headline-text.tsx";

interface Props {
  readonly headlines: readonly Headline[];
  readonly site: Site;
  /** How many are shown. */
  readonly most: number;
}

/** The front page's column of headlines; nothing where there are none. */
export function HeadlineColumn({ headlines, site, most }: Props) {
  if (headlines.length === 0) return null;
  return (
    <section class="headline-column" aria-labelledby="headline-column-title">
      <h2 id="headline-column-title">
        <a href={withPrefix(site, "/headlines/")}>{text(site, "page.headlines")}</a>
      </h2>
      <ul>
        {headlines.slice(0, most).map((headline) => (
          <li key={headline.path}>
            {headline.date === undefined ? null : <RelativeTime date={headline.date} site={site} />}
            <HeadlineText headline={headline} site={site} namesSource />
          </li>
        ))}
      </ul>
      {headlines.length <= most ? null : (
        <p class="more">
          <a href={withPrefix(site, "/headlines/")}>
            {text(site, "list.allHeadlinesCount", { count: headlines.length })}
          </a>
        </p>
      )}
    </section>
  );
}
