import {
  type ArticleSummary,
  type Headline,
  type NewsItem,
  type Site,
  withPrefix,
} from "../../content/index.ts";
import { Byline } from "./byline.tsx";
import { HeadlineText } from "./headline-text.tsx";
import { PictureImage } from "./picture.tsx";
import { replaceable } from "./replaceable.tsx";

/** A list in which articles and headlines stand together; nothing where there are none. */
export function NewsList({ items, site }: { items: readonly NewsItem[]; site: Site }) {
  if (items.length === 0) return null;
  return (
    <ul class="news-list">
      {items.map((item) => (
        <li key={item.path}>
          {item.kind === "article" ? (
            <ArticleCard article={item} site={site} sizes={LIST_SIZES} />
          ) : (
            <HeadlineCard headline={item} site={site} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Beside the text on a wide page, above it on a phone. */
const LIST_SIZES = "(min-width: 40rem) 12rem, 100vw";

interface CardProps {
  readonly article: ArticleSummary;
  readonly site: Site;
  /** How wide its picture is shown. */
  readonly sizes: string;
}

/** An article in a list. */
export const ArticleCard = replaceable("ArticleCard", OurArticleCard);

function OurArticleCard({ article, site, sizes }: CardProps) {
  const { title, path, picture } = article;
  return (
    <article class={picture === undefined ? "card" : "card card-with-picture"}>
      {picture === undefined ? null : (
        <div class="picture picture-crop">
          <PictureImage picture={picture} site={site} sizes={sizes} />
        </div>
      )}
      <div>
        <h2 class={`card-title ${titleClass(title) ?? ""}`.trim()}>
          <a href={withPrefix(site, path)}>{title}</a>
        </h2>
        <p class="card-text">{teaser(article)}</p>
        <Byline item={article} site={site} />
      </div>
    </article>
  );
}

/** An article where there is room for its title alone. */
export const TitleCard = replaceable("TitleCard", OurTitleCard);

function OurTitleCard({ article, site }: Omit<CardProps, "sizes">) {
  return (
    <article class="card">
      <h3 class="card-title">
        <a href={withPrefix(site, article.path)}>{article.title}</a>
      </h3>
      <Byline item={article} site={site} />
    </article>
  );
}

function HeadlineCard({ headline, site }: { headline: Headline; site: Site }) {
  return (
    <div class="card">
      <p class="card-headline">
        <HeadlineText headline={headline} site={site} />
      </p>
      <Byline item={headline} site={site} />
    </div>
  );
}

/** A title of more characters is set smaller, so that it stays a title and not a page. */
const LONG_TITLE = 85;

/** @returns the class for a long title, or nothing */
export function titleClass(title: string): string | undefined {
  return title.length > LONG_TITLE ? "long-title" : undefined;
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
  const space = cut.lastIndexOf(" ");
  // A text without spaces may be cut in the middle of a sign, and half a sign is none.
  const words = space > 0 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, "");
  return `${words.replace(/[\s,.:;—-]+$/, "")}…`;
}
