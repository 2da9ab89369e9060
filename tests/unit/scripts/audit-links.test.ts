import { expect, test } from "vitest";
import { brokenLinks } from "../../../scripts/audit/links.ts";
import { marksOf } from "../../../scripts/audit/marks.ts";
import { temporaryFolder } from "../temporary.ts";

const ADDRESS = "http://localhost:8191/news/";

function problemsOf(html: string): string[] {
  const folder = temporaryFolder({
    "index.html": html,
    "articles/most/index.html": '<h1 id="vverkh">Мост</h1>',
    "articles/most/photo.jpg": "",
    "feed.xml": "",
  });
  return brokenLinks(folder, ADDRESS).problems;
}

test.each([
  '<a href="/news/articles/most/">',
  '<a href="articles/most/#vverkh">',
  '<a href="#zdes" id="zdes">',
  '<a href="/news/articles/most/?q=1#vverkh">',
  '<link rel="alternate" href="/news/feed.xml"/>',
  '<img alt="a > b" src="/news/articles/most/photo.jpg" srcset="articles/most/photo.jpg 2x">',
  '<meta property="og:url" content="http://localhost:8191/news/articles/most/">',
  '<a href="https://press.example/">',
  '<a href="mailto:news@press.example">',
  "<code>&lt;a href=&quot;/news/no/&quot;&gt;</code>",
])("%s is right", (html) => {
  expect(problemsOf(html)).toEqual([]);
});

test.each([
  ['<a href="/news/articles/net/">', "no such file"],
  ['<a href="/news/articles/most">', "no slash"],
  ['<a href="/articles/most/">', "outside of the path prefix"],
  ['<a href="articles/most/#net">', "no id «net» there"],
  ['<a href="#net">', "no id «net» there"],
  ['<img alt="a > b" src="photo.jpg">', "no such file"],
  [
    '<source srcset="articles/most/photo.jpg 400w, articles/most/photo-800.avif 800w">',
    "photo-800",
  ],
  ['<meta property="og:image" content="http://localhost:8191/news/card.png"/>', "no such file"],
  ['<meta http-equiv="refresh" content="0; url=/news/net/">', "no such file"],
])("%s is broken: %s", (html, problem) => {
  expect(problemsOf(html)).toEqual([expect.stringContaining(problem)]);
});

test("entities in addresses are read", () => {
  expect(marksOf('<a href="/search/?q=1&amp;b=2">').links).toEqual([
    { name: "href", value: "/search/?q=1&b=2" },
  ]);
});
