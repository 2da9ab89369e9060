import { withPlural } from "../../language/index.ts";
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
  const groups = new Map<string, Some[]>();
  for (const problem of problems) {
    const key = `${problem.message}\n${problem.mend}`;
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [problem]);
    else own.push(problem);
  }
  return [...groups.values()].flatMap((own) => gathered(own));
}

function gathered<Some extends Problem>(own: readonly Some[]): readonly Some[] {
  const [first] = own;
  const files = new Set(own.map(({ file }) => file)).size;
  if (first === undefined || files <= MOST_FILES) return own;
  const more = withPlural(files - 1, ["файле", "файлах", "файлах"]);
  return [{ ...first, message: `${first.message} То же ещё в ${more}.` }];
}
