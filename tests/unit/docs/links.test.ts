import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { anchorsOf, DOCUMENTS, documentAt } from "./documents.ts";

/** A link or a picture of this project's own. */
interface Link {
  readonly path: string;
  readonly to: string;
}

const LINK = /\]\(([^)\s]+)\)/g;
const PICTURES = "docs/pictures";
/** In bytes; more is felt by who reads the guide on a telephone. */
const MAX_PICTURE = 120_000;

const LINKS: Link[] = DOCUMENTS.flatMap(({ path, prose }) =>
  [...prose.matchAll(LINK)]
    .map(([, to = ""]) => ({ path, to }))
    .filter(({ to }) => !/^[a-z]+:/.test(to)),
);

test("there are links to look at", () => {
  expect(LINKS.length).toBeGreaterThan(30);
});

test.each(LINKS)("$path leads to $to", ({ path, to }) => {
  const [file = "", anchor] = to.split("#");
  const target = file === "" ? path : join(dirname(path), decodeURI(file));
  expect(existsSync(target), target).toBe(true);
  if (anchor === undefined) return;
  expect(anchorsOf(documentAt(target))).toContain(decodeURI(anchor));
});

test.each(readdirSync(PICTURES))("%s is shown somewhere", (name) => {
  const shown = LINKS.map(({ path, to }) => join(dirname(path), to));
  expect(shown).toContain(join(PICTURES, name));
});

test.each(readdirSync(PICTURES))("%s is light enough", (name) => {
  expect(statSync(join(PICTURES, name)).size).toBeLessThanOrEqual(MAX_PICTURE);
});

/** Files that are named in the text as code: `src/content/model/paths.ts`. */
const FILES = DOCUMENTS.flatMap(({ path, code }) =>
  code
    .filter((piece) => /^(?:src|scripts|tests|docs|\.github)\/[\w./-]+$/.test(piece))
    .map((file) => ({ path, file })),
);

test.each(FILES)("$path names $file, which is there", ({ file }) => {
  expect(existsSync(file)).toBe(true);
});
