import {
  type Article,
  type ArticleSummary,
  type Correction,
  type Site,
  topicPath,
  withPrefix,
} from "../../content/index.ts";
import { text } from "../../interface/index.ts";
import type { ArticlePage } from "../types.ts";
import { NewsTime, SourceLink } from "./byline.tsx";
import { ArticleCard } from "./news-list.tsx";
import { replaceable } from "./replaceable.tsx";

interface CorrectionsProps {
  readonly corrections: readonly Correction[];
  readonly site: Site;
}

/** Corrections, set off from the text. */
export function Corrections({ corrections, site }: CorrectionsProps) {
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

function OurArticleEnd({ article, site }: { article: Article; site: Site }) {
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

type NeighboursProps = Pick<ArticlePage, "newer" | "older"> & { readonly site: Site };

/** The articles before and after; at an end of the slice the archive leads on. */
export function Neighbours({ newer, older, site }: NeighboursProps) {
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

interface NeighbourProps {
  readonly article: ArticleSummary | undefined;
  readonly site: Site;
  readonly label: string;
  readonly class?: string;
}

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

function OurRelated({ articles, site }: { articles: readonly ArticleSummary[]; site: Site }) {
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
