import { type CaseFiles, type Outcome, writeCase } from "./case.ts";
import { processorTime } from "./processor-time.ts";
import { targetNamed } from "./targets.ts";

/** A case that is large, and how long it may take. */
interface BigCase {
  readonly target: "article" | "data" | "import" | "check" | "raw text";
  readonly files: () => CaseFiles;
}

export interface BigReport {
  readonly outcome: Outcome;
  /** Of the processor, in milliseconds. */
  readonly took: number;
}

const MANY = 100_000;
const TEN_MEGABYTES = 10_000_000;

/** What opens something in Markdown, without an end. */
const MARKDOWN_OPENINGS =
  '> |>|- |-|* |*|**a |*a |_a |1. |# |#|[|![|[a](|![a](|[^a|[^1]|(|{|<|<a|<!--|<![CDATA[|<?|</a|&|&#|&#x|`|``a|~|~~a |~~~|:::|::: важно|"|"а |\'|«|«а |„|—|— |-- |.|... |. |А. |А.|а |1 |1.|X |XX век |%|№|§ |//|http://|http://a.ru/|a@|www.|\\|\t| |\u00a0|\u0301|\u200b|\u200d|\u00ad|\ufeff|\u202e|\u2066|\ue000|\uf000|<v>|</v>|{lang=|[a]{lang=en}|*[а]: |a|а|😀'.split(
    "|",
  );
/** What opens something on every line. */
const MARKDOWN_LINES =
  "> а|- а|1. а|# а|а|а  |---|===|```|~~~|:::|::: важно|    а|\\|а\\|\n\\|-\\||[^1]: а|[а]: б|*[а]: б|> а\n> — б\n|<!--|***|<b>|![а](б)|[^1]".split(
    /(?<!\\)\|/,
  );
const YAML_OPENINGS =
  "[|{|- |? |{a: |[[|!|!a |&a |*a |\"|'|#|,|: |:|a: |%|---\n|...\n|\t| |@|`|>|<<: ".split("|");

const inArticle = (yaml: string, text: string): CaseFiles => ({
  "content/a.md": `---\n${yaml}\n---\n\n${text}\n`,
});
const body = (text: () => string): BigCase => {
  return { target: "article", files: () => inArticle("title: Мост", text()) };
};
const fields = (yaml: () => string): BigCase => {
  return { target: "article", files: () => inArticle(yaml(), "Текст.") };
};
const inData = (name: string, text: () => string): BigCase => ({
  target: "data",
  files: () => ({ "content/a.md": "---\ntitle: a\n---\n", [`_data/${name}`]: text() }),
});
const source = (name: string, text: () => string): BigCase => {
  return { target: "import", files: () => ({ [`source/${name}`]: text() }) };
};
const count = (length: number, each: (index: number) => string, between = "\n"): string =>
  Array.from({ length }, (_, index) => each(index)).join(between);

const rss = (inner: string): string =>
  `<rss version="2.0"><channel><title>Г</title><item><guid>1</guid><title>А</title>${inner}</item></channel></rss>`;
const encoded = (html: string): string => rss(`<description><![CDATA[${html}]]></description>`);

const nestedAliases = (): string =>
  `a0: &a0 [${"x,".repeat(9)}]\n${count(30, (n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(9)}]`)}`;

/** Every large case by its name. */
export const BIG_CASES: ReadonlyMap<string, BigCase> = new Map<string, BigCase>([
  ...MARKDOWN_OPENINGS.map((open): [string, BigCase] => [
    `text of ${JSON.stringify(open)}`,
    body(() => open.repeat(MANY)),
  ]),
  ...MARKDOWN_LINES.map((line): [string, BigCase] => [
    `lines of ${JSON.stringify(line)}`,
    body(() => `${line}\n`.repeat(MANY)),
  ]),
  ...YAML_OPENINGS.map((open): [string, BigCase] => [
    `fields of ${JSON.stringify(open)}`,
    fields(() => `title: ${open.repeat(MANY)}`),
  ]),
  ...YAML_OPENINGS.slice(0, 8).map((open): [string, BigCase] => [
    `headlines of ${JSON.stringify(open)}`,
    inData("headlines.yaml", () => open.repeat(MANY)),
  ]),
  ["brackets that close", body(() => "[".repeat(MANY) + "]".repeat(MANY))],
  ["links in links", body(() => `${"[".repeat(MANY)}a${"](b)".repeat(MANY)}`)],
  ["pictures in pictures", body(() => `${"![".repeat(MANY)}a${"](b)".repeat(MANY)}`)],
  ["passages in passages", body(() => `${"[".repeat(MANY)}a${"]{lang=en}".repeat(MANY)}`)],
  ["emphasis in emphasis", body(() => "*a ".repeat(MANY) + "b* ".repeat(MANY))],
  ["quotations in quotations", body(() => "«а ".repeat(MANY) + "б» ".repeat(MANY))],
  ["straight quotations", body(() => '"а '.repeat(MANY) + 'б" '.repeat(MANY))],
  ["lists in lists", body(() => count(2000, (depth) => `${" ".repeat(2 * depth)}- а`))],
  ["quotes in quotes", body(() => count(2000, (depth) => `${"> ".repeat(depth)}а`))],
  ["code of every length", body(() => count(2000, (length) => `${"`".repeat(length)}а`, " "))],
  [
    "footnotes",
    body(
      () => `${count(20_000, (n) => `а[^${n}]`)}\n\n${count(20_000, (n) => `[^${n}]: б`, "\n\n")}`,
    ),
  ],
  [
    "footnotes in footnotes",
    body(() => `а[^0]\n\n${count(20_000, (n) => `[^${n}]: а[^${n + 1}]`, "\n\n")}`),
  ],
  ["abbreviations", body(() => `${count(20_000, (n) => `*[а${n}]: б`)}\n\n${"а1 ".repeat(MANY)}`)],
  ["definitions", body(() => `${count(MANY, (n) => `[а${n}]: /б`)}\n\n${"[а1] ".repeat(20_000)}`)],
  ["a table of rows", body(() => `| а | б |\n|---|---|\n${"| 1 | 2 |\n".repeat(MANY)}`)],
  [
    "a table of columns",
    body(() => `${"|а".repeat(MANY)}|\n${"|-".repeat(MANY)}|\n${"|1".repeat(MANY)}|`),
  ],
  ["tables", body(() => "| а |\n|---|\n| 1 |\n\n".repeat(20_000))],
  ["a line of 10 MB", body(() => "а".repeat(TEN_MEGABYTES / 2))],
  ["a line of 10 MB of words", body(() => "слово ".repeat(TEN_MEGABYTES / 11))],
  ["a line of 10 MB of code", body(() => `\`\`\`\n${"a".repeat(TEN_MEGABYTES)}\n\`\`\``)],
  ["a text of 10 MB", body(() => "Мост через реку открыт.\n\n".repeat(TEN_MEGABYTES / 44))],
  ["a title of 10 MB", fields(() => `title: ${"а".repeat(TEN_MEGABYTES / 2)}`)],
  ["a title of 10 MB of words", fields(() => `title: ${"слово ".repeat(TEN_MEGABYTES / 11)}`)],
  [
    "a title of 10 MB of quotations",
    fields(() => `title: '${'"слово" '.repeat(TEN_MEGABYTES / 13)}'`),
  ],
  ["a title of combining marks", fields(() => `title: а${"\u0301".repeat(MANY)}`)],
  ["a slug of 10 MB", fields(() => `title: а\nslug: ${"a-".repeat(TEN_MEGABYTES / 2)}a`)],
  ["a date of digits", fields(() => `title: а\ndate: ${"1".repeat(MANY)}`)],
  ["a date of dots", fields(() => `title: а\ndate: ${"1.".repeat(MANY)}`)],
  ["topics", fields(() => `title: а\ntopics: [${count(20_000, (n) => `т${n}`, ",")}]`)],
  ["old addresses", fields(() => `title: а\naliases: [${count(20_000, (n) => `/а${n}/`, ",")}]`)],
  ["a long old address", fields(() => `title: а\naliases: /${"a/".repeat(MANY)}`)],
  [
    "an address of labels",
    fields(() => `title: а\nsource: {name: а, url: "https://${"a.".repeat(MANY)}"}`),
  ],
  ["keys", fields(() => count(20_000, (n) => `k${n}: x`))],
  ["keys twice", fields(() => "a: b\n".repeat(20_000))],
  ["a long key", fields(() => `${"x".repeat(MANY)}: b`)],
  ["maps in maps", fields(() => count(2000, (depth) => `${" ".repeat(depth)}a:`))],
  ["flow maps in maps", fields(() => `a: ${"{a: ".repeat(MANY)}${"}".repeat(MANY)}`)],
  ["a bomb of aliases", fields(nestedAliases)],
  ["anchors", fields(() => count(20_000, (n) => `k${n}: &a${n} x`))],
  ["headlines", inData("headlines.yaml", () => count(20_000, (n) => `- Заголовок ${n}`))],
  ["the same headline", inData("headlines.yaml", () => "- Заголовок\n".repeat(20_000))],
  [
    "a headline of 10 MB",
    inData("headlines.yaml", () => `- ${"слово ".repeat(TEN_MEGABYTES / 11)}`),
  ],
  [
    "topics of the editor",
    inData("topics.yaml", () => count(20_000, (n) => `- {name: т${n}, words: [с${n}]}`)),
  ],
  ["synonyms", inData("synonyms.yaml", () => count(20_000, (n) => `- [а${n}, б${n}]`))],
  ["about in quotes", inData("about.md", () => "> ".repeat(MANY))],
  [
    "check of brackets",
    { target: "check", files: () => inArticle("title: Мост", "[".repeat(MANY)) },
  ],
  [
    "check of spaces",
    { target: "check", files: () => inArticle("title: Мост", ` ${"а ".repeat(MANY)}`) },
  ],
  [
    "check of quotations",
    { target: "check", files: () => inArticle("title: Мост", '"а" '.repeat(MANY)) },
  ],
  [
    "check of dashes",
    { target: "check", files: () => inArticle("title: Мост", "- ".repeat(MANY)) },
  ],
  [
    "raw text of 10 MB",
    { target: "raw text", files: () => ({ "raw.txt": "слово ".repeat(TEN_MEGABYTES / 11) }) },
  ],
  [
    "raw headlines",
    { target: "raw text", files: () => ({ "raw.txt": count(20_000, (n) => `- Заголовок ${n}`) }) },
  ],
  ...[
    "<b>",
    "<p>",
    "<div>",
    "<ul><li>",
    "<table><tr><td>",
    "<blockquote>",
    "<",
    "&",
    "&lt;",
    "<!--",
    "<a href=x>",
    "<img src=x>",
    "<b ",
    "[",
    "*",
    "_",
    "`",
    "а ",
    " ",
    "\u00a0",
    "</b>",
    "<br>",
    "<sup>1</sup>",
    "«",
    '"',
  ].map((piece): [string, BigCase] => [
    `an item of ${JSON.stringify(piece)}`,
    source("a.xml", () => encoded(piece.repeat(MANY))),
  ]),
  ...["<a>", "<a ", "<item>", "<!--", "<![CDATA[", "<?", "&", "</a>", "<a/>"].map(
    (piece): [string, BigCase] => [
      `a feed of ${JSON.stringify(piece)}`,
      source("a.xml", () => rss(piece.repeat(MANY))),
    ],
  ),
  ["a feed of items", source("a.xml", () => rss("</item><item><title>А</title>".repeat(300)))],
  [
    "a line of JSON that nests",
    source("a.jsonl", () => `{"title":"а","x":${"[".repeat(MANY)}${"]".repeat(MANY)}}`),
  ],
  [
    "a line of JSON of 10 MB",
    source("a.jsonl", () =>
      JSON.stringify({ title: "а", text: "слово ".repeat(TEN_MEGABYTES / 11) }),
    ),
  ],
  ["a page of tags", source("a.html", () => `<html><title>а</title><body>${"<div>".repeat(MANY)}`)],
  [
    "a page of metas",
    source("a.html", () => `<html><head>${"<meta name=a content=b>".repeat(MANY)}`),
  ],
  ["a source of front matter", source("a.md", () => `---\ntitle: ${"[".repeat(MANY)}\n---\n`)],
  [
    "a source of codes",
    source("a.md", () => `---\ntitle: а\n---\n${"{{< ".repeat(MANY)}${"{% ".repeat(MANY)}`),
  ],
]);

/**
 * @param name one of BIG_CASES
 * @param folder receives its files
 */
export function runBigCase(name: string, folder: string): BigReport {
  const big = BIG_CASES.get(name);
  if (big === undefined) throw new RangeError(`no big case is called ${name}`);
  writeCase(folder, big.files());
  const start = processorTime();
  const outcome = targetNamed(big.target).run(folder);
  return { outcome, took: processorTime() - start };
}
