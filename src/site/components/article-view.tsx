import type { Site } from "../../content/index.ts";
import { withPrefix } from "../../content/index.ts";
import type { ArticlePage } from "../types.ts";
import { ArticleEnd, Corrections, Neighbours, Related } from "./article-end.tsx";
import { ArticleFacts, ArticleHead } from "./article-head.tsx";
import { CommentsSection } from "./comments.tsx";
import { Contents, headingsToShow } from "./contents.tsx";
import { PictureFigure } from "./picture.tsx";
import { SeriesParts } from "./series-parts.tsx";
import { AfterArticle, BeforeArticle } from "./slots.tsx";

/** As wide as the text. */
const SIZES = "(min-width: 46rem) 42rem, 100vw";

/** An article with all that stands around its text. */
export function ArticleView({ page, site }: { page: ArticlePage; site: Site }) {
  const { article, related, newer, older } = page;
  const headings = headingsToShow(article.headings, article.readingMinutes);
  return (
    <>
      <article class="article">
        <ArticleHead article={article} site={site} />
        <ArticleFacts article={article} site={site} />
        {article.picture === undefined ? null : (
          <PictureFigure
            class="article-picture"
            picture={article.picture}
            site={site}
            sizes={SIZES}
            first
          />
        )}
        {headings.length === 0 ? null : <Contents headings={headings} site={site} />}
        <div class="article-text">
          <BeforeArticle article={article} site={site} />
          {/* Markdown of ours: raw HTML in it was escaped when it was read. */}
          <div class="prose" dangerouslySetInnerHTML={{ __html: article.html }} />
          <AfterArticle article={article} site={site} />
          <Corrections corrections={article.corrections} site={site} />
          <p class="clipping-address">{site.address + withPrefix(site, article.path)}</p>
          <SeriesParts page={page} site={site} />
          <ArticleEnd article={article} site={site} />
          <CommentsSection article={article} site={site} />
          <Neighbours newer={newer} older={older} site={site} />
        </div>
      </article>
      <Related articles={related} site={site} />
    </>
  );
}
