import { chmodSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { compressSite } from "../../../src/hosting/index.ts";
import { PHOTO } from "../../fuzz/photo.ts";
import { temporaryFolder } from "../temporary.ts";
import { buildIn } from "./build-in.ts";

const ARTICLE = "---\ntitle: Мост\n---\n\nМост. ![Вид](photo.png)\n\n![План](plan.svg)\n";

const FILES = {
  "_data/site.yaml": "name: Вести\naddress: https://vesti.example\n",
  "content/a.md": ARTICLE,
  "content/photo.png": Buffer.from(PHOTO),
  "content/plan.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"></svg>',
};

/** @returns what in a folder, itself included, has other modes than what is published has */
function wrongIn(folder: string): string[] {
  const modeOf = (path: string): number => statSync(path).mode & 0o7777;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const found = entries.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return { path: relative(folder, path), mode: modeOf(path), isFolder: entry.isDirectory() };
  });
  return [{ path: ".", mode: modeOf(folder), isFolder: true }, ...found]
    .filter(({ mode, isFolder }) => mode !== (isFolder ? 0o755 : 0o644))
    .map(({ path, mode }) => `${path} ${mode.toString(8)}`);
}

test.each([0o077, 0o000])("files are 0644 and folders 0755: umask %o", async (umask) => {
  const folder = temporaryFolder(FILES);
  chmodSync(join(folder, "content/photo.png"), 0o600);
  chmodSync(join(folder, "content/plan.svg"), 0o4755);
  chmodSync(join(folder, "content/a.md"), 0o400);
  const usual = process.umask(umask);
  onTestFinished(() => void process.umask(usual));
  await buildIn(folder);
  expect(wrongIn(join(folder, "site"))).toEqual([]);
  // The next is made of what is there, and kept files are links.
  writeFileSync(join(folder, "content/b.md"), "---\ntitle: Сад\n---\n\nСад.\n");
  chmodSync(join(folder, "site/index.html"), 0o600);
  await buildIn(folder);
  expect(wrongIn(join(folder, "site"))).toEqual([]);
  await compressSite(join(folder, "site"), join(folder, "copy"));
  expect(wrongIn(join(folder, "copy"))).toEqual([]);
});
