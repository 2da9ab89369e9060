import { type ArticleSummary, type Site, withPrefix } from "../../content/index.ts";
import { leadFirst } from "../lead-first.ts";
import type { LabelSummary } from "../types.ts";
import { RelativeTime } from "./byline.tsx";
import { ArticleCard } from "./news-list.tsx";

/** How many topics the front page opens, and how many articles of each. */
const STRIPS = 3;
const ARTICLES = 4;

/** A topic with its articles that are not on the front page yet. */
interface Strip {
  readonly topic: LabelSummary;
  readonly articles: readonly ArticleSummary[];
}

interface Props {
  readonly topics: readonly LabelSummary[];
  /** Paths of the articles above. */
  readonly shown: ReadonlySet<string>;
  readonly site: Site;
}

/** The largest topics with their newest articles; nothing where there is too little for one. */
export function TopicStrips({ topics, shown, site }: Props) {
  const strips = stripsOf(topics, shown);
  if (strips.length === 0) return null;
  return (
    <div class="topic-strips">
      {strips.map(({ topic, articles }) => (
        <section key={topic.slug} class="topic-strip" aria-labelledby={`strip-${topic.slug}`}>
          <h2 id={`strip-${topic.slug}`}>
            <a href={withPrefix(site, topic.path)}>{topic.name}</a>
          </h2>
          <ul>
            {articles.map((article, index) => (
              <li key={article.path}>
                {index === 0 ? (
                  <ArticleCard article={article} site={site} sizes={OPENER_SIZES} />
                ) : (
                  <TitleLine article={article} site={site} />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** As wide as a column: one, two or three of them. */
const OPENER_SIZES =
  "(min-width: 76rem) 24rem, (min-width: 62rem) 31vw, (min-width: 44rem) 46vw, 100vw";

function TitleLine({ article, site }: { article: ArticleSummary; site: Site }) {
  const { path, title, date } = article;
  return (
    <>
      <a href={withPrefix(site, path)}>{title}</a>
      {date === undefined ? null : (
        <p class="byline">
          <RelativeTime date={date} site={site} />
        </p>
      )}
    </>
  );
}

/** @returns the topics of most items first; an article stands under one of them only */
function stripsOf(topics: readonly LabelSummary[], shown: ReadonlySet<string>): Strip[] {
  const taken = new Set(shown);
  const strips: Strip[] = [];
  for (const topic of topics.toSorted((a, b) => b.count - a.count)) {
    if (strips.length === STRIPS) break;
    const fresh = topic.items.filter((item) => item.kind === "article" && !taken.has(item.path));
    const newest = fresh.slice(0, ARTICLES) as ArticleSummary[];
    if (newest.length < ARTICLES) continue;
    const articles = leadFirst(newest);
    for (const { path } of articles) taken.add(path);
    strips.push({ topic, articles });
  }
  return strips;
}
