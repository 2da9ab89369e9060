import {
  type ArticleSummary,
  type Headline,
  type NewsItem,
  type Site,
  withPrefix,
} from "../../content/index.ts";
import { Byline } from "./byline.tsx";

/** A list in which articles and headlines stand together. */
export function NewsList({ items, site }: { items: readonly NewsItem[]; site: Site }) {
  return (
    <ul class="news-list">
      {items.map((item) => (
        <li key={item.path}>
          {item.kind === "article" ? (
            <ArticleCard article={item} site={site} />
          ) : (
            <HeadlineCard headline={item} site={site} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** An article in a list. */
export function ArticleCard({ article, site }: { article: ArticleSummary; site: Site }) {
  return (
    <article class="card">
      <h2 class="card-title">
        <a href={withPrefix(site, article.path)}>{article.title}</a>
      </h2>
      <p class="card-text">{teaser(article)}</p>
      <Byline item={article} site={site} />
    </article>
  );
}

function HeadlineCard({ headline, site }: { headline: Headline; site: Site }) {
  return (
    <div class="card">
      <p class="card-headline">
        <a href={withPrefix(site, headline.path)}>{headline.text}</a>
      </p>
      <Byline item={headline} site={site} />
    </div>
  );
}

/** What stands under a title in a list has room for so many characters. */
const TEASER_LENGTH = 280;

/**
 * The editor's summary whole, or the beginning of the first paragraph.
 *
 * @returns plain text; an ellipsis says that more follows
 */
export function teaser(article: ArticleSummary): string {
  if (article.summary !== undefined) return article.summary;
  if (article.lead.length <= TEASER_LENGTH) return article.lead;
  const cut = article.lead.slice(0, TEASER_LENGTH);
  return `${cut.slice(0, cut.lastIndexOf(" ")).replace(/[\s,.:;—-]+$/, "")}…`;
}
