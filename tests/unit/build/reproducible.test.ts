import { spawnSync } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { readHashes } from "../../../src/build/index.ts";
import { SIZES } from "../../sizes.ts";
import { temporaryFolder } from "../temporary.ts";

const SHUFFLED = pathToFileURL("tests/fixtures/shuffled-listings.mjs").href;

/** Several volumes, of more items than one process makes alone. */
const SETTINGS = "\nvolumeItems: 9\n";

/** Builds a copy of the archive, with nothing of an earlier build at hand. */
function build(environment: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  cpSync("tests/fixtures/archive", folder, { recursive: true });
  cpSync("tests/fixtures/seed/content", join(folder, "content/2026"), { recursive: true });
  for (let day = 1; day <= SIZES.reproducibleDays; day++) {
    const date = `${2010 + (day % 19)}-0${1 + (day % 9)}-11`;
    const fields = `title: День ${day}\ndate: ${date}\ntopics: [Дни, Город]`;
    writeFileSync(join(folder, `content/den-${day}.md`), `---\n${fields}\n---\n\nПришёл день.\n`);
  }
  writeFileSync(join(folder, "data/site.yaml"), SETTINGS, { flag: "a" });
  const places = ["content", "data", "output", "cache"].flatMap((name) => [
    `--${name}`,
    join(folder, name),
  ]);
  const args = ["scripts/vestnik.js", "build", ...places];
  const options = ["--url", "https://gorod.example", "--now", "2030-01-01"];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args, ...options], {
    encoding: "utf8",
    env: { ...process.env, ...environment },
  });
  expect(stderr).not.toContain("rror");
  expect(status).toBe(0);
  expect(stdout).toMatch(/Строю тома: [4-9] из/);
  return Object.fromEntries(readHashes(join(folder, "output")));
}

test("another folder, zone, language, order of files and age of files give the same bytes", () => {
  const here = build({ TZ: "UTC", LANG: "C.UTF-8", LC_ALL: "C.UTF-8" });
  const there = build({
    TZ: "Pacific/Auckland",
    LANG: "ru_RU.UTF-8",
    LC_ALL: "tr_TR.UTF-8",
    NODE_OPTIONS: `--import ${SHUFFLED}`,
  });
  expect(Object.keys(here).length).toBeGreaterThan(60);
  expect(there).toEqual(here);
});
