import { unescapeHtml } from "../../src/language/index.ts";
import { fc } from "../unit/language/property.ts";

/** Each @ is a word of its own. What a paragraph, a heading, an item and a cell are made of: right marks, and wrong ones. */
const INLINE =
  '@,@ @,«@»,"@",„@“,**@**,*@*,**@:**@,**«@»**@,@**@**@,@*@*@,"**@**",*@*—@,@**"@"**@,***@***,**@ *@* @**,~~@~~,`@`,[@](/@/),[@](https://a.example/@ "@"),[«@»](@ @.pdf),![@](photo.png),![@](my photo (1).png "@"),![@](<my photo (1).png>),[@]{lang=en},[^a],[^b],ФЫВ,<b>@</b>,<i>@ **@**</i>,H<sub>@</sub>,<sup>@</sup>,<kbd>@</kbd>,@<br>@,@<br/>@,[@][ref],![@][pic],2*3*4,a_b_c,—,-,:,(@),№ 5,10 %,\\*@\\*,&nbsp;,&laquo;@&raquo;,https://a.example/@,<https://a.example/@>,@@a.example'.split(
    ",",
  );
const WRONG =
  "**@,@**,**@: **@,*@ *@,_@_@,~~@,~@~,^@^,`@,<b>@,@</i>,<b class=x>@</b>,<b><i>@</b></i>,<div>@</div>,<!-- @ -->,&nbps;,&nbsp @,{#id},{: .@},{lang=en},$@$,$$@$$,[[@]],{{< @ >}},{% @ %},[b]@[/b],==@==,++@++,^[@],[@](@ @),[@] (https://a.example/@),[@][no],[](/@/),[@](),![`@` [@](/@/)](photo.png),|,@|@,\\,>5,#@".split(
    ",",
  );

const inline = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...INLINE) },
  { weight: 1, arbitrary: fc.constantFrom(...WRONG) },
);
const line = fc
  .array(fc.tuple(inline, fc.constantFrom(" ", " ", "", ", ", "\n", "  \n")), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.flat().join("").trim());
const cells = fc.array(
  inline.map((cell) => cell.replaceAll("\n", " ")),
  { minLength: 1, maxLength: 4 },
);

const within = (before: string, after = "") => line.map((text) => before + text + after);
/** Each line of a text behind a sign: a quotation, what belongs to an item. */
const behind = (sign: string, texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  texts.map((text) => text.replace(/^/gm, sign));

/** Rows are as long as they like. */
const table = fc
  .tuple(cells, fc.array(cells, { maxLength: 3 }), fc.constantFrom("", "под таблицей @"))
  .map(([head, body, below]) => {
    const rule = head.map(() => "---");
    const rows = [head, rule, ...body].map((row) => `| ${row.join(" | ")} |`);
    return [...rows, ...(below === "" ? [] : [below])].join("\n");
  });

const list = fc
  .array(
    fc.tuple(fc.constantFrom("- ", "- [ ] ", "- [x] ", "1. ", "1986. ", "1991) ", "+ "), line),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((items) => items.map((item) => item.join("")).join("\n"));

const block = fc.oneof(
  { weight: 6, arbitrary: line },
  { weight: 3, arbitrary: table },
  { weight: 3, arbitrary: list },
  { weight: 2, arbitrary: behind("> ", fc.oneof(line, list, table)) },
  {
    weight: 4,
    arbitrary: fc.oneof(
      within("## "),
      within("### ", " {#own}"),
      within("> ", "\n> — @, @"),
      within("::: важно\n", "\n:::"),
      within("```js\n", "\n```"),
      within("[^a]: ", "\n\n    @"),
      behind("  ", line),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.oneof(
      within("", "\n---"),
      within("    "),
      within("#"),
      within(": "),
      within("``` {.js}\n", "\n```"),
      fc.constantFrom(
        ...["[@]: /@", '[spare]: https://a.example/@ "@"', "[//]: # (@)", "*[@]: @ @", "[^c]: @"],
        ...["[@]: @", "``` @\n@\n```", "```\n@", "::: важно @\n@", "| @ | @ |\n| @ | @ |", "[TOC]"],
        ...[
          "1986. @\n\n1991. @",
          "* * *",
          "---",
          "* TOC\n{:toc}",
          "> [!NOTE]\n> @",
          "@\n===",
          "##",
        ],
      ),
    ),
  },
);

/** What the pieces refer to. */
const NOTES = `[^a]: @\n\n[^b]: @ @\n    @\n\n*[ФЫВ]: @ @\n\n[ref]: https://a.example/@ "@"\n[pic]: photo.png "@"\n\n[^a][^b] ФЫВ [@][ref] ![@][pic]`;

/** The text of an article in which every word is there once. */
export const wordyText: fc.Arbitrary<string> = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([blocks, hasNotes]) => named([...blocks, ...(hasNotes ? [NOTES] : [])].join("\n\n")));

const LETTERS = "абвгдежзик";

/** Mail addresses keep their @ between Latin letters: those of `@@`. */
function named(shape: string): string {
  let count = 0;
  return shape.replaceAll("@@", "x@").replace(/(?<!x)@/g, () => {
    const digits = String(count++).padStart(3, "0");
    return `слово${[...digits].map((digit) => LETTERS[Number(digit)]).join("")}щ`;
  });
}

const WORDS = /слово[а-к]{3}щ/g;

/** Something that an editor is told, by its line in the text. */
export interface Told {
  readonly line?: number | undefined;
  readonly message: string;
}

/**
 * @param text of an article, of wordyText
 * @param html what is published of it
 * @param told what its editor is told
 * @returns the words of the text that the page has not, and that nothing told is about
 */
export function lostWords(text: string, html: string, told: readonly Told[]): string[] {
  const shown = new Set(pageText(html).match(WORDS));
  return text.split("\n").flatMap((own, index) => {
    const isTold = (word: string): boolean =>
      told.some(({ line, message }) => line === index + 1 || message.includes(word));
    return (own.match(WORDS) ?? []).filter((word) => !shown.has(word) && !isTold(word));
  });
}

/** Marks that mean something, and were not taken for that. */
const MARKS =
  /\*\*[\p{L}«]|\]\(|\]\[|\[\[|<\/?[a-z]|\{[#:.]|~~\S|`|^\|.*\|$|&[a-z]+;|<!--|(?<![\p{L}\d])\$\S+\$/mu;

/** @returns the first mark of markup that readers see outside of code; nothing where there is none */
export function shownMark(html: string): string | undefined {
  return MARKS.exec(
    textOf(html.replace(/<(code|a href="(?:https?|mailto):)[\s\S]*?<\/(?:code|a)>/g, "")),
  )?.[0];
}

/** What is read on a page; and what is heard, or seen where a pointer is, stands in attributes. */
function pageText(html: string): string {
  const attributes = [...html.matchAll(/="([^"]*)"/g)].map(([, value = ""]) => decoded(value));
  return [textOf(html), ...attributes.map(unescapeHtml)].join("\n");
}

/** Letters are divided by blocks and breaks only, not by what stands in line. */
function textOf(html: string): string {
  return unescapeHtml(html.replace(/<[^>]*>/g, ""));
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
