import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../temporary.ts";
import { buildIn } from "./build-in.ts";
import { hashesIn } from "./tiny-archive.ts";

const ARCHIVE = {
  "_data/site.yaml": "name: Вести\naddress: https://vesti.example\n",
  "_data/headlines.yaml": "- Марафон\n",
  "content/most.md": "---\ntitle: Мост открыт\ndate: 2021-03-01\n---\n\nМост.\n",
};

const folder = temporaryFolder(ARCHIVE);

beforeAll(async () => {
  expect((await buildIn(folder)).notices).toEqual([]);
});

interface Published {
  readonly sums: Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly commit?: string;
  readonly isModified?: boolean;
}

function manifestIn(folder: string): Published {
  return JSON.parse(readFileSync(join(folder, "site/build.json"), "utf8"));
}

function git(folder: string, ...args: string[]): string {
  const who = ["-c", "user.name=Редактор", "-c", "user.email=editor@vesti.example"];
  return spawnSync("git", [...who, "-C", folder, ...args], { encoding: "utf8" }).stdout.trim();
}

/** From each file to its hash, as the lists of a site say; a list by the manifest. */
function listed(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [part, hash] of Object.entries(manifestIn(folder).sums)) {
    const list = readFileSync(join(folder, "site/sums", `${part}.txt`));
    expect(createHash("sha256").update(list).digest("hex"), part).toBe(hash);
    files[`sums/${part}.txt`] = hash;
    for (const line of list.toString().trimEnd().split("\n")) {
      const [, sum = "", file = ""] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      files[file] = sum;
    }
  }
  return files;
}

test("lists with the hash of every file are published, and a new build renews them", async () => {
  const { "build.json": _, ...files } = hashesIn(join(folder, "site"));
  expect(Object.keys(files).length).toBeGreaterThan(50);
  expect(listed(folder)).toEqual(files);

  appendFileSync(join(folder, "content/most.md"), "\nПо мосту едут.\n");
  await buildIn(folder);
  const { "build.json": __, ...changed } = hashesIn(join(folder, "site"));
  expect(changed).not.toEqual(files);
  expect(listed(folder)).toEqual(changed);
});

test("a site says what it was made from: versions, the commit, and whether more was changed", async () => {
  expect(manifestIn(folder)).not.toHaveProperty("commit");
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const { version: pagefind } = lock.packages["node_modules/pagefind"];
  expect(manifestIn(folder).versions).toMatchObject({ vestnik: lock.version, pagefind });

  git(folder, "init", "--quiet");
  git(folder, "add", "content", "_data");
  git(folder, "commit", "--quiet", "--message", "Мост");
  const commit = git(folder, "rev-parse", "HEAD");
  expect(commit).toMatch(/^[0-9a-f]{40}$/);
  await buildIn(folder);
  expect(manifestIn(folder)).toMatchObject({ commit, isModified: false });

  appendFileSync(join(folder, "_data/headlines.yaml"), "- Ярмарка\n");
  await buildIn(folder);
  expect(manifestIn(folder)).toMatchObject({ commit, isModified: true });
});
