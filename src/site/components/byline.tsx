import type { ComponentChildren } from "preact";
import {
  type ArticleSummary,
  formatDate,
  type LabelKind,
  type LabelName,
  labelPath,
  type NewsItem,
  type PublicationDate,
  type Source,
  withPrefix,
} from "../../content/index.ts";
import { textWith } from "../../interface/index.ts";
import type { Props } from "../types.ts";
import { replaceable } from "./replaceable.tsx";

/** A date for people and machines; it stays as it is, unless it is relative. */
export function NewsTime({
  date,
  site,
  isRelative,
}: Props<{ date: PublicationDate; isRelative?: true }>) {
  return (
    <time dateTime={date.iso} data-relative={isRelative}>
      {formatDate(date, site.language, site.thisYear)}
    </time>
  );
}

/** A date that a script may put as «вчера» or «5 мин назад», and keeps true. */
export function RelativeTime(props: Props<{ date: PublicationDate }>) {
  return <NewsTime {...props} isRelative />;
}

/** In lists an item names no more topics than this; its own page names all. */
const TOPICS = 3;

/**
 * About what, from whom and when; nothing at all where nothing of it is known. The time is last, for
 * a script may make it shorter.
 */
export const Byline = replaceable("Byline", OurByline);

function OurByline({ item, site }: Props<{ item: NewsItem }>) {
  const { date, topics, source } = item;
  if (date === undefined && topics.length === 0 && source === undefined) return null;
  return (
    <p class="byline">
      {topics.slice(0, TOPICS).map((topic) => (
        <LabelLink key={topic.slug} kind="topic" label={topic} site={site} />
      ))}
      {source === undefined || item.kind === "article" ? null : (
        <SourceLink source={source} site={site} />
      )}
      {date === undefined ? null : <RelativeTime date={date} site={site} />}
    </p>
  );
}

/** When it was published and changed; nothing where neither is known. */
export function Dates({ article, site }: Props<{ article: ArticleSummary }>) {
  const { date, updated } = article;
  return (
    <>
      {date === undefined ? null : <NewsTime date={date} site={site} />}
      {updated === undefined ? null : (
        <span>
          {textWith(site, "article.updated", { date: <NewsTime date={updated} site={site} /> })}
        </span>
      )}
    </>
  );
}

type LabelProps = Props<{ kind: LabelKind; label: LabelName }>;

/** A topic or a section, as it stands above a title or under one. */
export function LabelLink({ kind, label: { name, slug }, site }: LabelProps) {
  return (
    <a class="topic" href={withPrefix(site, labelPath({ kind, slug }))}>
      {name}
    </a>
  );
}

export function SourceLink({ source: { name, url }, site }: Props<{ source: Source }>) {
  const source: ComponentChildren = url === undefined ? name : <a href={url}>{name}</a>;
  return <span>{textWith(site, "article.source", { source })}</span>;
}
