import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../temporary.ts";
import { buildIn, refusalOf } from "./build-in.ts";
import { hashesIn } from "./tiny-archive.ts";

const folder = temporaryFolder({
  "package.json": '{ "type": "module" }',
  "content/most.md": "---\ntitle: Мост открыт\ndate: 2026-11-23\n---\n\nТекст.\n",
  "content/sad.md": "---\ntitle: Сад посажен\ndate: 2026-11-24\n---\n\nТекст.\n",
  "_data/site.yaml": "name: Вести\naddress: https://vesti.example\n",
});
const build = () => buildIn(folder, { project: folder });
const page = (path: string): string => readFileSync(join(folder, "site", path), "utf8");

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Elements as JSX makes them: without a compiler, for Node loads this as it is. */
const own = (body: string): string =>
  `import { h } from "${join(process.cwd(), "node_modules/preact/dist/preact.mjs")}";\n${body}\n`;

const COMPONENTS = {
  "src/components/Footer.js": own(
    'import { word } from "./words.js";\nexport default ({ original, ...rest }) => h("div", { class: "own-footer" }, word, h(original, rest));',
  ),
  "src/components/words.js": 'export const word = "Реклама";\n',
  "src/components/AfterArticle.js": own(
    'export default ({ article }) => h("aside", { class: "after" }, "Обсудите: " + article.title);',
  ),
};

describe("a newspaper's own components", () => {
  let before: Record<string, string>;

  beforeAll(async () => {
    await build();
    before = hashesIn(join(folder, "site"));
    write(COMPONENTS);
    await build();
  });

  test("stand in the place of ours on every page, and may show ours", () => {
    for (const path of ["index.html", "articles/most/index.html", "search/index.html"]) {
      expect(page(path)).toContain('<div class="own-footer">Реклама<footer class="footer">');
    }
  });

  test("fill places that are empty else", () => {
    expect(page("articles/most/index.html")).toContain(
      '<aside class="after">Обсудите: Мост открыт',
    );
    expect(page("index.html")).not.toContain('class="after"');
  });

  test("make no more anew than pages, and what says what there is", () => {
    const after = hashesIn(join(folder, "site"));
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    const other = changed.filter((path) => !/\.html$|^(?:build\.json|sums\/.*|sw\.js)$/.test(path));
    expect(other).toEqual([]);
    expect(changed).toContain("articles/sad/index.html");
  });

  test("leave no trace where they are gone", async () => {
    rmSync(join(folder, "src"), { recursive: true });
    await build();
    expect(page("index.html")).not.toContain("own-footer");
    write(COMPONENTS);
    await build();
  });

  test.each([
    ["Fotter.js", "", "src/components/Fotter.js: Части страницы «Fotter» у Вестника нет"],
    [
      "Masthead.js",
      "export const a = 1;\n",
      "src/components/Masthead.js: В файле нет части страницы.",
    ],
    ["Masthead.js", "export default (;\n", "src/components/Masthead.js: Файл не читается: "],
    [
      "Masthead.js",
      'export default () => { throw new Error("ой"); };\n',
      "src/components/Masthead.js: Своя часть страницы не строится: ой",
    ],
    [
      "Masthead.js",
      own('export default () => h("p", {}, h("div"));'),
      "<div> не может стоять внутри <p>",
    ],
  ])("%s: %j is told, and the site stays", async (name, text, message) => {
    const site = hashesIn(join(folder, "site"));
    write({ [`src/components/${name}`]: text });
    expect(await refusalOf(build(), folder)).toContain(message);
    rmSync(join(folder, "src/components", name));
    expect(hashesIn(join(folder, "site"))).toEqual(site);
  });
});
