import { z } from "zod";
import { aliasesField } from "../model/aliases.ts";
import {
  dateField,
  linkField,
  prose,
  slugField,
  sourceField,
  topicsField,
} from "../model/fields.ts";
import { LANGUAGE_MEND, languageTag, mainLanguage } from "../model/language-tags.ts";
import { withPrefix } from "../model/paths.ts";
import { remembering } from "../model/remembering.ts";
import type { Correction, Site, Translation } from "../model/types.ts";
import { fault, knownFields, listOf, optional, text, textAs } from "../model/validate.ts";
import { seriesField } from "./series.ts";

/** What of a site the fields are held against. */
type Grounds = Pick<Site, "timeZone" | "language" | "pathPrefix">;

/** The fields of an article as they are written. */
export const articleSchema = remembering(fieldsOn, ({ timeZone, language, pathPrefix }: Grounds) =>
  [timeZone, language, pathPrefix].join("\n"),
);

function fieldsOn(site: Grounds) {
  return knownFields({
    title: prose(),
    date: optional(dateField(site.timeZone)),
    updated: optional(dateField(site.timeZone)),
    expires: optional(dateField(site.timeZone)),
    pinned: optional(z.boolean()),
    summary: optional(prose()),
    authors: authorsField(),
    topics: topicsField(),
    section: optional(text()),
    series: seriesField(),
    source: sourceField(),
    image: imageField(),
    corrections: correctionsField(site.timeZone),
    aliases: aliasesField(),
    translations: translationsField(site),
    comments: optional(z.boolean()),
    draft: optional(z.boolean()),
    slug: optional(slugField()),
    sourceId: sourceIdField(),
  });
}

/** What an import knows the article by; only the next import reads it, from the file itself. */
function sourceIdField() {
  return optional(text()).transform(() => undefined);
}

export type ArticleSchema = ReturnType<typeof articleSchema>;
export type ArticleValues = z.output<ArticleSchema>;

/** A name or a list of names; one that comes twice counts once. */
function authorsField() {
  return listOf(prose()).transform((names) => [...new Set(names)]);
}

/** The file of a picture, or a file with an alternative text and a caption. */
function imageField() {
  return optional(
    textAs(
      "file",
      knownFields({ file: text(), alt: optional(prose()), caption: optional(prose()) }),
    ),
  );
}

/** What was corrected and when, once or several times; the latest first. */
function correctionsField(zone: string) {
  const one = knownFields({ date: dateField(zone), text: prose() });
  return listOf(one).transform((corrections): Correction[] =>
    corrections.toSorted((a, b) => b.date.epoch - a.date.epoch),
  );
}

/** From language tags to addresses; in the order of the tags. */
function translationsField(site: Grounds) {
  return optional(z.record(z.string(), linkField())).transform((addresses, context) => {
    const translations = new Map<string, Translation>();
    for (const [key, link] of Object.entries(addresses ?? {})) {
      const language = languageTag(key) ?? key;
      const problem =
        languageProblem(key, site) ?? (translations.has(language) ? TWICE : undefined);
      if (problem !== undefined) context.addIssue({ code: "custom", path: [key], ...problem });
      const address = link.startsWith("/") ? withPrefix(site, link) : link;
      translations.set(language, { language, address });
    }
    return [...translations.values()].toSorted((a, b) => (a.language < b.language ? -1 : 1));
  });
}

const TWICE = fault("этот язык уже назван.", "оставьте один из двух адресов.");

function languageProblem(key: string, site: Grounds) {
  const tag = languageTag(key);
  if (tag === undefined) return fault("такого языка нет.", LANGUAGE_MEND);
  if (mainLanguage(tag) !== mainLanguage(site.language)) return undefined;
  return fault("это язык самого сайта.", "оставьте только переводы на другие языки.");
}
