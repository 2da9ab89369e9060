import { type ArticleSummary, type Site, withPrefix } from "../../content/index.ts";
import { Byline } from "./byline.tsx";
import { teaser } from "./news-list.tsx";

/** The front page's first story. */
export function LeadStory({ article, site }: { article: ArticleSummary; site: Site }) {
  return (
    <article class="lead-story">
      <h2>
        <a href={withPrefix(site, article.path)}>{article.title}</a>
      </h2>
      <p class="lead-text">{teaser(article)}</p>
      <Byline item={article} site={site} />
    </article>
  );
}
