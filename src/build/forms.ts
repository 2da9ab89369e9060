import { z } from "zod";

/**
 * The forms of names that come out of files (a manifest, a seal, a list, a package) and become paths
 * which are read, written and removed. Whatever else a file says there is not followed.
 */

const PART_KEY = /^[a-z]{1,20}-[0-9a-f]{32}$/;

/** File systems take no longer name of a file, in bytes. */
const LONGEST_NAME = 255;

/** Of UTF-8, for each unit of UTF-16. */
const MOST_BYTES_OF_A_SIGN = 3;

/** @returns whether a name is one that keyOf gives to parts */
export function isPartKey(name: string): boolean {
  return PART_KEY.test(name);
}

/** A name that is empty, or leads up or nowhere; what file systems take for another sign. */
const LEADS_OUT = /[\0\\]|(?:^|\/)\.{0,2}(?:\/|$)/;

/** @returns whether a path leads to a file inside the folder that it is joined to, whatever that is */
export function isPathInside(path: string): boolean {
  if (LEADS_OUT.test(path)) return false;
  if (path.length * MOST_BYTES_OF_A_SIGN <= LONGEST_NAME) return true;
  return path.split("/").every((name) => Buffer.byteLength(name) <= LONGEST_NAME);
}

/** The key of a part. */
export const partKey = z.string().regex(PART_KEY);

/** A path with «/», below some folder. */
export const pathInside = z.string().refine(isPathInside);

/** In hexadecimal digits. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
