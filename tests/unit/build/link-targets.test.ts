import { expect, test } from "vitest";
import { linksOf } from "../../../src/build/pages/link-targets.ts";

const BASE = "https://a.example/news/";
const targetsOf = (html: string): string[] =>
  linksOf("articles/most/index.html", html, BASE).map(({ to }) => to);

test("each target of a page is told once, in the order of the page", () => {
  const html = `<a href="/news/b/">б</a><a class="x" href="/news/a/#м">а</a><a href="/news/b/">б</a>
    <img src="p.png" srcset="p-1.png 1x, p-2.png 2x" alt="">`;
  const own = ["p.png", "p-1.png", "p-2.png"].map((name) => `articles/most/${name}`);
  expect(targetsOf(html)).toEqual(["b/", "a/#м", ...own]);
});

test("what an attribute says of another one is no address", () => {
  expect(targetsOf('<a title="пишите href=" href="/news/a/">а</a>')).toEqual(["a/"]);
  expect(targetsOf('<p title="src=/news/b/" data-href="/news/c/">б</p>')).toEqual([]);
});

test("pages that lead on, and pictures for messengers, are links; other sites and no addresses are not", () => {
  const html = `<meta http-equiv="refresh" content="0; url=/news/c/">
    <meta property="og:image" content="https://a.example/news/card.png">
    <a href="https://b.example/">б</a><link href="https://[">`;
  expect(targetsOf(html)).toEqual(["c/", "card.png"]);
});
