import { type Article, type Site, withPrefix } from "../../content/index.ts";
import { withPlural } from "../../language/index.ts";
import { Dates, TopicLink } from "./byline.tsx";
import { DraftMark } from "./draft-mark.tsx";
import { titleClass } from "./news-list.tsx";
import { replaceable } from "./replaceable.tsx";
import { Share } from "./share.tsx";

/** What stands above an article's text: about what, the title, the summary, when, by whom. */
export const ArticleHead = replaceable("ArticleHead", OurArticleHead);

function OurArticleHead({ article, site }: { article: Article; site: Site }) {
  const { title, summary, topics, path } = article;
  return (
    <header class="article-head">
      {article.draft ? <DraftMark /> : null}
      {topics.length === 0 ? null : (
        <p class="kicker">
          {topics.map((topic) => (
            <TopicLink key={topic.slug} topic={topic} site={site} />
          ))}
        </p>
      )}
      <h1 class={titleClass(title)}>{title}</h1>
      {summary === undefined ? null : <p class="summary">{summary}</p>}
      <div class="article-facts">
        <p class="byline">
          <Authors names={article.authors} />
          <Dates article={article} />
          <span>
            {withPlural(article.readingMinutes, ["минута", "минуты", "минут"])}
            {"\u00a0чтения"}
          </span>
        </p>
        <Share address={site.address + withPrefix(site, path)} />
      </div>
    </header>
  );
}

function Authors({ names }: { names: readonly string[] }) {
  return names.length === 0 ? null : <span class="authors">{names.join(", ")}</span>;
}
