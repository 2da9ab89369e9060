import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { BIG_CASES, runBigCase } from "../../fuzz/big.ts";
import { writeCase } from "../../fuzz/case.ts";
import { CORPUS, SOURCES } from "../../fuzz/corpus.ts";
import { dangersOfArticle, dangersOfPage, isHarmlessAddress } from "../../fuzz/html-safety.ts";
import { runCases } from "../../fuzz/run-cases.ts";
import { ChildLost, Supervised } from "../../fuzz/supervise.ts";
import { TARGETS, targetNamed } from "../../fuzz/targets.ts";
import { TRIES_ALL } from "../../sizes.ts";
import { cases } from "../language/property.ts";
import { temporaryFolder } from "../temporary.ts";

/** Random cases with a fixed seed: the same today and tomorrow. `npm run fuzz` has many more. */
const CASES = cases(60);

test.each(TARGETS)("whatever is given to $name, it is read or refused with a message", (target) => {
  const folder = join(temporaryFolder(), "case");
  const report = runCases(target, { target: target.name, seed: 20_261_125, cases: CASES }, folder);
  expect(report.failure).toBeUndefined();
  expect(report.outcomes.value + report.outcomes.message).toBe(CASES);
});

describe("a known attack", () => {
  const folder = join(temporaryFolder(), "case");
  const run = (target: string, path: string, text: string): void => {
    writeCase(folder, { "content/plain.md": "---\ntitle: А\n---\n", [path]: text });
    targetNamed(target).run(folder);
  };
  const texts = [...CORPUS.html, ...CORPUS.links, ...CORPUS.markdown, ...CORPUS.signs];

  /** In one archive, for the front page and feeds of all are looked at once. */
  const runArticles = (articles: readonly string[]): void => {
    const files = articles.map((text, index) => [`content/a${index}.md`, text]);
    writeCase(folder, Object.fromEntries(files));
    targetNamed("article").run(folder);
  };

  test("in the text of an article does nothing", () => {
    // Alone and among others in turn: `npm run fuzz` puts everything everywhere.
    const bodies = texts.map((text, index) => (index % 2 === 0 ? text : `- Слова ${text} слова`));
    runArticles(bodies.map((body) => `---\ntitle: Мост\n---\n\n${body}\n`));
  });

  test("in the fields of an article does nothing", () => {
    const articles = [...texts, ...CORPUS.names].flatMap((text, index) => {
      const value = JSON.stringify(text);
      const fields = [
        "title",
        "summary",
        "authors",
        "topics",
        "source",
        "slug",
        "aliases",
        "image",
      ];
      // One of the fields each, in turn, or a quarter: `npm run fuzz` puts everything everywhere.
      const every = TRIES_ALL ? 4 : fields.length;
      const chosen = fields.filter((_, field) => (field + index) % every === 0);
      const inner = [`source: {name: ${value}, url: ${value}}`, `translations: {en: ${value}}`];
      return [
        ...chosen.map((name) => {
          const title = name === "title" ? "" : "title: Мост\n";
          return `---\n${title}${name}: ${value}\n---\n\nТекст.\n`;
        }),
        `---\ntitle: А\n${inner[index % 2]}\n---\n`,
      ];
    });
    runArticles(articles);
  });

  test("in YAML does nothing", () => {
    const names = ["site", "headlines", "topics", "synonyms"];
    for (const [index, text] of CORPUS.yaml.entries()) {
      run("article", "content/a.md", `---\n${text}\n---\n\nТекст.\n`);
      // One of the files each, in turn, or all.
      for (const name of names.filter((_, at) => TRIES_ALL || at === index % names.length)) {
        run("data", `_data/${name}.yaml`, text);
      }
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test.each(Object.keys(SOURCES))("in the source %s does nothing", (name) => {
    run("import", `source/${name}`, SOURCES[name] ?? "");
  });
});

describe("what is very large", () => {
  const ofBrackets = ['text of "> "', 'text of "[^a"', 'text of "<!--"', 'fields of "["'];
  const others = ['headlines of "? "', "a bomb of aliases", "keys", "footnotes", "a slug of 10 MB"];

  test.each([...ofBrackets, ...others])("is read or refused: %s", (name) => {
    expect(BIG_CASES.has(name)).toBe(true);
    const { outcome } = runBigCase(name, join(temporaryFolder(), "case"));
    expect(["value", "message"]).toContain(outcome);
  });
});

describe("the watch", () => {
  test("ends a process that hangs or dies, and says so", async () => {
    const script = "../unit/fuzz/lost-child.ts";
    const child = new Supervised(script, "");
    await expect(child.ask({ hang: true }, 3000)).rejects.toThrow(ChildLost);
    await expect(child.ask({ exit: 3 }, 20_000)).rejects.toThrow("ended with 3");
    await expect(child.ask({}, 20_000)).resolves.toEqual({ answer: true });
    child.end();
  });

  test("sees what runs in HTML", () => {
    const bad = [
      "<script>1</script>",
      "<img src=x onerror=1>",
      '<a href="&#106;ava&#10;script:1">a</a>',
      '<a href="\u0001 javascript:1">a</a>',
      '<a href="data:text/html,1">a</a>',
      '<p style="a">',
      "<iframe></iframe>",
      "<svg></svg>",
      "<form>",
    ];
    for (const html of bad) expect(dangersOfArticle(html), html).not.toEqual([]);
    expect(dangersOfArticle('<p class="a">a <a href="https://a.ru/">b</a></p>')).toEqual([]);
    const page = (inner: string): string => `<!doctype html><html><head>${inner}</head></html>`;
    const own = new Set(["/a.js"]);
    expect(dangersOfPage(page('<script src="/a.js"></script>'), own)).toEqual([]);
    expect(dangersOfPage(page("<script>1</script>"), own)).toEqual(["script in the page"]);
    expect(dangersOfPage(page('<base href="/x">'), own)).toEqual(["<base>"]);
    expect(isHarmlessAddress("/a:b")).toBe(true);
  });
});
