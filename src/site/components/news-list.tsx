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

interface ListProps {
  readonly items: readonly NewsItem[];
  readonly site: Site;
  /** The topic of all items, which is in the title and not repeated for each. */
  readonly topic?: string | undefined;
}

/** A list in which articles and headlines stand together; nothing where there are none. */
export function NewsList({ items: all, site, topic }: ListProps) {
  const items = topic === undefined ? all : all.map((item) => withoutTopic(item, topic));
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

function withoutTopic<Item extends NewsItem>(item: Item, slug: string): Item {
  return { ...item, topics: item.topics.filter((topic) => topic.slug !== slug) };
}

/** Beside the text. */
const LIST_SIZES = "(min-width: 62rem) 15rem, (min-width: 40rem) 12rem, 6.5rem";

interface CardProps {
  readonly article: ArticleSummary;
  readonly site: Site;
  /** How wide its picture is shown. */
  readonly sizes: string;
  /** Of its heading; 2 by default. */
  readonly level?: 2 | 3;
}

/** An article in a list. */
export const ArticleCard = replaceable("ArticleCard", OurArticleCard);

function OurArticleCard({ article, site, sizes, level = 2 }: CardProps) {
  const { title, path, picture } = article;
  const Heading = `h${level}` as const;
  return (
    <article class={picture === undefined ? "card" : "card card-with-picture"}>
      {picture === undefined ? null : (
        <div class="picture picture-crop">
          <PictureImage picture={picture} site={site} sizes={sizes} />
        </div>
      )}
      <div>
        <Heading class="card-title">
          <a href={withPrefix(site, path)}>{title}</a>
        </Heading>
        <Teaser class="card-text" article={article} />
        <Byline item={article} site={site} />
      </div>
    </article>
  );
}

/** An article where there is room for its title alone. */
export const TitleCard = replaceable("TitleCard", OurTitleCard);

function OurTitleCard({ article, site }: Pick<CardProps, "article" | "site">) {
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

/** The most characters under a title in a list. */
const TEASER_LENGTH = 280;

/** The beginning of an article under its title in a list, unless it repeats the title. */
export function Teaser({ class: name, article }: { class: string; article: ArticleSummary }) {
  const text = teaser(article);
  return isTitleAgain(text, article.title) ? null : <p class={name}>{text}</p>;
}

/** @returns whether a text begins as the title does, whatever signs stand between the words */
function isTitleAgain(text: string, title: string): boolean {
  const words = wordsOf(title);
  return words !== "" && wordsOf(text).startsWith(words);
}

function wordsOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => `${word.replaceAll("ё", "е")} `).join("");
}

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
