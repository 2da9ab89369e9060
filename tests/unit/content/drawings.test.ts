import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readArchive, readDrawingFile } from "../../../src/content/index.ts";
import { temporaryFolder } from "../temporary.ts";

const SVG = 'xmlns="http://www.w3.org/2000/svg"';
const XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"';
const XHTML = 'xmlns:h="http://www.w3.org/1999/&#x0000078;html"';

/** @param inner what stands in an SVG file with a root */
function drawing(inner: string, attributes = ""): string {
  return `<svg ${SVG} ${XLINK} viewBox="0 0 9 9"${attributes}>\n  ${inner}</svg>`;
}

const clean = (text: string) => readDrawingFile("a.svg", Buffer.from(text));
const published = (text: string): string => clean(text).svg;

describe("what is more than a drawing is refused with its place", () => {
  test.each([
    // Whatever runs.
    ["<script>1</script>", "2:3: Рисунок: элемента <script>"],
    ['<script href="https://evil.example/x.js"/>', "элемента <script>"],
    ['<g\n  onload="1"/>', "3:3: Рисунок: атрибута «onload»"],
    ['<rect width="1" ONCLICK="1"/>', "2:19: Рисунок: атрибута «ONCLICK»"],
    ['<handler type="text/javascript">1</handler>', "элемента <handler>"],
    ['<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>', "элемента <x:script>"],
    // Links, in whatever spelling.
    ['<a href="https://evil.example/"><rect/></a>', "элемента <a>"],
    ['<a xlink:href="&#x000006A;avascript:1"><rect/></a>', "элемента <a>"],
    ['<a href="&#0000000106;avascript:1"><rect/></a>', "элемента <a>"],
    ['<a xlink:href="javascript&colon;1"/>', "XML не читается: undefined entity"],
    ['<use href="&#x000006A;avascript:1"/>', "2:8: Рисунок: ссылки href"],
    ['<use xlink:href="https://evil.example/x.svg#a"/>', "ссылки xlink:href"],
    ['<use href="x.svg#a"/>', "ссылки href"],
    ['<use href="data:image/svg+xml,%3Csvg/%3E#a"/>', "ссылки href"],
    // What is loaded.
    ['<image href="https://evil.example/x.png" width="1" height="1"/>', "ссылки href"],
    ['<image xlink:href="//evil.example/x.png"/>', "ссылки xlink:href"],
    ['<image href="photo.png"/>', "ссылки href"],
    ['<image href="data:image/svg+xml;base64,PHN2Zy8+"/>', "ссылки href"],
    ['<filter><feImage href="https://evil.example/x"/></filter>', "элемента <feImage>"],
    ['<linearGradient xlink:href="https://evil.example/#a"/>', "ссылки xlink:href"],
    ['<rect fill="url(https://evil.example/#a)"/>', "2:9: Рисунок: «url(https"],
    ['<rect fill="url(x.svg#a)"/>', "«url(x.svg"],
    ["<rect style=\"fill:url('//evil.example/x#a')\"/>", "«url("],
    ['<rect style="fill:u\\72l(x)"/>', "«\\72l"],
    ['<rect cursor="url(https://evil.example/c),auto"/>', "«url("],
    ["<style>@import url(https://evil.example/x.css);</style>", "«@import"],
    ['<style>@import "https://evil.example/x.css";</style>', "«@import"],
    ["<style><![CDATA[@IMPORT 'x.css';]]></style>", "«@IMPORT"],
    ["<style>&#64;import 'x.css';</style>", "«@import"],
    ["<style>@\\69mport 'x.css';</style>", "«@"],
    ["<style>@font-face{font-family:a;src:url(https://evil.example/f)}</style>", "«@font-face"],
    ["<style>rect{fill:url( 'https://evil.example/x' )}</style>", "«url("],
    ["<style>rect{mask:image-set('https://evil.example/x' 1x)}</style>", "«image-set("],
    ["<style>rect{mask:-webkit-image-set(url(#a) 1x)}</style>", "«-webkit-image-set("],
    ["<style>rect{mask:src('https://evil.example/x')}</style>", "«src("],
    ['<style type="text/xsl">a</style>', "стилей «text/xsl»"],
    // What is changed later.
    ['<animate attributeName="href" to="javascript:1"/>', "анимации атрибута «href»"],
    ['<set attributeName="xlink:href" to="https://evil.example/"/>', "анимации атрибута"],
    ['<set attributeName="onclick" to="1"/>', "анимации атрибута «onclick»"],
    ['<set attributeName="style" to="fill:red"/>', "анимации атрибута «style»"],
    ['<animate attributeName="fill" values="red;url(https://evil.example/)"/>', "«url("],
    // What is not SVG.
    [
      `<h:meta ${XHTML} http-equiv="refresh" content="0;url=https://evil.example/"/>`,
      "<h:meta> из",
    ],
    [`<h:link ${XHTML} rel="stylesheet" href="https://evil.example/x.css"/>`, "<h:link> из"],
    [`<h:form ${XHTML} action="https://evil.example/"/>`, "<h:form> из"],
    ["<foreignObject><p>а</p></foreignObject>", "элемента <foreignObject>"],
    ['<m:math xmlns:m="http://www.w3.org/1998/Math/MathML"/>', "<m:math> из"],
    ['<rect xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load"/>', "атрибута «ev:event»"],
    [
      '<g xml:base="https://evil.example/"><use href="#a"/></g>',
      "2:6: Рисунок: атрибута «xml:base»",
    ],
    ['<?xml-stylesheet href="https://evil.example/x.css"?>', "инструкции <?xml-stylesheet?>"],
    ["<!DOCTYPE svg>", "XML не читается"],
    ["<rect/><rect", "XML не читается"],
    ["<g></rect>", "XML не читается"],
    ['<rect x="1" x="2"/>', "XML не читается"],
    ["<p:rect/>", "XML не читается"],
    ["<g>".repeat(600) + "</g>".repeat(600), "вложены глубже"],
  ])("%s", (inner, message) => {
    expect(() => published(drawing(inner))).toThrow(message);
    expect(() => published(drawing(inner))).toThrow(/a\.svg:\d+:\d+: .*\n {4}Как исправить: \S/);
  });

  test.each([
    ['<!DOCTYPE svg PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x">', "<!DOCTYPE>"],
    ['<!DOCTYPE svg [<!ENTITY a "b">]>', "<!DOCTYPE>"],
    ['<!DOCTYPE svg SYSTEM "https://evil.example/x.dtd">', "<!DOCTYPE>"],
    ['<?xml-stylesheet type="text/xsl" href="#a"?>', "xml-stylesheet"],
    ['<?xml version="1.0" encoding="utf-7"?>', "не в UTF-8"],
    ["<html>", "элемента <html>"],
    ["<rect/>", "начинается с <rect>"],
  ])("before the root: %s", (before, message) => {
    expect(() => published(`${before}\n${drawing("<rect/>")}`)).toThrow(message);
  });

  test("a file that is no SVG at all", () => {
    expect(() => published("<html><script>1</script></html>")).toThrow("элемента <html>");
    expect(() => published("<html xmlns='http://www.w3.org/1999/xhtml'/>")).toThrow("<html> из");
    const windows1251 = Buffer.from([0x3c, 0x73, 0xcf, 0xf0]);
    expect(() => readDrawingFile("a.svg", windows1251)).toThrow("не в UTF-8");
  });
});

describe("what is a drawing stays as it is", () => {
  test.each([
    '<path d="M0 0h9" fill="none" stroke="#1a2b3c" stroke-width="2"/>',
    '<defs><linearGradient id="а"><stop offset="0"/></linearGradient></defs><rect fill="url(#а)"/>',
    "<rect style=\"fill:url('#a');stroke:rgb(1 2 3)\"/>",
    '<symbol id="a"><circle r="1"/></symbol><use href="#a" x="1"/><use xlink:href="#a"/>',
    '<text x="1" font-family="PT Sans, serif">a &lt; b &amp; c <tspan>on = 1</tspan></text>',
    "<style>.a{fill:red} @media (max-width:9px){.a:not(.b) > path{fill:url(#a)}}</style>",
    '<image href="data:image/png;base64,iVBORw0KGgo=" width="1" height="1"/>',
    '<rect><animate attributeName="x" values="0;9" dur="1s" repeatCount="indefinite"/></rect>',
    '<title>Мост</title><desc>Схема</desc><g aria-label="Мост" data-name="Слой 1"/>',
    '<filter id="a"><feGaussianBlur stdDeviation="1"/></filter><g filter="url(#a)"/>',
    '<text xml:space="preserve">  a</text>',
  ])("%s", (inner) => {
    const given = drawing(inner);
    const expected = inner.includes("xlink:") ? given : given.replace(` ${XLINK}`, "");
    expect(clean(given)).toEqual({ svg: expected, leftOut: [] });
  });

  test("a namespace is added where there is none, a prefix taken away", () => {
    const svg = `<svg ${SVG} viewBox="0 0 2 1"><rect/></svg>`;
    expect(published('<svg viewBox="0 0 2 1"><rect/></svg>')).toBe(svg);
    const own = `<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><s:rect/></s:svg>`;
    expect(published(own)).toBe(svg);
  });
});

test("what programs that draw write for themselves is left out, and said", () => {
  const { svg, leftOut } = clean(`<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg ${SVG} xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
  xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" width="9" height="9"
  inkscape:export-filename="/home/anna/most.png" sodipodi:docname="most.svg"><sodipodi:namedview
  id="a"><inkscape:grid onload="1"/></sodipodi:namedview><metadata><rdf:RDF><?xpacket a?></rdf:RDF
  ></metadata><rect inkscape:label="Мост" x="1"/></svg>`);
  expect(svg).toBe(`<svg ${SVG} width="9" height="9"><rect x="1"/></svg>`);
  expect(leftOut).toEqual([
    "DOCTYPE",
    "данные программы рисования",
    "комментарии",
    "сведения о файле (metadata)",
  ]);
});

test("what is published is read as the same drawing again", () => {
  const given = drawing('<text>&#38;lt;script&#62; ]]&gt;</text><g id="&#34;&#10;&lt;\'"/>');
  const once = published(given);
  expect(published(once)).toBe(once);
  expect(once).toContain("&amp;lt;script> ]]&gt;");
});

test("an article that shows such a file names the place in it", () => {
  const folder = temporaryFolder({
    "content/a.md": "---\ntitle: А\n---\n\n![Схема](b.svg)\n",
    "content/b.svg": drawing("<g>\n<script>1</script></g>"),
  });
  const folders = { content: join(folder, "content"), data: join(folder, "_data") };
  expect(() => readArchive(folders)).toThrow(/b\.svg:3:1: Рисунок «b\.svg»: элемента <script>/);
});

test("the size is that of what is published", () => {
  const comment = `<!-- ${"x".repeat(5000)} <svg width="1" height="1"> -->`;
  const folder = temporaryFolder({
    "content/a.md": "---\ntitle: А\nimage: b.svg\n---\n",
    "content/b.svg": `${comment}<svg ${SVG} width="30" height="20"/>`,
  });
  const folders = { content: join(folder, "content"), data: join(folder, "_data") };
  const [article] = readArchive(folders).articles;
  expect(article?.picture).toMatchObject({ width: 30, height: 20 });
});
