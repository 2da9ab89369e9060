import { withPlural } from "../../language/index.ts";
import { groupBy } from "../../language/maps.ts";
import type { Problem } from "./problem.ts";

/** A problem in more files than this, in the same words, is reported once. */
const MOST_FILES = 3;

/**
 * Reports a problem of many files once: an archive from another generator may have the same unknown field in
 * a thousand articles.
 *
 * @returns the problems in their order, the first of those alike in the place of all, with their number
 */
export function gatherAlike<Some extends Problem>(problems: readonly Some[]): Some[] {
  const groups = groupBy(problems, ({ message, mend }) => `${message}\n${mend}`);
  return [...groups.values()].flatMap((own) => gathered(own));
}

function gathered<Some extends Problem>(own: readonly Some[]): readonly Some[] {
  const [first] = own;
  const files = new Set(own.map(({ file }) => file)).size;
  if (first === undefined || files <= MOST_FILES) return own;
  const more = withPlural(files - 1, ["файле", "файлах", "файлах"]);
  return [{ ...first, message: `${first.message} То же ещё в ${more}.` }];
}
