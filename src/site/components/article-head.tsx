import { type Article, type LabelName, labelPath, withPrefix } from "../../content/index.ts";
import { text } from "../../interface/index.ts";
import type { Props } from "../types.ts";
import { Dates, LabelLink } from "./byline.tsx";
import { DraftMark } from "./draft-mark.tsx";
import { titleClass } from "./news-list.tsx";
import { replaceable } from "./replaceable.tsx";
import { Share } from "./share.tsx";

/** The head of an article: its topics, the title, the summary. */
export const ArticleHead = replaceable("ArticleHead", OurArticleHead);

function OurArticleHead({ article, site }: Props<{ article: Article }>) {
  const { title, summary } = article;
  return (
    <header class="article-head">
      {article.draft ? <DraftMark site={site} /> : null}
      <Kicker article={article} site={site} />
      <h1 class={titleClass(title)}>{title}</h1>
      {summary === undefined ? null : <p class="summary">{summary}</p>}
    </header>
  );
}

/** By whom and when it was written, how long it takes, and what passes it on; on a wide page beside the text. */
export const ArticleFacts = replaceable("ArticleFacts", OurArticleFacts);

function OurArticleFacts({ article, site }: Props<{ article: Article }>) {
  const { title, path } = article;
  return (
    <div class="article-facts">
      <p class="byline">
        <Authors article={article} site={site} />
        <Dates article={article} site={site} />
        <span>{text(site, "article.readingTime", { count: article.readingMinutes })}</span>
      </p>
      <Share address={site.address + withPrefix(site, path)} title={title} site={site} />
    </div>
  );
}

/** The section, then the topics; one with the name of the section is left out. */
function Kicker({ article: { section, topics }, site }: Props<{ article: Article }>) {
  const others = topics.filter(({ name }) => name !== section?.name);
  if (section === undefined && topics.length === 0) return null;
  return (
    <p class="kicker">
      {section === undefined ? null : <LabelLink kind="section" label={section} site={site} />}
      {others.map((topic) => (
        <LabelLink key={topic.slug} kind="topic" label={topic} site={site} />
      ))}
    </p>
  );
}

/** Who has a page is named by a link to it. */
function Authors({ article, site }: Props<{ article: Article }>) {
  const { authors, bylines = [] } = article;
  if (authors.length === 0) return null;
  return (
    <span class="authors">
      {authors.map((name, index) => (
        <>
          {index === 0 ? "" : ", "}
          <AuthorName name={name} page={bylines.find((one) => one.name === name)} site={site} />
        </>
      ))}
    </span>
  );
}

type AuthorProps = Props<{ name: string; page: LabelName | undefined }>;

function AuthorName({ name, page, site }: AuthorProps) {
  if (page === undefined) return <>{name}</>;
  const href = withPrefix(site, labelPath({ kind: "author", slug: page.slug }));
  return (
    <a href={href} rel="author">
      {name}
    </a>
  );
}
