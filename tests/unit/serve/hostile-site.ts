import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../temporary.ts";

/** Stands in every file that no request may get at. */
export const SECRET = "the secret of the neighbours";
export const PAGE = "<!doctype html><p>0123456789";

const FILES = {
  "_site/index.html": PAGE,
  "_site/404.html": "<p>Такой страницы нет.",
  "_site/articles/most/index.html": PAGE,
  "_site/about.html": PAGE,
  "_site/digits.txt": "0123456789",
  "_site/empty.txt": "",
  "_site/long.txt": "0123456789".repeat(400_000),
  "_site/.git/config": SECRET,
  "_site/.htaccess": SECRET,
  "_site/.well-known/security.txt": "Contact",
  "_site.next/index.html": SECRET,
  "secret.txt": SECRET,
};

/** The folder of a site, beside which lies what is not for its readers, with links to that. */
export function hostileSite(): string {
  const folder = join(temporaryFolder(FILES), "_site");
  symlinkSync("../secret.txt", join(folder, "file-out.txt"));
  symlinkSync("../_site.next", join(folder, "folder-out"));
  symlinkSync("digits.txt", join(folder, "file-in.txt"));
  symlinkSync("circle", join(folder, "circle"));
  symlinkSync(".git", join(folder, "folder-hidden"));
  return folder;
}
