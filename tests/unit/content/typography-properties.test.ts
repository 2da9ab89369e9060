import { expect, test } from "vitest";
import { typography } from "../../../src/content/typography/typography.ts";
import { cases, fc } from "../language/property.ts";

const from = (list: string, separator = " "): fc.Arbitrary<string> =>
  fc.constantFrom(...list.split(separator));

const WORDS =
  "и в на же бы ли ль б не Пушкин мир Москва А Б Ё т д е м рф ру мм гг г вв год тыс млн руб обл р-н " +
  "коп мая марта Май июнь Январь январе -е по-прежнему кое п/п COVID IT it O'Neil I V X XX Ту-154";
const DIGITS = "0 1 5 7 10 31 90 100 000 1941 1945 2026 12345 14:30 1/2 49,4 ½";
const PUNCTUATION =
  ". , : ; ! ? … .. ... .... - -- --- – — ‒ ' ’ ′ ( ) [ ] / + % ° № § ¶ _ * # $ €";
const QUOTES = '" " " « » „ “ ‟ ” ‹ › ‘ ‚ ″';
const ODDITIES =
  '< > & &nbsp; &quot; <v> </v> <b> <script>" \\ :// http:// http://а.б/-- @ а@б.в www. \uE000 \uE001 \r ſ K';
/** What each rule is there for, whole or nearly, for chance seldom puts one together. */
const PHRASES =
  " т.д.| т. е.|а.е.м.| и т.п. |с.ш.| А. С. Пушкин|А.С. Пушкин|А.С.Пушкин|Пушкин А.С.|А. Тозик|мир ли,|" +
  "Мир же |нет ль!|мир ж?|Вот... |Вот....|и он. И|мир он!|XX в,|XX вв.|X—XX в|I-V |X – I|май‒июнь|" +
  "Январь - май|мая -- июня|10-11 мая |10 мая|1941-1945 гг.|1941—1945 г.|1941 – 1945\u00a0г|(1941 - 1945)|" +
  "1990-2000-е гг|2026г.|14:30-15:10|мир ‒ мир|20млн |5 тыс.|5руб.|на 12.|мир 5!|№ 5|№п/п|§ 5|§V|¶5|о'н|" +
  '1 000 000 |10 % |5 °C|г. Минск|ул. Ленина|обл. |г. п. |"- Да"|-- Да|тел. 1941-1945|ГОСТ 1050-2013|' +
  '«а «б» в»|"а "б""|««а» б»|""а""|"мир" "Мир"|30"|53°54\'15"|6\'2"|"мир 5"|"Ту-154"|"а"-"б"|"а"б|"а? ".';

const spaces = fc.constantFrom(" ", " ", " ", "\u00a0", "\u2009", "\u202f", "\n", "\t", "  ");
const news = fc.oneof(
  { weight: 5, arbitrary: from(WORDS) },
  { weight: 6, arbitrary: spaces },
  { weight: 3, arbitrary: from(PUNCTUATION) },
  { weight: 3, arbitrary: from(QUOTES) },
  { weight: 2, arbitrary: from(DIGITS) },
  { weight: 4, arbitrary: from(PHRASES, "|") },
);
const anything = fc.oneof(
  { weight: 8, arbitrary: news },
  { weight: 1, arbitrary: from(ODDITIES) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 3 }) },
);
const quotations = fc.oneof(
  { weight: 4, arbitrary: from(QUOTES) },
  { weight: 3, arbitrary: from("мир Мир 5 27 Ту-154 . , ? ( ) - — …") },
  { weight: 2, arbitrary: fc.constant(" ") },
);
const characters = fc.constantFrom(...`${WORDS}${DIGITS}${PUNCTUATION}${QUOTES}\n`);

const KINDS = [
  ["news", news],
  ["news with tags, addresses and rare signs", anything],
  ["quotation marks", quotations],
  ["characters at random", characters],
] as const;

const RUNS = { numRuns: Number(process.env.TYPOGRAPHY_RUNS ?? cases(500)) };

const textOf = (piece: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(piece, { maxLength: 16 }).map((pieces) => pieces.join(""));

test.each(KINDS)("what is set stays when it is set again: %s", (_name, piece) => {
  const property = fc.property(textOf(piece), (typed) => {
    const set = typography(typed);
    expect(typography(set)).toBe(set);
  });
  fc.assert(property, RUNS);
});

/** All but quotation marks, dashes, spaces, the ellipsis and the apostrophe. */
const said = (text: string): string => text.replace(/["“”‟«»„'’‒–—\u00a0\u202f\u2009 .…-]/g, "");

test.each(KINDS)("no letter, no digit, no other sign is changed: %s", (_name, piece) => {
  const property = fc.property(textOf(piece), (typed) => {
    expect(said(typography(typed))).toBe(said(typed));
  });
  fc.assert(property, RUNS);
});

const MARKS = /["“”‟«»„]/g;

test.each(KINDS)("quotation marks are set all or none: %s", (_name, piece) => {
  const property = fc.property(textOf(piece), (typed) => {
    const marks = (text: string): string => text.match(MARKS)?.join("") ?? "";
    const set = marks(typography(typed));
    if (set === marks(typed)) return;
    // Those that belong to a number are in no pair.
    let left = set;
    for (let before = ""; before !== left; ) {
      before = left;
      left = left.replace(/«["“”‟]*»|„["”‟]*“/g, "");
    }
    left = left.replace(/["“”‟]/g, "");
    expect(left).toBe("");
  });
  fc.assert(property, RUNS);
});

/** A quotation with what it holds, in marks of one kind for all of it: as typed, and as it is set. */
interface Sentence {
  readonly typed: string;
  readonly set: string;
}

const word = from("мост река город Луч Ту-154 COVID-19 №1 2026");
const sentences = fc.letrec<{ readonly text: Sentence; readonly quotation: Sentence }>((tie) => ({
  text: fc
    .tuple(word, fc.option(tie("quotation"), { depthSize: "small", nil: undefined }), word)
    .map(([before, inner, behind]): Sentence => {
      if (inner === undefined) return { typed: before, set: before };
      const around = (middle: string): string => `${before} ${middle}, ${behind}`;
      return { typed: around(inner.typed), set: around(inner.set) };
    }),
  quotation: tie("text").map(({ typed, set }): Sentence => {
    return { typed: `"${typed}"`, set: `«${set.replaceAll("«", "„").replaceAll("»", "“")}»` };
  }),
}));

const depthOf = (typed: string): number => typed.split('"').length >> 1;

test("quotations are set whatever stands beside them, with inches among them", () => {
  const join = fc.constantFrom(
    " и ",
    ", ",
    ",",
    "-",
    " — ",
    "(",
    "; ",
    ". ",
    ' 27", ',
    " 6'2\" - ",
  );
  const joined = fc.array(fc.tuple(sentences.quotation, join), { minLength: 1, maxLength: 4 });
  const property = fc.property(joined, (parts) => {
    fc.pre(parts.every(([{ typed }]) => depthOf(typed) <= 2));
    const whole = (of: "typed" | "set"): string =>
      parts.map(([one, between]) => one[of] + between).join("");
    const marks = (text: string): string => text.match(MARKS)?.join("") ?? "";
    expect(marks(typography(whole("typed")))).toBe(marks(whole("set")));
  });
  fc.assert(property, RUNS);
});
