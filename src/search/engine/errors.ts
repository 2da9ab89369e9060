/**
 * Errors that an interface tells apart, by their names: it loads this module by its address and
 * shares no classes with it.
 */

/** The browser lacks a feature that the search needs, or forbids it; trying again does not help. */
export class UnsupportedError extends Error {
  override readonly name = "UnsupportedError";
}

/** The site was deployed anew in another form than this module can read: the page has to be loaded anew. */
export class OutdatedError extends Error {
  override readonly name = "OutdatedError";
}

/** The site was deployed anew, and these results are of the old one; a new search is needed. */
export class RenewedError extends Error {
  override readonly name = "RenewedError";
}
