import {
  type Article,
  type ArticleSummary,
  type Correction,
  topicPath,
  withPrefix,
} from "../../content/index.ts";
import { text } from "../../interface/index.ts";
import type { ArticlePage, Props } from "../types.ts";
import { NewsTime, SourceLink } from "./byline.tsx";
import { ArticleCard } from "./news-list.tsx";
import { replaceable } from "./replaceable.tsx";

/** Corrections, set off from the text. */
export function Corrections({ corrections, site }: Props<{ corrections: readonly Correction[] }>) {
  if (corrections.length === 0) return null;
  return (
    <section class="corrections" aria-labelledby="corrections-title">
      <h2 id="corrections-title">{text(site, "article.corrections")}</h2>
      {corrections.map(({ date, text: words }) => (
        <p key={date.iso + words}>
          <NewsTime date={date} site={site} /> — {words}
        </p>
      ))}
    </section>
  );
}

/** From whom it is, and what more there is of its topics; nothing where neither is known. */
export const ArticleEnd = replaceable("ArticleEnd", OurArticleEnd);

function OurArticleEnd({ article, site }: Props<{ article: Article }>) {
  const { source, topics } = article;
  if (source === undefined && topics.length === 0) return null;
  return (
    <footer class="article-end">
      {source === undefined ? null : (
        <p>
          <SourceLink source={source} site={site} />
        </p>
      )}
      {topics.length === 0 ? null : (
        <nav aria-labelledby="topic-tags-title">
          <p id="topic-tags-title">{text(site, "article.topics")}</p>
          <ul class="topic-tags">
            {topics.map(({ slug, name }) => (
              <li key={slug}>
                <a href={withPrefix(site, topicPath(slug))}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </footer>
  );
}

/** The articles before and after; at an end of the slice the archive leads on. */
export function Neighbours({ newer, older, site }: Props<Pick<ArticlePage, "newer" | "older">>) {
  if (newer === undefined && older === undefined) return null;
  return (
    <nav class="neighbours" aria-label={text(site, "article.neighbours")}>
      <Neighbour article={newer} site={site} label={`← ${text(site, "list.newer")}`} />
      <Neighbour
        article={older}
        site={site}
        label={`${text(site, "list.older")} →`}
        class="older"
      />
    </nav>
  );
}

type NeighbourProps = Props<{ article?: ArticleSummary; label: string; class?: string }>;

function Neighbour({ article, site, label, class: name }: NeighbourProps) {
  const [path, title] =
    article === undefined
      ? ["/archive/", text(site, "list.allArticles")]
      : [article.path, article.title];
  return (
    <a class={name} href={withPrefix(site, path)}>
      <span class="label">{label}</span>
      {title}
    </a>
  );
}

/** Beside the text. */
const RELATED_SIZES = "6.5rem";

/** Articles that speak of the same things; nothing where there are none. */
export const Related = replaceable("Related", OurRelated);

function OurRelated({ articles, site }: Props<{ articles: readonly ArticleSummary[] }>) {
  if (articles.length === 0) return null;
  return (
    <section class="related" aria-labelledby="related-title">
      <h2 id="related-title">{text(site, "article.related")}</h2>
      <ul>
        {articles.map((article) => (
          <li key={article.slug}>
            <ArticleCard
              article={withSmallPicture(article)}
              site={site}
              sizes={RELATED_SIZES}
              level={3}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Enough for the densest screens; the sizes above that would only lengthen the page. */
const WIDEST = 480;

function withSmallPicture(article: ArticleSummary): ArticleSummary {
  const { picture } = article;
  if (picture === undefined) return article;
  const variants = picture.variants.filter(({ width }) => width <= WIDEST);
  return { ...article, picture: { ...picture, variants } };
}
