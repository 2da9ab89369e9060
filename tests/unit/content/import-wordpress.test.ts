import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { htmlToMarkdown } from "../../../src/content/import/html/to-markdown.ts";
import { fixture, importWorkspace } from "./import-workspace.ts";

const PICTURE = readFileSync(fixture("images/uploads/2019/05/Мост.png"));

interface Post {
  readonly id?: number;
  readonly type?: string;
  readonly status?: string;
  readonly title?: string;
  readonly text?: string;
  /** More elements. */
  readonly more?: string;
}

function post({ id = 1, type = "post", status = "publish", title = "Пристань", ...rest }: Post) {
  return `<item><title>${title}</title><content:encoded><![CDATA[${rest.text ?? ""}]]></content:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date>2024-05-12 10:00:00</wp:post_date><wp:status>${status}</wp:status>
<wp:post_type>${type}</wp:post_type>${rest.more ?? ""}</item>`;
}

function meta(key: string, value: string): string {
  return `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;
}

function upload(id: number, name: string, caption = ""): string {
  const url = `<wp:attachment_url>https://wp.example/up/${name}</wp:attachment_url>`;
  const words = `<excerpt:encoded>${caption}</excerpt:encoded><wp:post_parent>1</wp:post_parent>`;
  return post({ id, type: "attachment", title: name, more: `${url}${words}` });
}

function imported(posts: readonly string[], options = {}) {
  const { folder, run, read, archive } = importWorkspace({
    "wp.xml": `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><link>https://wp.example</link>
<wp:wxr_version>1.2</wp:wxr_version>${posts.join("\n")}</channel></rss>`,
    "up/most.png": PICTURE,
    "up/port.png": PICTURE,
  });
  const report = run(join(folder, "wp.xml"), { images: [join(folder, "up")], ...options });
  return { report, read, articles: report.added === 0 ? [] : archive().articles };
}

const SIGN = '<sup data-fn="ab-1" class="fn"><a href="#ab-1" id="ab-1-link">1</a></sup>';

test("footnotes of the block editor come along with their text", () => {
  const { read, report } = imported([
    post({
      text: `<!-- wp:paragraph --><p>Открыли в мае${SIGN}, чинили год.</p><!-- /wp:paragraph --><!-- wp:footnotes /-->`,
      more: meta("footnotes", '[{"content":"Слова <em>начальника<\\/em> порта.","id":"ab-1"}]'),
    }),
  ]);
  expect(read("content/2024/pristan.md")).toContain(
    "Открыли в мае[^1], чинили год.\n\n[^1]: Слова *начальника* порта.\n",
  );
  expect(report.notes).toEqual([]);
});

test("footnotes that cannot be read are told of", () => {
  const { report } = imported([post({ text: "<p>Да.</p>", more: meta("footnotes", "{сломано") })]);
  expect(report.notes).toMatchObject([
    { what: "сноски записи не читаются и не перенесены", mentions: [{ detail: "{сломано" }] },
  ]);
});

test("a gallery shows its attachments with their captions, or all of the post", () => {
  const gallery =
    '<p>Было.</p>[gallery link="file" ids="6,5,99"]<p>Стало.</p>[gallery exclude="6"]';
  const { articles, report } = imported([
    post({ text: gallery }),
    upload(5, "most.png", "Мост"),
    upload(6, "port.png"),
  ]);
  const [, first = "", rest = ""] = /Было\.(.*)Стало\.(.*)/s.exec(articles[0]?.html ?? "") ?? [];
  expect(first.match(/<img/g)).toHaveLength(2);
  expect(first).toContain("<figcaption>Мост</figcaption>");
  expect(rest.match(/<img/g)).toHaveLength(1);
  expect(report.notes).toMatchObject([
    { what: "файла галереи нет среди вложений", mentions: [{ detail: "№ 99" }] },
  ]);
});

test("a gallery that is a list of pictures is one picture after another", () => {
  const picture = (name: string) =>
    `<li class="item"><figure><img src="/up/${name}"></figure></li>`;
  const text = `<!-- wp:gallery --><ul class="blocks-gallery-grid">${picture("most.png")}${picture("port.png")}</ul>`;
  const { read } = imported([post({ text })]);
  expect(read("content/2024/pristan/index.md")).toContain("\n![](most.png)\n\n![](port.png)\n");
});

test("a player with a bare address is a link", () => {
  const { read } = imported([post({ text: "[audio https://wp.example/a.mp3]" })]);
  expect(read("content/2024/pristan.md")).toContain("\n<https://wp.example/a.mp3>\n");
});

test("a block that posts share stands in each, and one that is missing is told of", () => {
  const { read, report } = imported([
    post({ text: '<p>Раз.</p><!-- wp:block {"ref":7} /--><!-- wp:block {"ref":8} /-->' }),
    post({ id: 7, type: "wp_block", text: '<p>Общее.</p><!-- wp:block {"ref":7} /-->' }),
  ]);
  expect(read("content/2024/pristan.md")).toContain("Раз.\n\nОбщее.\n");
  const [missing] = report.notes;
  expect(missing?.mentions.map(({ detail }) => detail)).toContain("№ 8");
});

test("several authors, a post that stays on top, and what an article has no place for", () => {
  const more = `<wp:is_sticky>1</wp:is_sticky><dc:creator>anna</dc:creator>
<category domain="author" nicename="a"><![CDATA[Анна Петрова]]></category>
<category domain="author" nicename="b"><![CDATA[Иван Орлов]]></category>
<category domain="region" nicename="r"><![CDATA[Север]]></category>${meta("rating", "5")}${meta("_edit_lock", "1")}`;
  const { articles, report } = imported([post({ text: "<p>Да.</p>", more })]);
  expect(articles).toMatchObject([{ authors: ["Анна Петрова", "Иван Орлов"], pinned: true }]);
  expect(report.notes).toMatchObject([
    { what: "рубрикатор не перенесён", parts: [{ name: "region" }] },
    { what: "поле не перенесено", parts: [{ name: "rating" }] },
  ]);
});

test("what is private or has a password is never published, even where drafts come along", () => {
  const posts = [
    post({ id: 1, title: "Личная", status: "private", text: "<p>Тайна.</p>" }),
    post({
      id: 2,
      title: "С паролем",
      text: "<p>Тайна.</p>",
      more: "<wp:post_password>x</wp:post_password>",
    }),
  ];
  posts.push(post({ id: 3, title: "Для всех", text: "<p>Да.</p>" }));
  expect(imported(posts).report).toMatchObject({ added: 1, skipped: [{ count: 2 }] });
  const { report, articles } = imported(posts, { drafts: true });
  expect(report.added).toBe(3);
  expect(articles.map(({ title }) => title)).toEqual(["Для всех"]);
});

test("an old caption may hold quotation marks", () => {
  const text =
    '[caption id="b" width="6" caption="Порт "Север" зимой"]<img src="/up/port.png">[/caption]';
  expect(imported([post({ text })]).articles[0]?.html).toContain("Порт «Север» зимой");
});

const references = { note: () => {}, image: () => undefined, link: String, address: String };

test.each([
  [
    "raised signs and a list, one note for two signs",
    '<p>Раз<sup><a href="#n1">1</a></sup>, два<sup><a href="#n1">1</a></sup>.</p><ol><li id="n1">Слова. <a href="#r">↩</a></li></ol>',
    "Раз[^1], два[^1].\n\n[^1]: Слова.",
  ],
  [
    "no note: a list of contents",
    '<p><a href="#a">1</a></p><h2 id="a">Река</h2><p>Да.</p>',
    "[1](#a)\n\n## Река {#a}\n\nДа.",
  ],
])("raised notes of pages: %s", (_, html, markdown) => {
  expect(htmlToMarkdown(html, false, references)).toBe(markdown);
});

test("links by numbers of posts lead to them, whatever host and address they have", () => {
  const link = (href: string): string => `<a href="${href}">${href.slice(-1)}</a>`;
  const text = [
    link("https://wp.example/?p=7"),
    link("/?p=7"),
    link("https://www.wp.example/?p=8"),
  ];
  const { read, report } = imported([
    post({ id: 1, text: text.join(" ") }),
    post({ id: 7, title: "Мост", text: "Да.", more: "<link>https://wp.example/most/</link>" }),
  ]);
  expect(read("content/2024/pristan.md")).toContain(
    "[7](/articles/most/) [7](/articles/most/) [8](https://www.wp.example/?p=8)",
  );
  expect(report.notes.map(({ what }) => what)).toEqual([
    "ссылка ведёт на прежний сайт: того, на что она указывает, в импорте нет",
  ]);
});

test("verses of the block editor are lines and no code", () => {
  const verse = '<pre class="wp-block-verse">Раз <em>два</em>\nтри\n\nчетыре</pre>';
  const { read } = imported([post({ text: `<!-- wp:verse -->\n${verse}\n<!-- /wp:verse -->` })]);
  expect(read("content/2024/pristan.md")).toContain("Раз *два*\\\nтри\n\nчетыре\n");
});
