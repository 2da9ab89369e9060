import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkArchive } from "../../../src/content/checking.ts";
import type { LostLinks } from "../../../src/content/importing.ts";
import { fixture, importWorkspace } from "../content/import-workspace.ts";
import { fc } from "../language/property.ts";
import { buildShared } from "./newspaper.ts";

/** Every source of the tests that can be read. */
const SOURCES = readdirSync(fixture("")).filter((name) => !["hostile", "images"].includes(name));
const images = [fixture("images")];

function errorsOf({ folders }: ReturnType<typeof importWorkspace>): string[] {
  const { findings } = checkArchive({ folders, now: Date.now() });
  return findings
    .filter(({ severity }) => severity === "error")
    .map(({ file, line, message }) => `${file}:${line}: ${message}`);
}

describe("what an import writes is refused by nobody", () => {
  test.each(SOURCES)("%s, by the check", (name) => {
    const workspace = importWorkspace();
    for (const lostLinks of ["external", "drop"] satisfies LostLinks[]) {
      workspace.run(fixture(name), { images, drafts: true, pages: true, lostLinks });
    }
    expect(errorsOf(workspace)).toEqual([]);
  });

  test("all of them, by the build", async () => {
    const workspace = importWorkspace();
    const paths = SOURCES.map(fixture);
    workspace.run(paths, { images, drafts: true, pages: true });
    await expect(buildShared(workspace.folder)).resolves.toBeDefined();
    expect(existsSync(join(workspace.folder, "site/index.html"))).toBe(true);
  });
});

/** Links as sources hold them: right, wrong, to each other, to places, to what no address is. */
const NAMES = ["a", "b", "net"];
const address = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        "/",
        "../",
        "",
        "https://o.example/",
        "//www.o.example/",
        "http://localhost:8080/",
        "item:",
      ),
      fc.constantFrom(...NAMES, "articles/a", "plan (1).pdf", "%D0%BF", "%zz", "?p=1", "x y"),
      fc.constantFrom("", "/", ".html", ".md", "?utm_source=x", "#mesto", "#", "/index.html#a"),
    )
    .map((parts) => parts.join("")),
  fc.constantFrom(
    "#",
    "#a",
    "#mesto",
    "#%zz",
    "mailto:a@b.example",
    "javascript:1",
    "vk:1",
    "http://",
    "//",
  ),
);
const piece = fc.oneof(
  address.map((href) => `<p>Слова <a href="${href}">ссылка</a> дальше.</p>`),
  address.map((href) => `<p><a href="${href}" name="mesto">[1]</a> Слова.</p>`),
  fc.constantFrom("a", "mesto", "content", "1").map((id) => `<h2 id="${id}">Слова</h2>`),
  address.map((src) => `<p><img src="${src}" alt="Вид">Слова.</p>`),
  fc.constantFrom(
    "<script>1</script>",
    "<x:y>Слова</x:y>",
    "<table><tr><td><a href='#a'>1</a></td></tr></table>",
  ),
);
const text = fc.array(piece, { minLength: 1, maxLength: 5 }).map((parts) => parts.join("\n"));

/** @returns JSON Lines of items that link to each other as the texts say */
function itemsOf(texts: readonly string[]): string {
  const lines = texts.map((html, index) => {
    const name = NAMES[index] ?? `n${index}`;
    return JSON.stringify({ id: index, title: name, url: `https://o.example/${name}/`, html });
  });
  return lines.join("\n");
}

describe("whatever links and places hold, what the import writes", () => {
  test("passes the check", () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const workspace = importWorkspace({ "a.jsonl": itemsOf([one, other]) });
        expect(workspace.run(join(workspace.folder, "a.jsonl")).problems).toEqual([]);
        expect(errorsOf(workspace)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test("is built", async () => {
    const workspace = importWorkspace({ "a.jsonl": itemsOf(fc.sample(text, 150)) });
    expect(workspace.run(join(workspace.folder, "a.jsonl")).problems).toEqual([]);
    await expect(buildShared(workspace.folder)).resolves.toBeDefined();
  });
});
