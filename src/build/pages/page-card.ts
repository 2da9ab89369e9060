import { type ArticleSummary, formatDate, type Site } from "../../content/index.ts";
import { type CardText, needsCard } from "../../site/index.ts";

/** What the card of a page for messengers is called, in the folder of the page. */
export const CARD = "card.png";

/** A card to be drawn. */
export interface Card {
  /** Of its page, without the site's prefix: /articles/most/ */
  readonly path: string;
  readonly text: CardText;
}

/** What of a site is on all of its cards: its name and its colour, and the language of dates. */
export interface CardSite extends Pick<CardText, "site" | "accent"> {
  readonly language: string;
}

export function cardSite({ name, accent, language }: Site): CardSite {
  return { site: name, accent: accent?.light, language };
}

function toCard(
  { language, ...site }: CardSite,
  { path, title, topics, date }: ArticleSummary,
): Card {
  const day = date && formatDate({ ...date, iso: date.day }, language);
  return { path, text: { title, kicker: topics[0]?.name, date: day, ...site } };
}

/** @returns cards of the pages without a picture for messengers */
export function cardsOf(site: CardSite, pages: readonly ArticleSummary[]): Card[] {
  return pages.filter(needsCard).map((page) => toCard(site, page));
}
