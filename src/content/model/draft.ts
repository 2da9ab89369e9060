import { DateTime } from "luxon";
import { stringify } from "yaml";
import { ContentError } from "./problem.ts";
import { slugify } from "./slugs.ts";

/** What a new article begins with. */
export interface NewArticle {
  readonly title: string;
  readonly topics: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A file that does not exist yet. */
export interface DraftFile {
  /** In the folder of the articles: the year, and a name made of the title. */
  readonly path: string;
  readonly text: string;
}

/**
 * A valid draft with the fields that every article has.
 *
 * @param timeZone of the site, in which its date is
 * @throws ContentError where no address can be made of the title
 */
export function draftOf({ title, topics, now }: NewArticle, timeZone: string): DraftFile {
  const moment = DateTime.fromMillis(now, { zone: timeZone });
  const slug = slugify(title);
  if (slug === "") {
    const mend = "напишите его буквами.";
    throw new ContentError([{ file: title, message: "Из заголовка не выходит адрес.", mend }]);
  }
  const fields = {
    title,
    date: moment.toFormat("yyyy-MM-dd HH:mm"),
    ...(topics.length === 0 ? {} : { topics }),
    draft: true,
  };
  const text = `---\n${stringify(fields, { lineWidth: 0 })}---\n\nТекст статьи.\n`;
  return { path: `${moment.year}/${slug}.md`, text };
}
