import type { ArticleSummary } from "../../content/index.ts";
import type { Props } from "../types.ts";
import { ArticleCard } from "./news-list.tsx";

type StoriesProps = Props<{ class: string; articles: readonly ArticleSummary[] }>;

/** Beside the text. */
const SIZES = "6.5rem";

/** Stories side by side; nothing where there are none. */
export function Stories({ class: name, articles, site }: StoriesProps) {
  if (articles.length === 0) return null;
  return (
    <div class={name}>
      {articles.map((article) => (
        <ArticleCard key={article.slug} article={article} site={site} sizes={SIZES} />
      ))}
    </div>
  );
}
