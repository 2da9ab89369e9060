import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { expect, test } from "vitest";
import { randomNumbers } from "../../../scripts/random.ts";
import { htmlFaults } from "../../../src/build/pages/html-faults.ts";
import { renderMarkdown } from "../../../src/content/markdown/markdown.ts";
import { render } from "../../../src/site/pages/slice/article.tsx";
import { ASSETS } from "../../fuzz/published.ts";
import { SEED, SIZES } from "../../sizes.ts";
import { asWritten } from "../content/markdown-rendered.ts";
import { article, SITE, TOPIC } from "../site/samples.ts";

const CASES = SIZES.spoiledPages;

/** Of what others refuse; the rest is what the standard says of some cases only. */
const WANTED = 0.95;

const TEXT = `Слова[^1] со [ссылкой](https://vesti.example/) и \`кодом\`.

## Список

1. один
   - два *и* **три**

> Цитата
> — Автор

| а | б |
| --- | --- |
| 1 | [2](https://vesti.example/) |

![Вид](vid.jpg "Подпись")

[^1]: Сноска.
`;

const others = new HtmlValidate(
  new StaticConfigLoader({ root: true, extends: ["html-validate:standard"] }),
);

const random = randomNumbers(SEED);

function any<Item>(items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError("nothing to choose from");
  return item;
}

const NAMES =
  "div p span a ul li table tr td h2 em button label form img figure figcaption dl dt header main select input section blockquote center".split(
    " ",
  );

const END = /<\/[a-z0-9]+>/g;
const TAG = /<[a-z][^>]*>/g;
const ELEMENT = /<([a-z0-9]+)( [^>]*)?>[^<>]*<\/\1>/g;
const ATTRIBUTE = / [a-z-]+="[^"]*"/g;

/** What is found, and what stands in its place. */
const SPOILS: readonly (readonly [RegExp, (found: string) => string])[] = [
  [END, () => ""],
  [TAG, () => ""],
  [ATTRIBUTE, () => ""],
  [ATTRIBUTE, (found) => found + found],
  [/"/g, () => ""],
  [/>/g, () => `><${any(NAMES)}>а</${any(NAMES)}>`],
  [/>/g, () => ((name) => `><${name}>а</${name}>`)(any(NAMES))],
  [ELEMENT, (found) => ((name) => `<${name}>${found}</${name}>`)(any(NAMES))],
  [/[а-я]/g, () => any(["&", "<", "&amp", "&foo;", "< "])],
];

function spoiled(html: string): string {
  const [form, change] = any(SPOILS);
  const { 0: found, index } = any([...html.matchAll(form)]);
  return html.slice(0, index) + change(found) + html.slice(index + found.length);
}

test(`of ${CASES} spoiled pages, nearly all are refused that another checker refuses`, async () => {
  const { html, headings, lead } = renderMarkdown(TEXT, asWritten);
  const shown = article("most", { html, headings, lead, topics: [TOPIC] });
  const articlePage = { article: shown, related: [shown], newer: shown, older: undefined };
  const page = render({ site: SITE, assets: ASSETS, articlePage } as never);
  expect(htmlFaults(page)).toEqual([]);
  expect((await others.validateString(page)).results).toEqual([]);
  let [wrong, refused] = [0, 0];
  for (let index = 0; index < CASES; index++) {
    const html = spoiled(page);
    if ((await others.validateString(html)).valid) continue;
    wrong++;
    if (htmlFaults(html).length > 0) refused++;
  }
  expect(wrong).toBeGreaterThan(CASES / 3);
  expect(refused / wrong, `${refused} of ${wrong}`).toBeGreaterThan(WANTED);
});
