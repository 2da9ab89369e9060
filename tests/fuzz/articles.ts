import { fc } from "../unit/language/property.ts";
import { hostileLink, hostileName, hostileText, rawYaml, shownText, shownValue } from "./texts.ts";

/** A field as YAML: JSON is YAML. */
function field(name: string, value: fc.Arbitrary<unknown>, often = 1): fc.Arbitrary<string> {
  const line = value.map((one) => `${name}: ${JSON.stringify(one)}`);
  return fc.oneof({ weight: often, arbitrary: line }, { weight: 2, arbitrary: fc.constant("") });
}

const some = <Value>(...values: Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const dates = fc.oneof(
  { weight: 4, arbitrary: some("2026-11-23", "23.11.2026", "2026-11-23 14:30", "1999-12-31") },
  { weight: 1, arbitrary: shownValue },
);
const pictures = fc.oneof(
  { weight: 4, arbitrary: some("photo.png", "./photo.png", "x/../photo.png") },
  { weight: 1, arbitrary: fc.oneof(some("../secret.png", "drawing.svg"), hostileName) },
);
const seldom = (line: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 1, arbitrary: line }, { weight: 6, arbitrary: some("") });
const names = fc.oneof(shownValue, fc.array(shownValue, { maxLength: 4 }));

/** Fields that are of the right kind, and hold anything. */
const fields = fc
  .tuple(
    field("title", fc.oneof(shownValue, some("Заголовок", "Мост «Новый»")), 20),
    field("date", dates, 3),
    field("updated", dates),
    field("summary", shownValue),
    field("authors", names),
    field("topics", names),
    field("source", fc.oneof(shownValue, fc.record({ name: shownValue, url: hostileLink }))),
    field("corrections", fc.record({ date: some("2026-11-24"), text: shownValue })),
    seldom(field("aliases", fc.array(hostileName, { maxLength: 3 }))),
    field("translations", fc.dictionary(some("en", "be", "__proto__", "x y", "de"), hostileLink)),
    field("image", fc.record({ file: pictures, alt: shownValue })),
    seldom(field("slug", hostileName)),
  )
  .map((lines) => lines.filter((line) => line !== "").join("\n"));

const frontMatter = fc.oneof(
  { weight: 12, arbitrary: fields },
  { weight: 1, arbitrary: rawYaml },
  { weight: 1, arbitrary: fc.tuple(fields, rawYaml).map((both) => both.join("\n")) },
);

const paragraphs = fc
  .array(fc.oneof(shownText, some("Мост открыт.", "## Что дальше", "> Слова\n> — Автор")), {
    maxLength: 5,
  })
  .map((all) => all.join("\n\n"));

/** The file of an article, or what is none. */
export const articleText = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(frontMatter, paragraphs)
      .map(([own, text]) => `---\n${own}\n---\n\n${text}\n`),
  },
  { weight: 1, arbitrary: hostileText },
);

const headline = fc.oneof(
  shownValue,
  fc.record(
    {
      text: shownValue,
      date: dates,
      link: hostileLink,
      topics: names,
      source: fc.record({ name: shownValue, url: hostileLink }),
      slug: hostileName,
    },
    { requiredKeys: ["text"] },
  ),
);

const settings = fc.record(
  {
    name: shownValue,
    description: shownValue,
    address: fc.oneof(hostileLink, some("https://vesti.example/news")),
    pathPrefix: fc.oneof(hostileName, some("/news/")),
    language: fc.oneof(shownValue, some("ru", "be")),
    timeZone: fc.oneof(shownValue, some("Asia/Tokyo")),
    volumeItems: fc.oneof(fc.double(), shownValue),
    offline: fc.oneof(fc.boolean(), shownValue),
    admin: fc.record({
      backend: some("github", "gitlab", "x"),
      repo: fc.oneof(hostileName, some("a/b")),
    }),
  },
  { requiredKeys: [] },
);

const topic = fc.oneof(
  shownValue,
  fc.record(
    { name: shownValue, slug: hostileName, description: shownValue, words: names },
    { requiredKeys: ["name"] },
  ),
);

/** Values of the right kind as YAML, and YAML of any kind. */
function yamlOf(value: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: value.map((one) => JSON.stringify(one, undefined, 1)) },
    { weight: 1, arbitrary: rawYaml },
  );
}

/** By the name of the file in the folder of the settings. */
export const DATA_FILES: Readonly<Record<string, fc.Arbitrary<string>>> = {
  "headlines.yaml": yamlOf(fc.array(headline, { maxLength: 5 })),
  "site.yaml": yamlOf(settings),
  "topics.yaml": yamlOf(fc.array(topic, { maxLength: 4 })),
  "synonyms.yaml": yamlOf(fc.array(fc.array(shownValue, { maxLength: 3 }), { maxLength: 3 })),
  "about.md": paragraphs,
};
