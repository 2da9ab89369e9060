/** A part of the search did not arrive at the second try either, or is another file. */
export class ArrivalError extends Error {
  override readonly name = "ArrivalError";
}

/** How long a file may take from the question to its last byte. */
const PATIENCE_MS = 20_000;

/**
 * Fetches a file and reads it. A failed one is fetched again past the browser's cache, which may keep a
 * host's bad answer for ever.
 *
 * @param address absolute
 * @param read decodes the file, and throws where it is another one
 * @param cache how the browser's cache is used at first
 * @throws ArrivalError where both fail
 */
export async function fetchWhole<Content>(
  address: string,
  read: (response: Response) => Promise<Content>,
  cache: RequestCache = "default",
): Promise<Content> {
  let reason: unknown;
  for (const own of [cache, "reload"] as const) {
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(), PATIENCE_MS);
    try {
      const response = await fetch(address, { cache: own, signal: ending.signal });
      if (response.ok) return await read(response);
      reason = response.status;
    } catch (error) {
      reason = error;
    } finally {
      clearTimeout(timer);
    }
  }
  throw new ArrivalError(`${address} did not arrive: ${reason}`, { cause: reason });
}

/**
 * Unpacks a gzip file as it comes; the browser compares its length and its CRC-32. A stream of a Blob
 * would go through another process: that took a seventh of all that a search computes.
 *
 * @throws TypeError where it is torn, or no such file
 */
export async function unpack({ body }: Response): Promise<ArrayBuffer> {
  if (body === null) throw new TypeError("The file is empty");
  return new Response(body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}
