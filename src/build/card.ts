import { type ArticleSummary, formatDate, type Site } from "../content/index.ts";
import type { CardText } from "../site/index.ts";

/** What the card of a page for messengers is called, in the folder of the page. */
export const CARD = "card.png";

/** A card to be drawn. */
export interface Card {
  /** Of its page, without the site's prefix: /articles/most/ */
  readonly path: string;
  readonly text: CardText;
}

export function toCard(
  { name, language }: Pick<Site, "name" | "language">,
  { path, title, topics, date }: ArticleSummary,
): Card {
  const day = date && formatDate({ ...date, iso: date.day }, language);
  return { path, text: { title, kicker: topics[0]?.name, site: name, date: day } };
}
