/** Where a deployment keeps the next moment at which the site changes by itself. */
export const NEXT_CHANGE = "next-change.txt";

/**
 * A shell's condition for «there is something to do on a schedule». It needs no checkout, no Node and
 * a second: the moment was left by the last deployment in seconds since 1970, or «never». Where it
 * is not known, the site is built.
 */
export const IS_DUE = `[ ! -s ${NEXT_CHANGE} ] || { next=$(cat ${NEXT_CHANGE}); [ "$next" != never ] && [ "$(date +%s)" -ge "$next" ]; }`;
