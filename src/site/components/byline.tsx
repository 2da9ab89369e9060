import {
  type ArticleSummary,
  formatDate,
  type NewsItem,
  type PublicationDate,
  type Site,
  type Source,
  type TopicName,
  topicPath,
  withPrefix,
} from "../../content/index.ts";

/** A date for people and machines. */
export function NewsTime({ date }: { date: PublicationDate }) {
  return <time dateTime={date.iso}>{formatDate(date)}</time>;
}

/** When, about what and from whom; nothing at all where nothing of it is known. */
export function Byline({ item, site }: { item: NewsItem; site: Site }) {
  const { date, topics, source } = item;
  if (date === undefined && topics.length === 0 && source === undefined) return null;
  return (
    <p class="byline">
      {date === undefined ? null : <NewsTime date={date} />}
      {item.kind === "article" ? <Updated article={item} /> : null}
      {topics.map((topic) => (
        <TopicLink key={topic.slug} topic={topic} site={site} />
      ))}
      {source === undefined ? null : <SourceLink source={source} />}
    </p>
  );
}

function Updated({ article }: { article: ArticleSummary }) {
  if (article.updated === undefined) return null;
  return (
    <span>
      обновлено <NewsTime date={article.updated} />
    </span>
  );
}

export function TopicLink({ topic, site }: { topic: TopicName; site: Site }) {
  return (
    <a class="topic" href={withPrefix(site, topicPath(topic.slug))}>
      {topic.name}
    </a>
  );
}

function SourceLink({ source }: { source: Source }) {
  if (source.url === undefined) return <span>Источник: {source.name}</span>;
  return (
    <span>
      Источник: <a href={source.url}>{source.name}</a>
    </span>
  );
}
