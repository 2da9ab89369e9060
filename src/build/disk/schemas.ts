import { z } from "zod";

/**
 * The forms of names that come out of files (a manifest, a stamp, a list, a bundle) and become paths
 * which are read, written and removed. Whatever else a file says there is not followed.
 */

const ARTIFACT_KEY = /^[a-z]{1,20}-[0-9a-f]{32}$/;

/** File systems take no longer name of a file, in bytes. */
const LONGEST_NAME = 255;

/** Of UTF-8, for each unit of UTF-16. */
const MOST_BYTES_OF_A_SIGN = 3;

/** @returns whether a name is one that keyOf gives to artifacts */
export function isArtifactKey(name: string): boolean {
  return ARTIFACT_KEY.test(name);
}

/** A name that is empty, or leads up or nowhere; what file systems take for another sign. */
const LEADS_OUT = /[\0\\]|(?:^|\/)\.{0,2}(?:\/|$)/;

/** @returns whether a path leads to a file inside the folder that it is joined to, whatever that is */
export function isPathInside(path: string): boolean {
  if (LEADS_OUT.test(path)) return false;
  if (path.length * MOST_BYTES_OF_A_SIGN <= LONGEST_NAME) return true;
  return path.split("/").every((name) => Buffer.byteLength(name) <= LONGEST_NAME);
}

/** The key of an artifact. */
export const artifactKey = z.string().regex(ARTIFACT_KEY);

/** A path with «/», below some folder. */
export const pathInside = z.string().refine(isPathInside);

/** In hexadecimal digits. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
