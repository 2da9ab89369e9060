import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Article, formatDate, type Site } from "../content/index.ts";
import { type CardText, drawCard } from "../site/index.ts";
import { hashOfCards } from "./code-hash.ts";
import { linkFileSync } from "./link-file.ts";
import { keyOf, PartCache } from "./part-cache.ts";

/** What a card is called in the folder of its page. */
export const CARD = "card.png";

/** Draws the card that stands for every page which is not an article. */
export async function writeSiteCard(site: Site, folder: string): Promise<void> {
  const card = drawCard({ title: site.description, site: site.name });
  await writeFile(join(folder, CARD), card);
}

/** A card to be drawn. */
interface Card {
  readonly slug: string;
  /** The folder of its article in the site. */
  readonly path: string;
  readonly text: CardText;
}

/**
 * Publishes the card of each article, which messengers show for a link to it. What was drawn is kept
 * under its words, so that nothing is drawn again where only a text or a template was changed.
 *
 * @param target the folder that is laid out as the site is
 * @param cacheFolder where parts are kept
 */
export async function publishCards(
  site: Site,
  articles: readonly Article[],
  target: string,
  cacheFolder: string,
): Promise<void> {
  const cache = new PartCache(cacheFolder);
  for (const bucket of bucketsOf(articles.map((article) => toCard(site, article)))) {
    const part = await makePart(bucket, cache);
    for (const { slug, path } of bucket) {
      mkdirSync(join(target, path), { recursive: true });
      linkFileSync(join(part, fileOf(slug)), join(target, path, CARD));
    }
  }
}

function toCard(site: Site, { slug, path, title, topics, date }: Article): Card {
  const day = date && formatDate({ ...date, iso: date.day });
  return { slug, path, text: { title, kicker: topics[0]?.name, site: site.name, date: day } };
}

/** So many cards are kept together, give or take a half: a new title draws no more of them. */
const BUCKET = 256;

/** A card stays in its bucket whatever comes and goes, until there are twice as many. */
function bucketsOf(cards: readonly Card[]): Card[][] {
  const count = 2 ** Math.ceil(Math.log2(Math.max(1, cards.length / BUCKET)));
  const buckets = Array.from({ length: count }, (): Card[] => []);
  for (const card of cards) {
    const number = createHash("sha256").update(card.slug).digest().readUInt32BE() % count;
    buckets[number]?.push(card);
  }
  return buckets.filter((bucket) => bucket.length > 0);
}

async function makePart(cards: readonly Card[], cache: PartCache): Promise<string> {
  const texts = cards.map(({ slug, text }) => [slug, text] as const);
  const key = keyOf(
    "cards",
    hashOfCards(),
    texts.toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  const found = await cache.find(key);
  if (found !== undefined) return found;
  const draft = await cache.begin(key);
  // To wait for each of many small files costs more than to write it.
  for (const [slug, text] of texts) writeFileSync(join(draft, fileOf(slug)), drawCard(text));
  return cache.finish(key);
}

function fileOf(slug: string): string {
  return `${slug}.png`;
}
