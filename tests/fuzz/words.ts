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

const wordyShape = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([blocks, hasNotes]) => [...blocks, ...(hasNotes ? [NOTES] : [])].join("\n\n"));

/** The text of an article in which every word is there once. */
export const wordyText: fc.Arbitrary<string> = wordyShape.map(named);

/** Values as editors type them; behind quotation marks «#» begins a comment, and is none of these. */
const VALUES = [
  ...["@", '"@ #@"', "'@: @'", "@ № 1", "@ #@", "@ # @", "@: @", ">-\n  @\n  @", "|\n  @ # @"],
  ...['@ "@"', '"@" @', '@ 24"', "*@*", "&x @", "!@", "[@]", "{@}", "- @", "@\n  @", "%@", "`@`"],
  ...["<b>@</b> @", "**@**", "@ -- @", "«@»", '"«@» \\"@\\""', "@'@", "@, @", "~ @", "1.10 @"],
];

const field = (name: string) => fc.constantFrom(...VALUES).map((value) => `${name}: ${value}\n`);

/** The file of an article, its fields included, in which every word is there once. */
export const wordyFile: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: fc.constant("title: @ @\n") }, field("title")),
    fc.oneof({ weight: 3, arbitrary: fc.constant("") }, field("summary")),
    wordyShape,
  )
  .map(([title, summary, text]) => named(`---\n${title}${summary}---\n${text}\n`));

const LETTERS = "абвгдежзик";

/** Mail addresses keep their @ between Latin letters: those of `@@`. */
function named(shape: string): string {
  let count = 0;
  return shape.replaceAll("@@", "x@").replace(/(?<!x)@/g, () => {
    const digits = String(count++).padStart(3, "0");
    return `слово${[...digits].map((digit) => LETTERS[Number(digit)]).join("")}щ`;
  });
}
