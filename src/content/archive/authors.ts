import { join } from "node:path";
import { z } from "zod";
import { isWebAddress, prose, slugField } from "../model/fields.ts";
import { ImageError } from "../model/image-file.ts";
import { type KindWords, type ListedLabel, labelRepetitions } from "../model/label-repetitions.ts";
import { labelPath } from "../model/labels.ts";
import { attempt, type Problem, throwIfAny } from "../model/problem.ts";
import { atPlace, fileIn } from "../model/site-marks.ts";
import { slugify } from "../model/slugs.ts";
import { hasSource, readSource } from "../model/source-file.ts";
import { fingerprintOf } from "../model/static-files.ts";
import { topicKey } from "../model/topic-names.ts";
import type { ImageFile, Picture, Site } from "../model/types.ts";
import { fault, knownFields, listOf, optional, text, textAs, validate } from "../model/validate.ts";
import { type ParsedYaml, parseYaml } from "../model/yaml/yaml.ts";
import { ArticleImages } from "./article-images.ts";
import { renderOwn } from "./own-page.ts";

/** An author as their page shows them. */
export interface AboutAuthor {
  /** HTML. */
  readonly html?: string | undefined;
  /** Its first paragraph as plain text. */
  readonly description?: string | undefined;
  readonly photo?: Picture | undefined;
  /** Of their own site. */
  readonly url?: string | undefined;
}

/** An author whom the editor has described. */
export interface Author extends ListedLabel, AboutAuthor {}

/** A photo of an author as a file to be published, with the SHA-256 of its bytes. */
export interface Portrait extends ImageFile {
  readonly hash: string;
}

export interface DescribedAuthors {
  /** In the editor's order. */
  readonly authors: readonly Author[];
  readonly portraits: readonly Portrait[];
}

/** The name of the file, in the folder of the settings. */
const FILE = "authors.yaml";

const WORDS: KindWords = {
  nominative: "Автор",
  genitive: "автора",
  pronoun: "он",
  accusativeOne: "одного",
  dativeOne: "одному",
};

const NO_ADDRESS = fault("это не адрес сайта.", "запишите его целиком: https://example.org");

/** The fields of an author. */
export const authorSchema = knownFields({
  name: prose(),
  slug: optional(slugField()),
  photo: optional(text()),
  text: optional(text()),
  also: listOf(prose()),
  url: optional(text().refine(isWebAddress, NO_ADDRESS)),
});

const schema = z.array(textAs("name", authorSchema));

type Entry = z.output<typeof schema>[number];

/**
 * Reads the authors whom the editor has described.
 *
 * @param data the folder of authors.yaml, in which their photos lie too; no file is no authors
 * @param site its path prefix is used
 * @throws ContentError with everything that is wrong with the file and the photos
 */
export function readAuthors(data: string, site: Site): DescribedAuthors {
  const file = join(data, FILE);
  if (!hasSource(file)) return { authors: [], portraits: [] };
  const source = readSource(file).text;
  const yaml = parseYaml(file, source);
  const entries = validate(schema, { ...yaml, value: yaml.value ?? [] });
  const problems: Problem[] = [];
  const listed = entries.map((entry, index) => toListed(entry, index, yaml, problems));
  problems.push(...labelRepetitions(listed, yaml, WORDS));
  const place: Place = { yaml, source, data, site, problems };
  const described = entries.map((entry, index) =>
    aboutOf(entry, listed[index]?.slug, index, place),
  );
  throwIfAny(problems);
  return {
    authors: listed.map((label, index) => ({ ...label, ...described[index]?.about })),
    portraits: described.flatMap(({ portraits }) => portraits),
  };
}

/** The file that describes an author, and the problems found in it. */
interface Place {
  readonly yaml: ParsedYaml;
  readonly source: string;
  readonly data: string;
  readonly site: Site;
  readonly problems: Problem[];
}

function toListed(
  { name, slug, also }: Entry,
  index: number,
  yaml: ParsedYaml,
  problems: Problem[],
): ListedLabel {
  const own = slug ?? slugify(name);
  if (own === "") {
    const message = `Из имени автора «${name}» не выходит адрес.`;
    const mend = "впишите адрес страницы сами: slug: imia-familiia.";
    problems.push({ file: yaml.file, ...yaml.locate([index]), message, mend });
  }
  return { name, slug: own, keys: [...new Set([name, ...also].map(topicKey))] };
}

function aboutOf(entry: Entry, slug = "", index: number, place: Place) {
  const text = entry.text === undefined ? undefined : renderText(entry.text, index, place);
  const photo = entry.photo === undefined ? undefined : readPhoto(entry, slug, index, place);
  const about: AboutAuthor = {
    html: text?.html,
    description: text?.lead === "" ? undefined : text?.lead,
    photo: photo?.picture,
    url: entry.url,
  };
  return { about, portraits: photo?.files ?? [] };
}

function renderText(markdown: string, index: number, { yaml, source, site, problems }: Place) {
  const { line } = yaml.locate([index, "text"]);
  // A text in several lines starts behind the sign that says so.
  const isBlock = /[|>][+\d-]*\s*(?:#.*)?$/.test(source.split("\n")[line - 1] ?? "");
  const page = { file: yaml.file, text: markdown, firstLine: isBlock ? line + 1 : line };
  return attempt(problems, () => renderOwn(page, site));
}

/** The photo of an author is published beside their page. */
function readPhoto({ name, photo = "" }: Entry, slug: string, index: number, place: Place) {
  const { yaml, data, problems } = place;
  const locate = (path: readonly string[]) => yaml.locate([index, ...path]);
  const read = () => {
    const path = labelPath({ kind: "author", slug });
    const images = new ArticleImages(yaml.file, path, data);
    if (fileIn(data, photo).length === 0) {
      throw new ImageError(`файла «${photo}» нет.`, "положите его в _data.");
    }
    const picture: Picture = { ...images.add(photo, true), alt: name };
    const files = images.files.map((one) => ({ ...one, hash: fingerprintOf(one.file) }));
    return { picture, files };
  };
  return attempt(problems, () => atPlace(read, ["photo"], { file: yaml.file, locate }));
}
