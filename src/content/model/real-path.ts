import { isAbsolute, relative, sep } from "node:path";

/**
 * Links are followed: what counts is where a file lies.
 *
 * @param real a path without links in it, as realpath says it
 * @param folder likewise
 */
export function isInside(real: string, folder: string): boolean {
  const path = relative(folder, real);
  return path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
