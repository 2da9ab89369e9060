import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isStopWord, words } from "../../src/language/index.ts";
import { filesOf } from "../files.ts";
import { randomNumbers } from "../random.ts";

const SEED = 20_261_125;
/** A large archive need not be read whole for a few queries. */
const SAMPLE = 400;

/**
 * Two to four words that stand in one article, so that they are as common as words of texts are.
 *
 * @param content a folder of articles; some of them are read, evenly from the whole list
 */
export function drawQueries(content: string, count: number): string[] {
  const files = filesOf(content).map((file) => join(content, file));
  const random = randomNumbers(SEED);
  const pick = <Item>(items: readonly Item[]): Item | undefined =>
    items[Math.floor(random() * items.length)];
  const step = Math.max(1, files.length / SAMPLE);
  const sample = files.filter((_, index) => Math.floor(index % step) === 0);
  return Array.from({ length: count }, () => {
    const telling = words(bodyOf(pick(sample))).filter((word) => !isStopWord(word));
    const length = 2 + Math.floor(random() * 3);
    return Array.from({ length }, () => pick(telling) ?? "").join(" ");
  });
}

/** The text of an article, without its front matter. */
function bodyOf(file: string | undefined): string {
  if (file === undefined) return "";
  const text = readFileSync(file, "utf8");
  return text.slice(text.indexOf("\n---\n") + 5).toLowerCase();
}
