import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { PROJECT } from "../../../src/build/index.ts";
import { hashesIn } from "../build/tiny-archive.ts";
import { installedPackage, vestnik } from "./installed.ts";

const VERSION: string = JSON.parse(readFileSync("package.json", "utf8")).version;

const IMPORT = /\b(?:from |import |import\()"(\.{1,2}\/[^"\n]+)"/g;

let installed: string;
const at = (path: string): string => join(installed, path);
const run = (folder: string, ...args: readonly string[]) => vestnik(installed, at(folder), ...args);

/** Begins a newspaper by what is installed, in this process: most of a command is its start. */
async function begin(...args: readonly string[]): Promise<void> {
  const module = pathToFileURL(at("node_modules/vestnik/dist/cli/init.js")).href;
  const { run: init } = (await import(module)) as { run(args: readonly string[]): Promise<void> };
  await init(args);
}

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

  test("may have pages and components in TypeScript, of the components of ours", () => {
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
    mkdirSync(paper("src/components"));
    writeFileSync(
      paper("src/components/Footer.tsx"),
      `import type { Site } from "vestnik/components";
export default function Footer({ site }: { site: Site }) { return <footer>© {site.name}</footer>; }
`,
    );
    const built = run("paper", "build", "--output", "typed", "--cache", "cache-first");
    expect(built.status, built.stdout + built.stderr).toBe(0);
    expect(readFileSync(paper("typed/team/index.html"), "utf8")).toContain("<p>Нас двое.</p>");
    expect(readFileSync(paper("typed/index.html"), "utf8")).toContain(
      "<footer>© Заречный вестник</footer>",
    );
    expect(config).toContain('from "vestnik"');
  });
});

describe("a newspaper depends on vestnik as it was installed itself:", () => {
  const COMMIT = "0123456789012345678901234567890123456789";

  test.each([
    ["^0.1.0", VERSION],
    ["latest", VERSION],
    ["file:../vestnik-0.2.0.tgz", "file:../../vestnik-0.2.0.tgz"],
    ["github:anna/vestnik#v0.2.0", "github:anna/vestnik#v0.2.0"],
    ["git+https://git.example/vestnik.git", `git+https://git.example/vestnik.git#${COMMIT}`],
  ])("%s", async (said, wanted) => {
    const project = { dependencies: { vestnik: said } };
    const resolved = `git+https://git.example/vestnik.git#${COMMIT}`;
    const lockfile = { packages: { "node_modules/vestnik": { resolved } } };
    writeFileSync(at("package.json"), JSON.stringify(project));
    writeFileSync(at("node_modules/.package-lock.json"), JSON.stringify(lockfile));
    await begin(at("other"), "--yes");
    const { dependencies } = JSON.parse(readFileSync(at("other/package.json"), "utf8"));
    const publishing = readFileSync(at("other/.github/workflows/publish.yml"), "utf8");
    for (const path of ["other", "package.json", "node_modules/.package-lock.json"]) {
      rmSync(at(path), { recursive: true });
    }
    expect(dependencies).toEqual({ vestnik: wanted });
    // npm does not build what comes from Git where scripts of packages are off.
    expect(publishing.includes("--ignore-scripts")).toBe(!wanted.startsWith("git"));
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
  ])("%j", async ([name, ...args], message) => {
    const folder = name === undefined ? [] : [at(name)];
    await expect(begin(...folder, ...args)).rejects.toThrow(message);
    expect(existsSync(at("a"))).toBe(false);
  });

  test("a command that there is not", () => {
    const { status, stderr } = run(".", "biuld");
    expect(status).toBe(1);
    expect(stderr).toContain("Команды «biuld» нет. Есть: init, start,");
  });
});

describe("a newspaper of another format", () => {
  const paper = (path: string): string => at(`moved/${path}`);

  function setFormat(format: number): void {
    const file = paper("package.json");
    const text = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, `${JSON.stringify({ ...text, vestnik: { format } }, null, 2)}\n`);
  }

  beforeAll(() => {
    const files = {
      "content/2026/most.md": "---\ntitle: Мост открыт\ndate: 2026-11-23\n---\n\nМост открыт.\n",
      "_data/site.yaml": "name: Старая газета\naddress: https://old.example/news\n",
      "_data/about.md": "Мы пишем о городе.\n",
      "src/pages/own.md": "---\npermalink: /own/\nlayout: vestnik\ntitle: Своя\n---\n\nСвоя.\n",
      "src/plugin.ts": "export {};\n",
      "gazeta.psd": "",
      "package.json": '{ "name": "vestnik", "version": "0.1.0" }\n',
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(at(`copy/${path}`)), { recursive: true });
      writeFileSync(at(`copy/${path}`), text);
    }
  });

  test("is taken out of a copy of the repository, which stays", () => {
    const { status, stdout, stderr } = run(".", "init", "moved", "--from", "copy", "--yes");
    expect(status, stderr).toBe(0);
    expect(stdout).toContain("Не перенесено, потому что неизвестно Вестнику: gazeta.psd");
    expect(readFileSync(paper("_data/site.yaml"), "utf8")).toContain("name: Старая газета");
    expect(existsSync(paper("src/plugin.ts"))).toBe(false);
    expect(existsSync(at("copy/src/plugin.ts"))).toBe(true);
    const built = run("moved", "build");
    expect(built.status, built.stdout + built.stderr).toBe(0);
    const read = (path: string): string => readFileSync(paper(`_site/${path}`), "utf8");
    expect(read("articles/most/index.html")).toContain("Мост открыт");
    expect(read("about/index.html")).toMatch(/Мы\sпишем о\sгороде\./);
    expect(read("own/index.html")).toContain("Своя");
  });

  test("of a newer one is refused, and its site stays", () => {
    setFormat(2);
    const before = hashesIn(paper("_site"));
    const { status, stderr } = run("moved", "build");
    expect(status).toBe(1);
    expect(stderr).toMatch(/package\.json:\d+:\d+: Газета в формате 2, а установленный Вестник/);
    expect(stderr).toContain("npm install vestnik@latest");
    expect(hashesIn(paper("_site"))).toEqual(before);
  });

  test("a copy of the repository is told how to move", () => {
    const { status, stderr } = run("copy", "upgrade");
    expect(status).toBe(1);
    expect(stderr).toContain("npx vestnik init НОВАЯ-ПАПКА --from .");
  });
});
