import { join } from "node:path";
import { z } from "zod";
import { isOwnRoot } from "./aliases.ts";
import { prose, slugField } from "./fields.ts";
import { type KindWords, type ListedLabel, labelRepetitions } from "./label-repetitions.ts";
import { displayPath, type Problem, throwIfAny } from "./problem.ts";
import { slugify } from "./slugs.ts";
import { hasSource, readSource } from "./source-file.ts";
import { standingSlug } from "./standing-pages.ts";
import { topicKey } from "./topic-names.ts";
import { knownFields, listOf, optional, text, textAs, validate } from "./validate.ts";
import { type ParsedYaml, parseYaml } from "./yaml/yaml.ts";

/** A section of the newspaper: «Город», «Культура». */
export interface Section extends ListedLabel {
  /** Plain text, set typographically. */
  readonly description?: string | undefined;
  /** The keys of its topics (topicKey): articles about them belong to it. */
  readonly topics: readonly string[];
}

/** The name of the file, in the folder of the settings. */
export const SECTIONS_FILE = "sections.yaml";

const WORDS: KindWords = {
  nominative: "Раздел",
  genitive: "раздела",
  pronoun: "он",
  accusativeOne: "один",
  dativeOne: "одному",
};

/** Folders of the site at its root that aliases may use, and sections may not. */
const TAKEN: ReadonlySet<string> = new Set(["articles", "authors", "series"]);

/** The fields of a section. */
export const sectionSchema = knownFields({
  name: prose(),
  slug: optional(slugField()),
  description: optional(prose()),
  topics: listOf(text()),
});

const schema = z.array(textAs("name", sectionSchema));

type Entry = z.output<typeof schema>[number];

/**
 * Reads the sections of the newspaper.
 *
 * @param data the folder of sections.yaml; no file is no sections
 * @param pages the files of pages that are no news, whose addresses are taken
 * @param content the folder of the articles
 * @returns them in the editor's order
 * @throws ContentError with everything that is wrong with the file
 */
export function readSections(data: string, pages: readonly string[], content: string): Section[] {
  const file = join(data, SECTIONS_FILE);
  if (!hasSource(file)) return [];
  const yaml = parseYaml(file, readSource(file).text);
  const entries = validate(schema, { ...yaml, value: yaml.value ?? [] });
  const sections = entries.map(toSection);
  const owners = new Map(pages.map((page) => [rootOf(page, content), page]));
  throwIfAny([
    ...labelRepetitions(sections, yaml, WORDS),
    ...sections.flatMap((section, index) => addressProblems(section, index, yaml, owners)),
    ...repeatedTopics(entries, yaml),
  ]);
  return sections;
}

function toSection({ name, slug, description, topics }: Entry): Section {
  const keys = topics.map(topicKey);
  return { name, slug: slug ?? slugify(name), keys: [topicKey(name)], description, topics: keys };
}

/** @returns the first folder of the address of a page that is no news */
function rootOf(file: string, content: string): string {
  return standingSlug(file, content).split("/")[0] ?? "";
}

/** @returns whether the site itself has pages in that folder at its root */
export function isSiteRoot(slug: string): boolean {
  return isOwnRoot(slug) || TAKEN.has(slug);
}

/** The address of a section lies at the root of the site, where others have theirs. */
function addressProblems(
  { name, slug }: Section,
  index: number,
  yaml: ParsedYaml,
  owners: ReadonlyMap<string, string>,
): Problem[] {
  const place = { file: yaml.file, ...yaml.locate([index]) };
  const mend = `впишите адрес раздела сами: - {name: ${JSON.stringify(name)}, slug: …}.`;
  if (slug === "") {
    return [{ ...place, message: `Из имени раздела «${name}» не выходит адрес.`, mend }];
  }
  if (isSiteRoot(slug)) {
    return [{ ...place, message: `Раздел «${name}»: адрес «/${slug}/» занят самим сайтом.`, mend }];
  }
  const owner = owners.get(slug);
  if (owner === undefined) return [];
  const message = `Раздел «${name}»: адрес «/${slug}/» занят страницей ${displayPath(owner)}.`;
  return [{ ...place, message, mend }];
}

/** A topic may belong to one section only. */
function repeatedTopics(entries: readonly Entry[], yaml: ParsedYaml): Problem[] {
  const taken = new Map<string, string>();
  return entries.flatMap(({ name, topics }, index) =>
    topics.flatMap((topic, number): Problem[] => {
      const first = taken.get(topicKey(topic));
      taken.set(topicKey(topic), first ?? name);
      if (first === undefined) return [];
      const place = { file: yaml.file, ...yaml.locate([index, "topics", number]) };
      const message = `Тема «${topic}» стоит и у раздела «${first}», и у раздела «${name}».`;
      return [{ ...place, message, mend: "оставьте её у одного из них." }];
    }),
  );
}
