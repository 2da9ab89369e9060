import { cacheName, type Kept, MOST } from "../caches.ts";
import { prefix } from "./scope.ts";

/** Status codes of a removed page: its copy is removed too. */
const GONE = [404, 410];

export function open(kept: Kept): Promise<Cache> {
  return caches.open(cacheName(kept, prefix()));
}

/**
 * @param key as keyOf made it
 * @returns nothing where nothing was kept, or where the browser does not let us look
 */
export async function find(kept: Kept, key: string): Promise<Response | undefined> {
  try {
    return await (await open(kept)).match(key, { ignoreVary: true });
  } catch {
    return undefined;
  }
}

/**
 * Keeps an answer, or forgets what was kept where the answer says that it is gone. A full disk
 * keeps nothing and is no error.
 *
 * @param key as keyOf made it
 * @param response whose body is not needed any more
 */
export async function keep(kept: Kept, key: string, response: Response): Promise<void> {
  try {
    const cache = await open(kept);
    if (GONE.includes(response.status)) await cache.delete(key);
    if (!isWorthKeeping(kept, response)) return;
    await cache.put(key, response);
    await trim(kept);
  } catch {}
}

/**
 * What was redirected may not answer a navigation; what is not basic is of another host. Hosts that
 * answer with a page for a file that they do not have say that it is one.
 */
function isWorthKeeping(kept: Kept, response: Response): boolean {
  const { status, type, redirected } = response;
  if (status !== 200 || type !== "basic" || redirected) return false;
  return isPage(response) === (kept === "pages");
}

/** Whether an answer is HTML. */
export function isPage({ headers }: Response): boolean {
  return (headers.get("content-type") ?? "").startsWith("text/html");
}

/** Removes the oldest entries beyond the limit. */
export async function trim(kept: Kept): Promise<void> {
  const cache = await open(kept);
  const keys = await cache.keys();
  for (const key of keys.slice(0, Math.max(0, keys.length - MOST[kept]))) await cache.delete(key);
}
