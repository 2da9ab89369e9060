import { test } from "vitest";
import { setByLibrary, typography } from "../../../src/content/typography.ts";
import { fc } from "../language/property.ts";

const INITIAL = /(?<!\p{L})(\p{Lu}\.) (?=\p{Lu}\p{Ll})/gu;

/** The whole library, and after it the one rule that is the project's own. */
const slowly = (text: string): string => setByLibrary(text).replace(INITIAL, "$1\u00a0");

const from = (list: string, separator = " "): fc.Arbitrary<string> =>
  fc.constantFrom(...list.split(separator));

const WORDS =
  "и в на же бы ли ль б не Пушкин мир Москва А Б Ё т д е м рф ру дд мм гг г вв год тыс млн руб " +
  "коп мая марта Май июнь Январь январе -е по-прежнему кое п/п сегодня COVID IT it O'Neil I V X XX";
const DIGITS = "0 1 5 7 10 31 90 100 1941 1945 2026 12345 14:30 1/2 49,4";
const PUNCTUATION = ". , : ; ! ? … .. ... .... - -- – — ‒ ' ’ ( ) [ ] / + % № § ¶ _ * #";
const QUOTES = '" « » „ “ ‟ ” ‹ › ‘ ‚';
const ODDITIES =
  "< > & &nbsp; &quot; &#1; &lt; <v> </v> <b> \\ \\u00a0; :// http:// @ \uE000 \r ſ K";

/** What each rule is there for, whole or nearly, for chance seldom puts one together. */
const PHRASES_OF_WORDS =
  " т.д.| т. е.| а.е.м.| и т.п. |мм. дд.|дд. мм.| рф. ру.| А. С. Пушкин|А.С. Пушкин| А.\u00a0С.\u202fПушкин|" +
  "А. Тозик|мир ли,|Мир же |мир\u00a0бы |нет ль!|мир б |мир ж?|мир ли на |Вот... |Вот....|и он. И|мир он!";
const PHRASES_OF_SIGNS =
  "XX в,|XX вв.|X—XX в|I-V |X – I|май‒июнь|Январь - май|январе-марте|мая -- июня|10-11 мая |10 мая|" +
  "1941-1945 гг.|1941—1945 г.|1941 – 1945\u00a0г|1990-2000-е гг|2026г.|2026 г |14:30-15:10|мир ‒ мир|" +
  "20млн |5 тыс.|5руб.|5 коп.|на 12.|мир 5!|10 мир |№ 5|№п/п|§ 5|§V|¶ 5|¶5|о'н|" +
  '«а «б» в»|"а "б"" |«“а”»|‹а›|мир ли"|мир б»|"мир" "Мир"|30"';

const spaces = fc.constantFrom(" ", " ", " ", "\u00a0", "\u2009", "\u202f", "\n", "\t", "  ");
const prose = fc.oneof(
  { weight: 5, arbitrary: from(WORDS) },
  { weight: 6, arbitrary: spaces },
  { weight: 3, arbitrary: from(PUNCTUATION) },
  { weight: 3, arbitrary: from(PHRASES_OF_WORDS, "|") },
);
const news = fc.oneof(
  { weight: 5, arbitrary: prose },
  { weight: 2, arbitrary: from(DIGITS) },
  { weight: 1, arbitrary: from(QUOTES) },
  { weight: 2, arbitrary: from(PHRASES_OF_SIGNS, "|") },
);
const anything = fc.oneof(
  { weight: 8, arbitrary: news },
  { weight: 1, arbitrary: from(ODDITIES) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 3 }) },
);
/** An ordinary text with at most one thing in it that is not. */
const words = fc.oneof(
  from("мир и Москва . , ! ? … ( )"),
  fc.constant(" "),
  from(PHRASES_OF_WORDS, "|"),
);
const few = fc.oneof(
  { weight: 12, arbitrary: words },
  { weight: 1, arbitrary: from(PHRASES_OF_SIGNS, "|") },
);
const letters = fc.constantFrom(..."абвгдежлмртуёьыяАБГЖЁЯazIVX .,!?…\u00a0\n");
const characters = fc.constantFrom(...`${WORDS}${DIGITS}${PUNCTUATION}${QUOTES}\n`);

const RUNS = Number(process.env.TYPOGRAPHY_RUNS ?? 500);

test.each([
  ["words and punctuation", prose],
  ["words, digits, dashes and quotation marks", news],
  ["those with tags, entities and rare signs", anything],
  ["ordinary words with a sign among them", few],
  ["letters at random", letters],
  ["characters at random", characters],
])("the rules that are run give what the whole library gives: %s", (_name, piece) => {
  const text = fc.array(piece, { maxLength: 16 }).map((pieces) => pieces.join(""));
  const property = fc.property(text, (typed) => typography(typed) === slowly(typed));
  fc.assert(property, { numRuns: RUNS });
});

test.each(`${PHRASES_OF_WORDS}|${PHRASES_OF_SIGNS}`.split("|"))("also for «%s» alone", (phrase) => {
  fc.assert(
    fc.property(
      fc.constantFrom("", " ", "мир ", "("),
      fc.constantFrom("", " ", ".", ", и"),
      (a, b) => {
        return typography(a + phrase + b) === slowly(a + phrase + b);
      },
    ),
  );
});
