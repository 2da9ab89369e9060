/**
 * Where a deployment keeps what is live, on one line: the commit, the next moment at which the site
 * changes by itself (seconds since 1970, or «never»), and on GitLab the pipeline that has published it.
 */
export const PUBLISHED = "published.txt";

/**
 * A shell's condition that reads that line. It needs no checkout and no Node.
 *
 * @param names of the variables that take its words
 */
export function isKnown(names: string): string {
  return `[ -f ${PUBLISHED} ] && read -r ${names} < ${PUBLISHED}`;
}

/**
 * A shell's condition for «what is live is still right», with `published`, `next`, `commit` and `now`
 * set. It is false of a line that says something else: where nothing is known for sure, the site is built.
 */
export const IS_STILL_RIGHT = `[ "$published" = "$commit" ] && { [ "$next" = never ] || [ "$now" -lt "$next" ]; }`;
