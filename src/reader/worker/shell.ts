import { cacheName, isOwnCache, type Kept } from "../caches.ts";
import { find, isPage, open, trim } from "./keeping.ts";
import { prefix, scope, worker } from "./scope.ts";

/**
 * Styles, scripts and fonts that every page needs, as paths of the site without its prefix; the
 * build puts them in (src/build/tasks/assets.ts). Their names hold a hash, so that a new version asks only
 * for what changed, and a page that was kept still finds the styles it was made with.
 */
declare const SHELL: readonly string[];

/** The page that is shown where there is no connection and no copy. */
const OFFLINE = "offline/";

/** Fetches what no page can do without. All of it must arrive, else the next visit tries again. */
export async function installShell(): Promise<void> {
  const cache = await open("assets");
  const addresses = SHELL.map((path) => new URL(path.slice(1), scope()).href);
  await Promise.all(
    addresses.map(async (address) => {
      const known = await cache.match(address);
      // A renewed entry is the last to be trimmed.
      await cache.put(address, known ?? (await fetchAsset(address)));
    }),
  );
  const offline = scope() + OFFLINE;
  await cache.put(offline, await fetchWhole(offline, { cache: "no-cache" }));
  await trim("assets");
}

async function fetchAsset(address: string): Promise<Response> {
  const response = await fetchWhole(address);
  if (isPage(response)) throw new Error(`${address}: a page came instead`);
  return response;
}

async function fetchWhole(address: string, options?: RequestInit): Promise<Response> {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** @returns the page without a connection; an error of the network where it is not kept */
export async function offlinePage(): Promise<Response> {
  return (await find("assets", scope() + OFFLINE)) ?? Response.error();
}

/** Removes caches of ours that this version does not know; all of them where none is kept on. */
export async function dropCaches(keptOn: readonly Kept[]): Promise<void> {
  const wanted = keptOn.map((kept) => cacheName(kept, prefix()));
  const names = (await caches.keys()).filter((name) => isOwnCache(name, prefix()));
  const others = names.filter((name) => !wanted.includes(name));
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** The browser asks for a page while the worker still starts. */
export async function preloadPages(): Promise<void> {
  await worker.registration.navigationPreload?.enable();
}
