import { DateTime } from "luxon";
import { stringify } from "yaml";
import { ContentError } from "./problem.ts";
import { readSite } from "./settings.ts";
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
 * @param dataFolder holds site.yaml, whose zone the date is in
 * @throws ContentError where no address can be made of the title, or the settings are wrong
 */
export function draftOf({ title, topics, now }: NewArticle, dataFolder: string): DraftFile {
  const { timeZone } = readSite(dataFolder, {});
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
