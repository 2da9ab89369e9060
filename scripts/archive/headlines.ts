import { stringify } from "yaml";
import { randomNumbers } from "../random.ts";
import { dayOf, HEADLINE_DAYS, timeAt, withTime } from "./dates.ts";
import { Phrases } from "./phrases.ts";
import type { Texts } from "./texts.ts";

/**
 * Makes short news.
 *
 * @param count how many
 * @param slugs the articles that some of them lead to
 * @returns the text of headlines.yaml, the newest first
 */
export function headlinesFile(
  texts: Texts,
  count: number,
  seed: number,
  slugs: readonly string[],
): string {
  const seen = new Set<string>();
  const headlines = Array.from({ length: count }, (_, number) => {
    const phrases = new Phrases(randomNumbers(seed + number));
    const topic = phrases.pick(texts.topics);
    const text = newText(phrases, topic.titles, texts, seen);
    const time = timeAt(number / count, HEADLINE_DAYS, phrases);
    return {
      text,
      ...(phrases.oneIn(20) ? {} : { date: phrases.oneIn(6) ? dayOf(time) : withTime(time) }),
      ...linkOf(phrases, slugs),
      topics: topic.name,
      ...(phrases.oneIn(5) ? { source: phrases.pick(texts.sources) } : {}),
    };
  });
  return stringify(headlines, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** The same headline twice on a day is an error of an editor. */
function newText(
  phrases: Phrases,
  titles: readonly string[],
  texts: Texts,
  seen: Set<string>,
): string {
  for (;;) {
    const { name, of, in: inside = "" } = phrases.pick(texts.towns);
    const names = { town: name, "town.of": of, "town.in": inside };
    const text = phrases.phrase(phrases.pick(titles), names);
    if (seen.has(text)) continue;
    seen.add(text);
    return text;
  }
}

function linkOf(phrases: Phrases, slugs: readonly string[]): { link?: string } {
  if (phrases.oneIn(4) && slugs.length > 0) return { link: `/articles/${phrases.pick(slugs)}/` };
  return phrases.oneIn(6) ? { link: `https://gazeta.example/${phrases.between(1000, 9999)}` } : {};
}
