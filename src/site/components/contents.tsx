import type { Heading } from "../../content/index.ts";
import { text } from "../../interface/index.ts";
import type { Props } from "../types.ts";

/** Fewer headings than this are seen at a glance. */
const FEWEST = 3;

/** A shorter text needs no way in: in minutes of reading. */
const SHORTEST_MINUTES = 2;

/** @returns the headings that a table of contents names; none where it would not help */
export function headingsToShow(headings: readonly Heading[], readingMinutes: number): Heading[] {
  const shown = headings.filter(({ level }) => level <= 3);
  return shown.length >= FEWEST && readingMinutes >= SHORTEST_MINUTES ? shown : [];
}

/** The table of contents of a long article. */
export function Contents({ headings, site }: Props<{ headings: readonly Heading[] }>) {
  return (
    <nav class="contents" aria-labelledby="contents-title">
      <h2 id="contents-title">{text(site, "article.contents")}</h2>
      <ol>
        {headings.map(({ level, id, text: words }) => (
          <li key={id} class={`level-${level}`}>
            <a href={`#${id}`}>{words}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
