import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { SourceOptions } from "../../../src/content/importing.ts";
import { importWorkspace } from "./import-workspace.ts";

/** Imports the folder «source» of the given files. */
function importFolder(
  files: Readonly<Record<string, string>>,
  options: Partial<SourceOptions> = {},
) {
  const inSource = Object.entries(files).map(([name, text]) => [`source/${name}`, text] as const);
  const workspace = importWorkspace(Object.fromEntries(inSource));
  const report = workspace.run(join(workspace.folder, "source"), options);
  const told = new Map(report.notes.map(({ what, mentions }) => [what, mentions[0]?.detail]));
  return { ...workspace, report, told };
}

function post(title: string, text: string, fields = ""): string {
  return `---\ntitle: ${title}\n${fields}---\n\n${text}\n`;
}

function rss(...items: readonly string[]): string {
  return `<rss version="2.0"><channel><title>Г</title><link>https://old.example/</link>${items.join("\n")}</channel></rss>`;
}

function item(name: string, text: string): string {
  const link = `<link>https://old.example/${name}.html</link>`;
  return `<item><title>${name}</title>${link}<description><![CDATA[${text}]]></description></item>`;
}

const LOST = "ссылка никуда не ведёт и стала текстом";
const OUTSIDE = "ссылка ведёт на прежний сайт: того, на что она указывает, в импорте нет";

describe("links between items of one import", () => {
  test("of a feed: whole, without a scheme, from the root, relative, from before and from behind", () => {
    const { run, read, folder } = importWorkspace({
      "a.xml": rss(
        item("odin", '<p><a href="https://www.old.example/dva.html?utm_source=x#kak">а</a></p>'),
        item(
          "dva",
          '<p><a href="//old.example/odin">б</a> <a href="/odin.html">в</a> <a href="odin.html">г</a></p>',
        ),
      ),
    });
    const { notes } = run(join(folder, "a.xml"));
    expect(read("content/odin.md")).toContain("[а](/articles/dva/)");
    expect(read("content/dva.md")).toContain(
      "[б](/articles/odin/) [в](/articles/odin/) [г](/articles/odin/)",
    );
    expect(notes.map(({ what }) => what)).toEqual([
      "ссылка на место в другой статье ведёт на её начало",
    ]);
  });

  test("of folders: by files, by templates of Jekyll and Hugo, by wiki names; code stays", () => {
    const { read, told } = importFolder({
      "_posts/2018-01-01-staryi.md": post("Старый пост", "Текст."),
      "posts/b/index.md": post("Второй", "[а](../dom.md) и [б](../../posts/dom/)"),
      "posts/dom.md": post("Дом", "[к началу](b/)"),
      "posts/vse.md": post(
        "Все",
        [
          "[1]({% post_url 2018-01-01-staryi %}) [2]({% link posts/dom.md %})",
          '[3]({{< ref "posts/b/index.md" >}}) [4]({{< relref "dom.md" >}}) [5](dom.md#mesto)',
          "[[dom]] [[Старый пост|шестой]] [[net такого]] `[[dom]]`",
          '<a href="{{ site.baseurl }}{% link posts/dom.md %}">7</a> [8]({{< ref "net.md" >}})',
        ].join("\n\n"),
      ),
    });
    const text = read("content/vse.md");
    expect(text).toContain("[1](/articles/staryi/) [2](/articles/dom/)");
    expect(text).toContain("[3](/articles/b/) [4](/articles/dom/) [5](/articles/dom/)");
    expect(text).toContain(
      "[dom](/articles/dom/) [шестой](/articles/staryi/) \\[\\[net такого\\]\\] `[[dom]]`",
    );
    expect(text).toContain("[7](/articles/dom/) 8");
    expect(read("content/b.md")).toContain("[а](/articles/dom/) и [б](/articles/dom/)");
    expect(read("content/dom.md")).toContain("[к началу](/articles/b/)");
    expect(told.get(LOST)).toBe("net.md");
  });

  test("by numbers of WordPress, and to what was imported before", () => {
    const { run, read, folder } = importWorkspace({
      "a.xml": rss(item("odin", "Текст.")),
      "b.jsonl":
        '{"id":1,"title":"Б","url":"https://old.example/b/","html":"<p><a href=\\"/odin.html\\">а</a></p>"}\n',
    });
    run(join(folder, "a.xml"));
    run(join(folder, "b.jsonl"));
    expect(read("content/b.md")).toContain("[а](/articles/odin/)");
  });

  test("of one guid lead to each other, and are written anew as who they are", () => {
    const same = (name: string, text: string): string =>
      item(name, text).replace("<item>", '<item><guid isPermaLink="false">n8</guid>');
    const pit = "<div>".repeat(3000);
    const { folder, run, read, snapshot } = importWorkspace({
      "a.xml": rss(
        same("odin", '<p><a href="/dva.html">а</a></p>'),
        same("dva", '<p><a href="/odin.html">б</a> <a href="/tri.html">в</a></p>'),
        same("tri", `<p>Яма</p>${pit}`),
      ),
    });
    expect(run(join(folder, "a.xml"))).toMatchObject({ added: 2, problems: [{}] });
    expect(read("content/odin.md")).toContain("[а](/articles/dva/)");
    expect(read("content/dva.md")).toContain(
      "[б](/articles/odin/) [в](https://old.example/tri.html)",
    );
    const before = snapshot();
    expect(run(join(folder, "a.xml"), { update: true })).toMatchObject({ added: 0, known: 2 });
    expect(snapshot()).toEqual(before);
  });

  test("to a draft, to itself, and to what could not be written", () => {
    const html = (text: string) => JSON.stringify(`<p>${text}</p>`);
    const { run, read, folder } = importWorkspace({
      "a.jsonl": [
        `{"id":1,"title":"А","url":"https://o.example/a/","html":${html('<a href="/b/">б</a> <a href="/v/">в</a> <a href="/a/">а</a>')}}`,
        `{"id":2,"title":"Б","url":"https://o.example/b/","text":"Текст.","draft":true}`,
        `{"id":3,"title":"В","url":"https://o.example/v/","html":"<script>1</script>"}`,
      ].join("\n"),
    });
    const { notes } = run(join(folder, "a.jsonl"), { drafts: true });
    expect(read("content/a.md")).toContain("б [в](https://o.example/v/) [а](/articles/a/)");
    expect(new Map(notes.map(({ what, count }) => [what, count])).get(OUTSIDE)).toBe(1);
  });
});

describe("links to what was not imported", () => {
  const files = { "posts/a.md": post("А", "[тема](/tags/reka/) и [файл](plan.pdf)") };

  test("lead to the earlier site where its address is known, else they are words", () => {
    const named = importFolder(files, { oldSite: "https://old.example" });
    expect(named.read("content/a.md")).toContain(
      "[тема](https://old.example/tags/reka/) и [файл](https://old.example/posts/a/plan.pdf)",
    );
    expect(named.told.get(OUTSIDE)).toBe("/tags/reka/");
    const unknown = importFolder(files);
    expect(unknown.read("content/a.md")).toContain("тема и файл");
    expect(unknown.report.notes).toMatchObject([{ what: LOST, count: 2 }]);
  });

  test("become words or stay where that is asked for", () => {
    const options = { oldSite: "https://old.example" };
    const dropped = importFolder(files, { ...options, lostLinks: "drop" });
    expect(dropped.read("content/a.md")).toContain("тема и файл");
    const kept = importFolder(files, { ...options, lostLinks: "keep" });
    expect(kept.read("content/a.md")).toContain("[тема](/tags/reka/) и [файл](plan.pdf)");
    expect(kept.report.notes).toMatchObject([{ count: 2 }]);
  });
});

describe("places of a text", () => {
  const convert = (html: string) => {
    const line = JSON.stringify({ id: 1, title: "А", html });
    const { run, read, folder } = importWorkspace({ "a.jsonl": `${line}\n` });
    run(join(folder, "a.jsonl"));
    return read("content/a.md").split("\n\n").slice(1).join("\n\n").trim();
  };

  test("at headings are carried over, the others are words", () => {
    const html =
      '<p><a href="#itogi">а</a> <a href="#5">б</a> <a href="#net">в</a> <a href="#">г</a></p><h2 id="itogi">Итоги</h2><p><a name="5"></a></p><h3>Дальше</h3><p>Текст.</p>';
    expect(convert(html)).toBe(
      "[а](#itogi) [б](#dalshe) в г\n\n## Итоги {#itogi}\n\n### Дальше {#dalshe}\n\nТекст.",
    );
  });

  test("of Markdown are known by the words of their headings", () => {
    const text =
      "[а](#2-kak-stroili) [б](#как-строили-дом)\n\n## 2. Kak stroili\n\n## Как строили (дом)\n";
    const { read } = importFolder({ "a.md": post("А", text) });
    expect(read("content/a.md")).toContain(
      "[а](#kak-stroili) [б](#как-строили-дом)\n\n## 2\\. Kak stroili {#kak-stroili}\n\n## Как строили (дом) {#как-строили-дом}",
    );
  });

  test("of notes by hand become footnotes", () => {
    const html =
      '<p>Мост<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> и дом<sup><a id="r2" href="#n2">2</a></sup>.</p><p><a href="#_ftnref1" name="_ftn1">[1]</a> Через реку.</p><ol><li id="n2">Новый. <a href="#r2">↩</a></li></ol>';
    expect(convert(html)).toBe("Мост[^1] и дом[^2].\n\n[^1]: Через реку.\n\n[^2]: Новый.");
  });

  test.each([
    [
      "in italics",
      '<sup><i><a href="#n" id="r">a</a></i></sup>',
      "<p id='n'><a href='#r'>a</a> Да.</p>",
    ],
    ["with codes in the address", '<sup><a href="#n%D1%8F">1</a></sup>', "<p id='nя'>Да.</p>"],
  ])("of notes by hand, %s", (_, mark, note) => {
    expect(convert(`<p>Мост${mark}.</p>${note}`)).toBe("Мост[^1].\n\n[^1]: Да.");
  });

  test("of notes by hand leave the bold letters before them alone", () => {
    const html =
      '<p><b>Мост.</b><a href="#n" id="r">1</a></p><p id="n"><a href="#r">1</a> Через реку.</p>';
    expect(convert(html)).toBe("**Мост.**[^1]\n\n[^1]: Через реку.");
  });
});

describe("old addresses", () => {
  const aliases = (files: Readonly<Record<string, string>>, options = {}) => {
    const { archive } = importFolder(files, options);
    return Object.fromEntries(archive().articles.map(({ slug, aliases: all }) => [slug, all]));
  };
  const dated = "date: 2019-05-12 10:00:00 +0300\n";

  test("of Jekyll: by the name, the form of the settings, the form of the article", () => {
    const files = {
      "_posts/2019-05-12-most.md": post(
        "Мост",
        "Текст.",
        "categories: [Город]\nredirect_from: [/a/, /blog/b/]\n",
      ),
      "_posts/2019-05-13-dom.md": post("Дом", "Текст.", "permalink: /:year/:title/\n"),
      "about/index.md": post("Редакция", "Текст."),
      "info.md": post("Сведения", "Текст."),
    };
    expect(
      aliases({ ...files, "_config.yml": "url: https://old.example\nbaseurl: /blog\n" }),
    ).toEqual({
      most: ["/blog/город/2019/05/12/most.html", "/blog/a/", "/blog/b/"],
      dom: ["/blog/2019/dom/"],
      about: ["/blog/about/"],
      info: ["/blog/info.html"],
    });
    expect(aliases({ ...files, "_config.yml": "permalink: pretty\n" })).toMatchObject({
      most: ["/город/2019/05/12/most/", "/a/", "/blog/b/"],
      info: ["/info/"],
    });
  });

  test("of Hugo: by the place, slug, url, and the forms of sections", () => {
    const files = {
      "content/posts/2019-05-12-most.md": post("Мост", "Текст.", dated),
      "content/posts/Dom na Gore/index.md": post("Дом", "Текст.", "slug: dom\n"),
      "content/blog/reka.md": post("Река", "Текст.", dated),
      "content/o-nas.md": post("О нас", "Текст.", "url: /kto-my.html\n"),
      "hugo.toml":
        'baseURL = "https://old.example/"\n[permalinks]\nblog = "/:year/:month/:slug/"\n',
    };
    expect(aliases(files)).toEqual({
      most: ["/posts/2019-05-12-most/"],
      dom: ["/posts/dom/"],
      reka: ["/2019/05/reka/"],
      "o-nas": ["/kto-my.html"],
    });
    const inline = 'permalinks = { blog = "/:year/:slug/" }\n';
    expect(aliases({ ...files, "hugo.toml": inline })).toMatchObject({ reka: ["/2019/reka/"] });
  });

  test("of Hugo in several languages: all but the main one begin with theirs", () => {
    const files = { "content/posts/most.ru.md": post("Мост", "Текст.") };
    expect(aliases({ ...files, "hugo.toml": 'defaultContentLanguage = "en"\n' })).toEqual({
      most: ["/ru/posts/most/"],
    });
    expect(aliases({ ...files, "hugo.toml": 'defaultContentLanguage = "ru"\n' })).toEqual({
      most: ["/posts/most/"],
    });
    const inside = 'defaultContentLanguage = "ru"\ndefaultContentLanguageInSubdir = true\n';
    expect(aliases({ ...files, "hugo.toml": inside })).toEqual({ most: ["/ru/posts/most/"] });
  });

  test("by a form that the editor names, and in a table for servers", () => {
    const { report, read } = importFolder(
      { "most.md": post("Мост", "Текст.", `categories: [Город]\n${dated}`) },
      { permalink: "/:categories/:year/:month/:day/:title.html", oldSite: "https://old.example" },
    );
    expect(report.addressMap).toMatchObject({ count: 1 });
    expect(read("old-addresses.csv")).toBe(
      `old,new\nhttps://old.example/${encodeURIComponent("город")}/2019/05/12/most.html,http://localhost:8080/articles/most/\n`,
    );
  });
});

test("links lead to a text by the name of its file without a language, and by Hexo's tag", () => {
  const { read, told } = importFolder({
    "most.ru.md": post("Мост", "Текст."),
    "dom.md": post(
      "Дом",
      "[а](most.md) [б](most.en.md) {% post_link most 'в' %} {% post_link most %}",
    ),
  });
  expect(read("content/dom.md")).toContain(
    "[а](/articles/most/) [б](/articles/most/) [в](/articles/most/) [most](/articles/most/)",
  );
  expect([...told.keys()]).toEqual([]);
});
