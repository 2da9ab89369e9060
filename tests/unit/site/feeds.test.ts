import { join } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { feedProblems } from "../../../scripts/audit/feeds.ts";
import { noticesOf } from "../../../src/build/checks/notices.ts";
import type { SliceFacts } from "../../../src/build/tasks/slice-files.ts";
import { openArchive, UNDATED } from "../../../src/content/index.ts";
import { toAtom } from "../../../src/site/feeds/atom.ts";
import { allFeeds, type Feed, labelFeed, siteFeed } from "../../../src/site/feeds/feed.ts";
import { feedLinks, hasAtom } from "../../../src/site/feeds/index.ts";
import { toJsonFeed } from "../../../src/site/feeds/json-feed.ts";
import { toRss } from "../../../src/site/feeds/rss.ts";
import { type ArchiveLists, type FeedSource, feedSource } from "../../../src/site/index.ts";
import { temporaryFolder } from "../temporary.ts";
import { article, date, headline, lists, SITE, TOPIC, topic } from "./samples.ts";

const HARD_TEXT = 'a < b & "c" ]]> \u0000\u0008\uFFFE\uD800 <script>«д»</script> 😀';

const SHELF = lists({
  articles: [
    article("most", {
      title: HARD_TEXT,
      summary: HARD_TEXT,
      date: date("2026-11-23T14:30:00+03:00"),
      updated: date("2026-11-24T09:00:00+03:00"),
      authors: ["Анна Иванова", "Пётр Петров"],
      topics: [TOPIC],
      source: { name: "Агентство", url: "https://agency.example/1?a=1&b=2" },
      bylines: [{ name: "Анна Иванова", slug: "anna-ivanova" }],
      picture: {
        path: "/articles/most/photo.jpg",
        alt: "",
        caption: "На мосту",
        width: 800,
        height: 600,
        variants: [],
      },
    }),
    article("den", { date: date("2026-11-22") }),
    article("bez-daty-b"),
    article("bez-daty-a"),
  ],
  headlines: [
    headline("utro", { date: date("2026-11-23T08:00:00+03:00"), link: "/news/articles/most/" }),
    headline("bez", { link: "https://other.example/" }),
  ],
});

const PHOTO = "https://vesti.example/news/articles/most/photo.jpg";
const sourceOf = (archive: ArchiveLists): FeedSource => ({ ...feedSource(archive), texts: {} });
const TEXT = '<p>Весь текст: 2 &lt; 3 <a href="https://vesti.example/news/">на сайте</a>.</p>';
const RICH: FeedSource = { ...sourceOf(SHELF), texts: { "/articles/most/": TEXT } };

const read = new XMLParser({ ignoreAttributes: false, parseTagValue: false });
const paths = (feed: Feed): string[] => feed.items.map(({ address }) => address.slice(26));

test("articles and headlines stand together, the newest first, then the undated in their order", () => {
  expect(paths(siteFeed(SITE, RICH, "rss"))).toEqual([
    "/articles/most/",
    "/headlines/2026/11/23/#utro",
    "/articles/den/",
    "/articles/bez-daty-b/",
    "/articles/bez-daty-a/",
    "/headlines/#bez",
  ]);
});

test("a feed holds 30 items", () => {
  const many = Array.from({ length: 40 }, (_, index) => article(`s-${index}`));
  const items = siteFeed(
    SITE,
    sourceOf(lists({ articles: many, headlines: [headline("h")] })),
    "rss",
  ).items;
  expect(items).toHaveLength(30);
  expect(labelFeed(SITE, topic(many), "rss", {}).items).toHaveLength(30);
});

test.each([
  ["rss", "/rss.xml", toRss],
  ["atom", "/atom.xml", toAtom],
  ["json", "/feed.json", toJsonFeed],
] as const)("%s is valid, whatever texts hold", async (format, path, write) => {
  const feeds = [
    siteFeed(SITE, RICH, format),
    labelFeed(SITE, topic(RICH.articles), format, RICH.texts),
  ];
  expect(feeds.map((feed) => feed.path)).toEqual([path, `/topics/gorod${path}`]);
  for (const feed of feeds) expect(await feedProblems(feed.path, write(feed))).toEqual([]);
  expect(write(siteFeed(SITE, RICH, format))).toBe(write(siteFeed(SITE, RICH, format)));
});

test("RSS tells what is known and no date that is not", () => {
  const { channel } = read.parse(toRss(siteFeed(SITE, RICH, "rss"))).rss;
  expect(channel).toMatchObject({
    title: SITE.name,
    link: "https://vesti.example/news/",
    language: "ru",
    lastBuildDate: "Tue, 24 Nov 2026 09:00:00 +0300",
    "atom:link": { "@_href": "https://vesti.example/news/rss.xml", "@_rel": "self" },
  });
  expect(channel.item[0]).toMatchObject({
    link: "https://vesti.example/news/articles/most/",
    guid: { "#text": "https://vesti.example/news/articles/most/", "@_isPermaLink": "true" },
    "dc:creator": ["Анна Иванова", "Пётр Петров"],
    category: "Город",
    pubDate: "Mon, 23 Nov 2026 14:30:00 +0300",
  });
  // Readers take a description for HTML, a title for text.
  expect(channel.item[0].title).toContain('a < b & "c" ]]>');
  expect(channel.item[0].description).toContain('a &lt; b &amp; "c" ]]&gt;');
  expect(channel.item[0]["content:encoded"]).toBe(TEXT);
  expect(channel.item[0]).toMatchObject({
    enclosure: { "@_url": PHOTO, "@_length": "0", "@_type": "image/jpeg" },
    "media:content": {
      ...{ "@_url": PHOTO, "@_medium": "image", "@_width": "800", "@_height": "600" },
      "media:description": "На мосту",
    },
  });
  expect(channel.item[2]).not.toHaveProperty("enclosure");
  expect(channel.item[2]).not.toHaveProperty("content:encoded");
  expect(channel.item[2].pubDate).toBe("Sun, 22 Nov 2026 00:00:00 +0300");
  for (const item of channel.item.slice(3)) expect(item.pubDate).toBeUndefined();
});

test("Atom holds what has a date", () => {
  const { feed } = read.parse(toAtom(siteFeed(SITE, RICH, "atom")));
  expect(feed.updated).toBe("2026-11-24T09:00:00+03:00");
  expect(feed.entry.map((entry: { id: string }) => entry.id.slice(26))).toEqual([
    "/articles/most/",
    "/headlines/2026/11/23/#utro",
    "/articles/den/",
  ]);
  expect(feed.entry[2]).toMatchObject({
    published: "2026-11-22T00:00:00+03:00",
    updated: "2026-11-22T00:00:00+03:00",
  });
  expect(feed.entry[2].author).toBeUndefined();
  expect(feed.entry[0].link.slice(1)).toEqual([
    { "@_rel": "via", "@_href": "https://agency.example/1?a=1&b=2" },
    { "@_rel": "enclosure", "@_type": "image/jpeg", "@_href": PHOTO },
  ]);
  expect(feed.entry[0].content).toEqual({ "#text": TEXT, "@_type": "html" });
  expect(feed.entry[0].author).toEqual([
    { name: "Анна Иванова", uri: "https://vesti.example/news/authors/anna-ivanova/" },
    { name: "Пётр Петров" },
  ]);
  expect(feed.entry[2].content).toBeUndefined();
});

test("a headline with a link leads there, and is known by its own place", () => {
  const outside = headline("mir", { date: date("2026-11-23"), link: "https://other.example/1" });
  const source = sourceOf(lists({ headlines: [outside] }));
  const own = "https://vesti.example/news/headlines/2026/11/23/#mir";
  const { item } = read.parse(toRss(siteFeed(SITE, source, "rss"))).rss.channel;
  expect([item.link, item.guid["#text"]]).toEqual(["https://other.example/1", own]);
  const { entry } = read.parse(toAtom(siteFeed(SITE, source, "atom"))).feed;
  expect(entry.id).toBe(own);
  expect(entry.link).toEqual([
    { "@_rel": "alternate", "@_href": "https://other.example/1" },
    { "@_rel": "related", "@_type": "text/html", "@_href": own },
  ]);
  const { items } = JSON.parse(toJsonFeed(siteFeed(SITE, source, "json")));
  expect(items[0]).toMatchObject({ id: own, url: own, external_url: "https://other.example/1" });
});

test("JSON Feed keeps a headline's own place and its link apart", () => {
  const { items } = JSON.parse(toJsonFeed(siteFeed(SITE, RICH, "json")));
  expect(items[1]).toEqual({
    id: "https://vesti.example/news/headlines/2026/11/23/#utro",
    url: "https://vesti.example/news/headlines/2026/11/23/#utro",
    external_url: "https://vesti.example/news/articles/most/",
    title: "Заголовок utro",
    content_text: "Заголовок utro",
    date_published: "2026-11-23T08:00:00+03:00",
    language: "ru",
  });
  expect(items[0]).toMatchObject({
    image: "https://vesti.example/news/articles/most/photo.jpg",
    date_modified: "2026-11-24T09:00:00+03:00",
    tags: ["Город"],
    authors: [
      { name: "Анна Иванова", url: "https://vesti.example/news/authors/anna-ivanova/" },
      { name: "Пётр Петров" },
    ],
    content_html: TEXT,
    summary: expect.stringContaining('a < b & "c"'),
  });
  expect(items[0]).not.toHaveProperty("content_text");
  expect(items[2]).toMatchObject({ content_text: "Начало статьи den." });
  expect(items[5]).not.toHaveProperty("date_published");
});

test("where nothing has a date there is no Atom feed and no date at all", async () => {
  const undated = sourceOf(lists({ articles: [article("a")], headlines: [headline("h")] }));
  expect(hasAtom([...undated.articles, ...undated.headlines])).toBe(false);
  expect(allFeeds(SITE, undated, "atom")).toEqual([]);
  expect(() => toAtom(siteFeed(SITE, undated, "atom"))).toThrow(RangeError);
  const rss = toRss(siteFeed(SITE, undated, "rss"));
  expect(rss).not.toMatch(/lastBuildDate|pubDate/);
  expect(await feedProblems("/rss.xml", rss)).toEqual([]);
  const json = toJsonFeed(siteFeed(SITE, undated, "json"));
  expect(json).not.toContain("date_");
  expect(await feedProblems("/feed.json", json)).toEqual([]);
});

test("an undated topic has no Atom feed though the site has one", () => {
  const both = sourceOf({ ...SHELF, topics: [topic([article("a")])] });
  expect(allFeeds(SITE, both, "atom").map(({ path }) => path)).toEqual(["/atom.xml"]);
  expect(allFeeds(SITE, both, "rss").map(({ path }) => path)).toEqual([
    "/rss.xml",
    "/topics/gorod/rss.xml",
  ]);
});

test("pages link to the feeds that are surely there", () => {
  const links = (...rest: Parameters<typeof feedLinks> extends [unknown, ...infer R] ? R : never) =>
    feedLinks({ name: "Вести" }, ...rest).map(({ path }) => path);
  expect(links()).toEqual(["/rss.xml", "/feed.json"]);
  expect(links([article("a")])).toEqual(["/rss.xml", "/feed.json"]);
  expect(
    links([article("a", { date: date("2026-11-22") })], [{ ...TOPIC, path: "/topics/gorod/" }]),
  ).toEqual([
    "/rss.xml",
    "/atom.xml",
    "/feed.json",
    "/topics/gorod/rss.xml",
    "/topics/gorod/atom.xml",
    "/topics/gorod/feed.json",
  ]);
  expect(feedLinks({ name: "Вести" })[0]).toEqual({
    type: "application/rss+xml",
    title: "Вести: RSS",
    path: "/rss.xml",
  });
});

test.each([
  [
    "/rss.xml",
    toRss(siteFeed(SITE, RICH, "rss")),
    [
      [/\+0300/, "MSK"],
      [/<guid [^>]*>[^<]*</, '<guid isPermaLink="true">17<'],
      [/<title>.*/, ""],
      [/articles\/den/g, "articles/most"],
      [/href=&quot;https:\/\/[^/]*/, "href=&quot;"],
      [/&lt;a href/, "&lt;a class=&quot;x&quot; href"],
      [/&lt;p&gt;/, "&lt;script&gt;&lt;/script&gt;&lt;p&gt;"],
      [/&amp;/, "&"],
    ],
  ],
  [
    "/atom.xml",
    toAtom(siteFeed(SITE, RICH, "atom")),
    [
      [/<updated>.*/, ""],
      [/\+03:00/, ""],
      [/<id>.*/, ""],
      [/rel="self"/, 'rel="other"'],
      [/href=&quot;https:\/\/[^/]*/, "href=&quot;"],
      [/articles\/den/g, "articles/most"],
    ],
  ],
  [
    "/feed.json",
    toJsonFeed(siteFeed(SITE, RICH, "json")),
    [
      [/version\/1\.1/, "version/1"],
      [/"content_text"/, '"content"'],
      [/\+03:00/, ""],
      [/"url": "https:/, '"url": "'],
      [/href=\\"https:\/\/[^/]*/, 'href=\\"'],
    ],
  ],
] as const)("a broken %s is found", async (path, text, breaks) => {
  for (const [from, to] of breaks) {
    const broken = text.replace(from, to);
    expect(broken, String(from)).not.toBe(text);
    expect(await feedProblems(path, broken), String(from)).not.toEqual([]);
  }
});

describe("an editor is told that nothing has a date", () => {
  const noticesWith = (year: string, headlines: string): string => {
    const folder = temporaryFolder({
      "content/a.md": "---\ntitle: А\n---\n\nТекст.\n",
      "_data/headlines.yaml": headlines,
    });
    const content = join(folder, "content");
    const archive = openArchive({ content, data: join(folder, "_data") });
    const facts = { images: {}, years: { [year]: {} } } as unknown as SliceFacts;
    return noticesOf(archive, [facts], [], content).join("\n");
  };

  test("where that is so", () => {
    expect(noticesWith(UNDATED, "- Заголовок\n")).toContain("Atom-ленты");
  });

  test("and not where an article or a headline has one", () => {
    expect(noticesWith("2026", "- Заголовок\n")).not.toContain("Atom");
    expect(noticesWith(UNDATED, "- { text: Заголовок, date: 2026-11-23 }\n")).not.toContain("Atom");
  });
});
