import { type ArticleSummary, type Site, withPrefix } from "../../content/index.ts";
import type { LabelSummary } from "../types.ts";
import { RelativeTime } from "./byline.tsx";

/** How many topics the front page opens, and how many articles of each. */
const STRIPS = 3;
const ARTICLES = 4;

/** A topic with what the front page has not shown of it yet. */
interface Strip {
  readonly topic: LabelSummary;
  readonly articles: readonly ArticleSummary[];
}

interface Props {
  readonly topics: readonly LabelSummary[];
  /** Paths of what stands above. */
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
            {articles.map(({ path, title, date }) => (
              <li key={path}>
                <a href={withPrefix(site, path)}>{title}</a>
                {date === undefined ? null : (
                  <p class="byline">
                    <RelativeTime date={date} site={site} />
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** @returns the topics of most items first; an article stands under one of them only */
export function stripsOf(topics: readonly LabelSummary[], shown: ReadonlySet<string>): Strip[] {
  const taken = new Set(shown);
  const strips: Strip[] = [];
  for (const topic of topics.toSorted((a, b) => b.count - a.count)) {
    if (strips.length === STRIPS) break;
    const fresh = topic.items.filter((item) => item.kind === "article" && !taken.has(item.path));
    const articles = fresh.slice(0, ARTICLES) as ArticleSummary[];
    if (articles.length < ARTICLES) continue;
    for (const { path } of articles) taken.add(path);
    strips.push({ topic, articles });
  }
  return strips;
}
