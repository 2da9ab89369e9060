import type { ArticleSummary, Site } from "../../content/index.ts";
import { ArticleCard } from "./news-list.tsx";

interface Props {
  readonly class: string;
  readonly articles: readonly ArticleSummary[];
  readonly site: Site;
}

/** Beside the text. */
const SIZES = "6.5rem";

/** Stories side by side; nothing where there are none. */
export function Stories({ class: name, articles, site }: Props) {
  if (articles.length === 0) return null;
  return (
    <div class={name}>
      {articles.map((article) => (
        <ArticleCard key={article.slug} article={article} site={site} sizes={SIZES} />
      ))}
    </div>
  );
}
