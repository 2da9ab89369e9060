import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { PROJECT } from "../../../src/build/index.ts";
import { hashesIn } from "../build/tiny-archive.ts";
import { installedPackage, vestnik } from "./installed.ts";

const IMPORT = /\b(?:from |import |import\()"(\.{1,2}\/[^"\n]+)"/g;

let installed: string;
const at = (path: string): string => join(installed, path);
const run = (folder: string, ...args: readonly string[]) => vestnik(installed, at(folder), ...args);

beforeAll(() => {
  installed = installedPackage();
});

describe("what npm packs", () => {
  const own = (path: string): string => at(`node_modules/vestnik/${path}`);

  test("is compiled, with the types of what others import, and nothing of the laboratory", () => {
    expect(readdirSync(own("")).toSorted()).toEqual(
      ["CHANGELOG.md", "LICENSE", "README.md", "dist", "docs", "package.json"].toSorted(),
    );
    const files = readdirSync(own("dist"), { recursive: true, encoding: "utf8" });
    expect(files.filter((file) => /(?<!\.d)\.tsx?$/.test(file))).toEqual([]);
    expect(files).toContain("plugin.js");
  });

  test("imports what is there", () => {
    const files = readdirSync(own("dist"), { recursive: true, encoding: "utf8" });
    const imports = files
      .filter((file) => file.endsWith(".js"))
      .flatMap((file) =>
        [...readFileSync(own(`dist/${file}`), "utf8").matchAll(IMPORT)].map(([, path = ""]) => {
          return join(own("dist"), dirname(file), path);
        }),
      );
    expect(imports.length).toBeGreaterThan(1000);
    expect(imports.filter((file) => !existsSync(file))).toEqual([]);
  });
});

describe("a newspaper that is begun with it", () => {
  const paper = (path: string): string => at(`paper/${path}`);

  beforeAll(() => {
    const flags = ["--name", "Заречный вестник", "--address", "https://zarechny.example", "--yes"];
    const { status, stderr } = run(".", "init", "paper", ...flags);
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  test("is ten files, none of them of the engine", () => {
    const files = readdirSync(paper(""), { recursive: true, withFileTypes: true });
    const names = files.filter((file) => file.isFile()).map(({ name }) => name);
    expect(names.length).toBeLessThanOrEqual(10);
    expect(names.filter((name) => name.endsWith(".ts"))).toEqual([]);
    expect(JSON.parse(readFileSync(paper("package.json"), "utf8")).dependencies).toHaveProperty(
      "vestnik",
    );
  });

  test("is checked and built, twice with the same bytes, by Eleventy's own command too", () => {
    expect(run("paper", "check", "--strict")).toMatchObject({ status: 0 });
    for (const output of ["first", "second"]) {
      const built = run("paper", "build", "--output", output, "--cache", `cache-${output}`);
      expect(built.status, built.stdout + built.stderr).toBe(0);
    }
    const first = hashesIn(paper("first"));
    expect(first).toHaveProperty("index.html");
    expect(Object.keys(first)).toContainEqual(expect.stringMatching(/\.pack$/));
    expect(hashesIn(paper("second"))).toEqual(first);

    const command = join(PROJECT, "node_modules/@11ty/eleventy/cmd.cjs");
    const own = spawnSync(process.execPath, [command, "--quiet"], {
      cwd: paper(""),
      encoding: "utf8",
    });
    expect(own.status, own.stdout + own.stderr).toBe(0);
    const isOfBuild = (path: string): boolean => /^(?:build\.json|sums\/)/.test(path);
    const pages = Object.entries(first).filter(([path]) => !isOfBuild(path));
    expect(hashesIn(paper("_site"))).toMatchObject(Object.fromEntries(pages));
  });

  test("may have pages and a configuration in TypeScript, of the components of ours", () => {
    const config = readFileSync(paper("eleventy.config.js"), "utf8");
    writeFileSync(
      paper("src/pages/team.11ty.tsx"),
      `import { page, PageHead } from "vestnik/components";
export const data = { permalink: "/team/" };
export const render = page<any>(({ site }) => ({
  title: "Редакция", path: "/team/", section: undefined, description: "Кто мы",
  body: <PageHead title="Редакция" site={site}><p>Нас двое.</p></PageHead>,
}));
`,
    );
    const built = run("paper", "build", "--output", "typed", "--cache", "cache-first");
    expect(built.status, built.stdout + built.stderr).toBe(0);
    expect(readFileSync(paper("typed/team/index.html"), "utf8")).toContain("<p>Нас двое.</p>");
    expect(config).toContain('from "vestnik"');
  });
});

describe("vestnik init refuses", () => {
  test.each([
    [["a", "--time-zone", "Moscow", "--yes"], "--time-zone «Moscow»: такого часового пояса нет."],
    [["a", "--address", "zarechny", "--yes"], "--address «zarechny»: это не адрес сайта."],
    [["a", "--hosting", "ftp", "--yes"], "--hosting «ftp»: есть: github, gitlab, netlify"],
    [["a", "--name", "А"], "Укажите --address, --language, --time-zone, --hosting, или --yes"],
    [["node_modules", "--yes"], "уже что-то есть"],
    [[], "Укажите одну папку"],
  ])("%j", (args, message) => {
    const { status, stderr } = run(".", "init", ...args);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
    expect(existsSync(at("a"))).toBe(false);
  });

  test("a command that there is not", () => {
    const { status, stderr } = run(".", "biuld");
    expect(status).toBe(1);
    expect(stderr).toContain("Команды «biuld» нет. Есть: init, start,");
  });
});
