import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { writeLeafOf } from "../../../src/index/leaf/write-leaf.ts";
import { type IndexedPage, PLAIN_WEIGHT } from "../../../src/index/pagefind/read-index.ts";
import { averageOf, writeSegment } from "../../../src/index/segment/write-segment.ts";
import { breakWords } from "../../../src/language/index.ts";
import { Deployments } from "../../../src/search/engine/deployments.ts";
import { Engine } from "../../../src/search/engine/engine.ts";
import { PackFiles } from "../../../src/search/engine/fetched-files.ts";
import { knownWords } from "../../../src/search/engine/known-words.ts";
import { SearchIndex } from "../../../src/search/engine/search-index.ts";
import { Segment } from "../../../src/search/engine/segment.ts";
import {
  type FileKind,
  fileBody,
  PACK_FOLDER,
  packFile,
} from "../../../src/search/format/index.ts";
import { temporaryFolder } from "../temporary.ts";

/** The files of a pack, read from the disk. */
class DiskFiles extends PackFiles {
  readonly #folder: string;

  constructor(folder: string) {
    super("https://example.org/");
    this.#folder = folder;
  }

  override async bytes(kind: FileKind, name: string): Promise<Uint8Array> {
    if (name === "") return new Uint8Array();
    return fileBody(gunzipSync(readFileSync(join(this.#folder, packFile(name)))), kind, name);
  }
}

/**
 * Indexes pages of plain text by the project's own code, without Pagefind.
 *
 * @param texts by the names of pages
 * @returns a search over them
 */
export async function engineOver(texts: Readonly<Record<string, string>>): Promise<Engine> {
  const folder = temporaryFolder();
  const [leaf, segment, site] = ["leaf", "segment", "site"].map((name) => join(folder, name));
  if (leaf === undefined || segment === undefined || site === undefined) throw new Error();
  writeLeafOf(Object.entries(texts).map(toPage), leaf);
  const average = averageOf([leaf]);
  await writeSegment({ name: "all", leaves: [leaf], average, synonyms: [] }, segment);
  mkdirSync(site);
  for (const part of [leaf, segment]) cpSync(join(part, "site"), site, { recursive: true });
  const { segment: facts, synonyms } = JSON.parse(
    readFileSync(join(segment, "segment.json"), "utf8"),
  );
  const files = new DiskFiles(join(site, PACK_FOLDER));
  const index = new SearchIndex([new Segment(facts, files, "/")], synonyms, knownWords("", files));
  return new Engine(new Deployments(async () => index));
}

function toPage([name, text]: [string, string]): IndexedPage {
  const content = breakWords(text);
  const words = content.split(/\s+/).length;
  const page = { url: `/${name}/`, content, word_count: words, filters: {}, meta: {}, anchors: [] };
  return { page, weights: new Uint8Array(words).fill(PLAIN_WEIGHT), sort: {} };
}

/** @returns the names of the pages that a query finds, the best first, and what stands nowhere together */
export async function found(engine: Engine, query: string) {
  const { results, apart } = await engine.search(query);
  const pages = await Promise.all(results.map((result) => result.data()));
  return { names: pages.map(({ url }) => url.replaceAll("/", "")), apart };
}
