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

function leadsSomewhere({ path, to }: Link): boolean {
  const [file = "", anchor] = to.split("#");
  const target = file === "" ? path : join(dirname(path), decodeURI(file));
  if (!existsSync(target)) return false;
  return anchor === undefined || anchorsOf(documentAt(target)).has(decodeURI(anchor));
}

test("every link leads to what is there", () => {
  expect(LINKS.filter((link) => !leadsSomewhere(link))).toEqual([]);
});

test("every picture is shown somewhere", () => {
  const shown = LINKS.map(({ path, to }) => join(dirname(path), to));
  const pictures = readdirSync(PICTURES).map((name) => join(PICTURES, name));
  expect(pictures.filter((picture) => !shown.includes(picture))).toEqual([]);
});

test("every picture is light enough", () => {
  const heavy = readdirSync(PICTURES).filter(
    (name) => statSync(join(PICTURES, name)).size > MAX_PICTURE,
  );
  expect(heavy).toEqual([]);
});

/** Files that are named in the text as code: `src/content/model/paths.ts`. */
const FILES = DOCUMENTS.flatMap(({ path, code }) =>
  code
    .filter((piece) => /^(?:src|scripts|tests|docs|\.github)\/[\w./-]+$/.test(piece))
    .map((file) => ({ path, file })),
);

test("every file that a document names is there", () => {
  expect(FILES.length).toBeGreaterThan(30);
  expect(FILES.filter(({ file }) => !existsSync(file))).toEqual([]);
});
