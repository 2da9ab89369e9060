import { describe, expect, test } from "vitest";
import { missingWords, sourceWords } from "../../../src/content/import/archive/word-count.ts";
import { fixture, importWorkspace } from "./import-workspace.ts";

const MISSING = "слов меньше, чем в источнике";

describe("words of a source", () => {
  test("are those that readers see, not its marks and codes", () => {
    const text =
      '# Мост\n\n{{< figure src="most.png" caption="У реки" >}} С**ло**во <b>о</b> мосте[^1].\n{: .note}\n\n[^1]: См. https://q.example/a\n';
    expect(sourceWords({ format: "markdown", text }).join(" ")).toBe(
      "мост у реки слово о мосте 1 см",
    );
    const html =
      '[caption width="3"]<img>Вид[/caption]<p>А<!-- тайно -->Б&mdash;В</p><script>нет</script>';
    expect(sourceWords({ format: "html", text: html })).toEqual(["вид", "а", "б", "в"]);
    expect(sourceWords({ format: "plain", text: "Раз, [два]" })).toEqual(["раз", "два"]);
  });

  test("that are missing are told as often as they are", () => {
    expect(missingWords(["мост", "у", "мост", "реки"], ["<p>Мост</p>", "реки"])).toEqual([
      "у",
      "мост",
    ]);
  });
});

describe("what an import loses is told word by word", () => {
  const told = (files: Record<string, string>, options = {}) => {
    const { run, folder } = importWorkspace(files);
    const { notes } = run(`${folder}/source`, options);
    return notes.filter(({ what }) => what === MISSING).flatMap(({ mentions }) => mentions);
  };

  test("where nothing else tells of it", () => {
    const fields = "---\ntitle: Мост\n---\n\n";
    expect(told({ "source/most.md": `${fields}Мост открыт.\n` })).toEqual([]);
    // The list of notes shows the number that the note has in its own text here.
    const note =
      'Да<a href="#_ftn1" name="_ftnref1">[1]</a>.</p><p><a href="#_ftnref1" name="_ftn1">[1]</a> В 1901.';
    expect(told({ "source/a.md": `${fields}<p>${note}</p>\n` })).toEqual([]);
    const code = '<p>[su_button url="https://e.example"]Кнопка[/su_button]</p>';
    expect(told({ "source/a.md": `${fields}${code}\n` })).toEqual([]);
    // A reference definition that nothing refers to shows nowhere: no word of its readers is lost.
    expect(told({ "source/most.md": `${fields}[а]: /b "Вид"\n\nМост.\n` })).toEqual([]);
  });

  test.each([
    "wordpress.xml",
    "rss.xml",
    "atom.xml",
    "items.jsonl",
    "jekyll",
    "hugo",
    "page",
    "generators",
    "anchors.xml",
  ])("nothing of %s", (name) => {
    const { run } = importWorkspace();
    const { notes } = run(fixture(name), { drafts: true, pages: true });
    expect(notes.filter(({ what }) => what === MISSING)).toEqual([]);
  });
});

test("fields that YAML refuses are read as they are typed", () => {
  const { run, read, folder } = importWorkspace({
    "source/2016-09-21-most.md":
      "---\ntitle: Мост: первый день\nredirect_from: /a/\nredirect_from: /b/\ntags:\n  - реки\n  - мосты\n---\n\nМост открыт.\n",
  });
  const { problems, notes } = run(`${folder}/source`);
  expect(problems).toEqual([]);
  expect(notes.map(({ what }) => what)).toContain(
    "поля с ошибкой YAML прочитаны построчно, как записаны",
  );
  const article = read("content/2016/most.md");
  expect(article).toContain('title: "Мост: первый день"');
  expect(article).toMatch(/aliases:[\s\S]*- \/a\/[\s\S]*- \/b\//);
  expect(article).toMatch(/topics:[\s\S]*- реки\n\s*- мосты/);
});

test("a caption that an old post of WordPress has as an attribute is kept", () => {
  const post =
    '[caption id="attachment_1" width="640" caption="Вид на реку Неман."]<a href="/a.jpg"><img src="/a.jpg" alt="Река"></a>[/caption]';
  const { run, folder, read } = importWorkspace({
    "wp.xml": `<?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version><item><title>Мост</title><wp:post_id>1</wp:post_id><wp:post_name>most</wp:post_name><wp:post_date_gmt>2020-01-01 10:00:00</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><content:encoded><![CDATA[${post}]]></content:encoded></item></channel></rss>`,
  });
  run(`${folder}/wp.xml`);
  expect(read("content/2020/most.md")).toContain("Вид на реку Неман.");
});
