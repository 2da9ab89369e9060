import { fc } from "../unit/language/property.ts";
import { CORPUS } from "./corpus.ts";
import { asFile, hostileText } from "./texts.ts";

/** Drawings, and what is called so: attacks where they are elements, and where they are only words. */

const any = (list: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...list);

const ATTRIBUTES = [
  "onload=\"document.title='PWNED'\"",
  "onclick='1'",
  'href="javascript:1"',
  'xlink:href="https://evil.example/x"',
  'style="fill:url(https://evil.example/x)"',
  'style="fill:url(#a)"',
  'fill="url(#a)"',
  'fill="url(x.svg#a)"',
  'data-x="javascript:1"',
  'class="onload=1"',
  'id="a"',
  'xml:base="https://evil.example/"',
  'xmlns="http://www.w3.org/1999/xhtml"',
  'xmlns:xlink="http://www.w3.org/1999/xhtml"',
  'xmlns:e="http://www.w3.org/2001/xml-events" e:event="load"',
  'x="1"',
  "transform='rotate(9)'",
  'font-family="</style><script>1</script>"',
];

const ELEMENTS = "rect g text style use image animate set a script title desc switch symbol".split(
  " ",
);

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** How a piece may stand in a drawing: as it is, or as words that a browser must not take for more. */
const WRAPS: readonly ((piece: string) => string)[] = [
  (piece) => piece,
  (piece) => `<text>${escaped(piece)}</text>`,
  (piece) => `<title><![CDATA[${piece}]]></title>`,
  (piece) => `<desc>${escaped(piece)}</desc>`,
  (piece) => `<!-- ${piece.replaceAll("--", "- -")} -->`,
  (piece) => `<metadata>${piece}</metadata>`,
  (piece) => `<g data-x="${escaped(piece).replaceAll('"', "&quot;")}"/>`,
  (piece) => `<g id='${escaped(piece).replaceAll("'", "&#39;")}'><rect/></g>`,
  (piece) => `<style>/* ${escaped(piece)} */</style>`,
  (piece) => `<g>${piece}</g>`,
  (piece) => `<![CDATA[${piece}]]>`,
  (piece) =>
    `<sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd">${piece}</sodipodi:namedview>`,
];

const element = fc
  .tuple(any(ELEMENTS), fc.uniqueArray(any(ATTRIBUTES), { maxLength: 2 }))
  .map(([name, attributes]) => `<${[name, ...attributes].join(" ")}/>`);

const piece = fc.oneof(
  { weight: 4, arbitrary: any(CORPUS.drawings) },
  { weight: 2, arbitrary: any([...CORPUS.html, ...CORPUS.links]) },
  { weight: 3, arbitrary: element },
  { weight: 1, arbitrary: hostileText },
);

const inner = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 1, arbitrary: fc.constant(0) },
        { weight: 3, arbitrary: fc.nat(WRAPS.length - 1) },
      ),
      piece,
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.map(([wrap, own]) => WRAPS[wrap]?.(own) ?? own).join("\n"));

const BEFORE = [
  '<?xml version="1.0" encoding="UTF-8"?>\n',
  '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n',
  '<!DOCTYPE svg PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x">\n',
  "<!DOCTYPE svg [<!ENTITY a \"<script>document.title='PWNED'</script>\">]>\n",
  "<!DOCTYPE svg [<!ATTLIST svg onload CDATA \"document.title='PWNED'\">]>\n",
  '<?xml-stylesheet href="https://evil.example/x.css"?>\n',
  "<!-- a -->",
  "\ufeff",
];

const start = fc.oneof(
  { weight: 6, arbitrary: fc.constant("") },
  { weight: 1, arbitrary: any(BEFORE) },
);
const rootAttributes = fc.oneof(
  { weight: 6, arbitrary: fc.constant("") },
  { weight: 1, arbitrary: any(ATTRIBUTES) },
);

/** The file of a drawing. */
export const drawingFile: fc.Arbitrary<string | Uint8Array> = asFile(
  fc
    .tuple(start, rootAttributes, inner)
    .map(
      ([before, own, content]) =>
        `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="300" height="200" ${own}>${content}</svg>`,
    ),
);
