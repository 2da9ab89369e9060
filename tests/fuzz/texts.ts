import { fc } from "../unit/language/property.ts";
import { CORPUS } from "./corpus.ts";

/** Pieces of Markdown and YAML that mean something, and plain Russian between them. */
const PIECES =
  "> |- |* |+ |1. |# |## |[|]|(|)|![|](|{|}|<|>|*|**|_|__|`|```|~~|~~~|\\|\n|\n\n|  \n|\t|    |---|===|:::|[^1]|[^1]: |*[а]: |{lang=en}|&amp;|&|&#|;|\"|'|«|»|„|“|—| - |...|http://a.ru|https://|//|@|a@b.ru|<br>|<b>|</b>|</a>|<!--|-->|$|%|^|=|+|:|: |- |, |#| #|!|!!|*a|&a|?|\u00a0|\u0301".split(
    "|",
  );
const WORDS =
  "мост река город «Вестник» открыт А.С. Пушкин в 2026 г. и XXI век — 5 % КНР не же Ёлка 10 000 ₽".split(
    " ",
  );

const any = (list: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...list);

/** Signs of every plane, halves of pairs among them. */
const wild = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  any(["\ud800", "\udfff", "\udfff\ud800"]),
);

const repeated = fc
  .tuple(fc.oneof(any(PIECES), any(CORPUS.signs)), fc.integer({ min: 2, max: 60 }))
  .map(([piece, count]) => piece.repeat(count));

const piece = fc.oneof(
  { weight: 6, arbitrary: any([...PIECES, "|"]) },
  { weight: 5, arbitrary: any(WORDS) },
  { weight: 5, arbitrary: any([...CORPUS.html, ...CORPUS.links, ...CORPUS.markdown]) },
  { weight: 3, arbitrary: any(CORPUS.signs) },
  { weight: 1, arbitrary: any(CORPUS.names) },
  { weight: 1, arbitrary: wild },
  { weight: 1, arbitrary: repeated },
);

/** A text of any lines. */
export const hostileText = fc
  .array(fc.tuple(piece, any(["", "", " ", "\n"])), { minLength: 1, maxLength: 14 })
  .map((pieces) => pieces.map((pair) => pair.join("")).join(""));

/** Most texts hold something that is refused; of those that are not more is seen. */
const REFUSED = /\[\^|:::|\{lang|!\[|(?![\n\t])\p{Cc}|\p{Cs}/gu;

/** A text that is seldom refused. */
export const shownText = fc.oneof(
  { weight: 4, arbitrary: hostileText.map((text) => text.replace(REFUSED, "[")) },
  { weight: 1, arbitrary: hostileText },
);

/** What a field may be given. */
export const hostileValue = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  { weight: 2, arbitrary: any(CORPUS.html) },
  { weight: 2, arbitrary: any(CORPUS.links) },
  { weight: 1, arbitrary: any(CORPUS.names) },
  { weight: 1, arbitrary: any(CORPUS.signs) },
  {
    weight: 1,
    arbitrary: fc.tuple(any(CORPUS.signs), any(WORDS)).map(([sign, word]) => sign + word),
  },
);

/** A value that is seldom refused. */
export const shownValue = fc.oneof(
  { weight: 6, arbitrary: hostileValue.map((text) => `Мост ${text.replace(REFUSED, "[")}`) },
  { weight: 1, arbitrary: hostileValue },
);

export const hostileName = fc.oneof(any(CORPUS.names), any(CORPUS.links), hostileText);
const webLink = any(CORPUS.links).map((link) => `https://good.example/${link}`);
export const hostileLink = fc.oneof(
  { weight: 3, arbitrary: webLink },
  { weight: 1, arbitrary: fc.oneof(any(CORPUS.links), hostileText) },
);

/** Text of YAML that is no value of ours. */
export const rawYaml = fc.oneof(
  { weight: 2, arbitrary: any(CORPUS.yaml) },
  { weight: 1, arbitrary: hostileText },
);

/** A text with pieces taken out, put in and doubled. */
export function mutated(seeds: readonly string[]): fc.Arbitrary<string> {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const change = fc.oneof(
    fc.tuple(fc.constant("insert" as const), place, fc.oneof(piece, hostileValue)),
    fc.tuple(fc.constant("cut" as const), place, place),
    fc.tuple(fc.constant("double" as const), place, place),
  );
  return fc
    .tuple(any(seeds), fc.array(change, { maxLength: 5 }))
    .map(([seed, changes]) => changes.reduce(changed, seed));
}

type Change = readonly ["insert", number, string] | readonly ["cut" | "double", number, number];

/** No piece is longer than a few lines: what is cut off whole tells nothing. */
const LONGEST_PIECE = 200;

function changed(text: string, change: Change): string {
  const at = Math.floor(change[1] * text.length);
  if (change[0] === "insert") return text.slice(0, at) + change[2] + text.slice(at);
  const end = at + Math.floor(change[2] * LONGEST_PIECE);
  const piece = change[0] === "double" ? text.slice(at, end).repeat(2) : "";
  return text.slice(0, at) + piece + text.slice(end);
}

/** A file, now and then with bytes that are no text. */
export function asFile(text: fc.Arbitrary<string>): fc.Arbitrary<string | Uint8Array> {
  const broken = fc
    .tuple(text, fc.uint8Array({ minLength: 1, maxLength: 6 }), fc.nat(1000))
    .map(([own, bytes, at]) => {
      const all = Buffer.from(own);
      const cut = all.length === 0 ? 0 : at % all.length;
      return Buffer.concat([all.subarray(0, cut), bytes, all.subarray(cut)]);
    });
  const lines = fc.tuple(text, any(["\r\n", "\r"])).map(([own, end]) => own.replaceAll("\n", end));
  return fc.oneof(
    { weight: 16, arbitrary: text },
    { weight: 1, arbitrary: lines },
    { weight: 1, arbitrary: broken },
  );
}
