import { expect, test } from "vitest";
import { cacheName, isOwnCache } from "../../../src/reader/caches.ts";
import { keyOf, kindOf } from "../../../src/reader/worker/kinds.ts";

const SCOPE = "https://gorod.example/news/";

function kind(path: string): string | undefined {
  return kindOf(new URL(path, SCOPE).href, SCOPE);
}

test.each([
  ["", "pages"],
  ["?utm_source=mail", "pages"],
  ["articles/most/", "pages"],
  ["articles/most", "pages"],
  ["headlines/2025/05/09/#anchor", "pages"],
  ["assets/site-VJAMNP5P.css", "assets"],
  ["assets/literata-400-italic-MVDPN5BK.woff2", "assets"],
  ["assets/icon.svg", "pictures"],
  ["articles/most/most.svg", "pictures"],
  ["articles/most/%D0%BC%D0%BE%D1%81%D1%82.JPG", "pictures"],
  ["articles/most/photo-800.avif", "pictures"],
])("%s is kept with the %s", (path, kept) => {
  expect(kind(path)).toBe(kept);
});

test.each([
  "search/",
  "search/?q=мост",
  "search/pagefind.js",
  "search/pack/manifest.json",
  "search/pack/0a1b2c3d4e.pack",
  "pagefind/pagefind-component-ui.js",
  "pagefind/ru-fresh/pagefind-entry.json",
  "pagefind/ru-fresh/fragment/ru_0123abc.pf_fragment",
  "offline/",
  "admin",
  "admin/",
  "admin/admin-VJAMNP5P.js",
  "admin/assets/icons.woff2",
  "rss.xml",
  "sw.js",
  "manifest.webmanifest",
  "articles/most/plan.pdf",
])("nothing is kept of %s", (path) => {
  expect(kind(path)).toBeUndefined();
});

test.each([
  "https://gorod.example/",
  "https://gorod.example/newspaper/",
  "https://gorod.example/other/assets/site-VJAMNP5P.css",
  "https://other.example/news/",
  "http://gorod.example/news/",
])("%s is of another site", (address) => {
  expect(kindOf(address, SCOPE)).toBeUndefined();
});

test("a query and an anchor make no other page", () => {
  expect(keyOf(`${SCOPE}articles/most/?utm_source=mail#end`)).toBe(`${SCOPE}articles/most/`);
});

test("sites of one host keep apart what they keep", () => {
  const own = cacheName("pages", "/news/");
  expect(isOwnCache(own, "/news/")).toBe(true);
  for (const prefix of ["/", "/news/a/", "/new/"]) {
    expect(isOwnCache(own, prefix), prefix).toBe(false);
    expect(isOwnCache(cacheName("pages", prefix), "/news/"), prefix).toBe(false);
  }
  expect(isOwnCache("somebody-else /news/", "/news/")).toBe(false);
});
