/** The library of a worker's types knows all kinds of workers; this one is of a kind. */
declare const self: ServiceWorkerGlobalScope;

export const worker = self;

/** Where the site is: its address with a slash at the end. */
export function scope(): string {
  return worker.registration.scope;
}

/** @returns the folder of the address that holds the site: «/» or «/news/» */
export function prefix(): string {
  return new URL(scope()).pathname;
}
