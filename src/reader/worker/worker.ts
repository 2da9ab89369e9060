import type { KeepMessage } from "../caches.ts";
import { answerAsset, answerPicture } from "./files.ts";
import { find, keep } from "./keeping.ts";
import { keyOf, kindOf } from "./kinds.ts";
import { answerPage, answerPassing } from "./pages.ts";
import { scope, worker } from "./scope.ts";
import { dropCaches, installShell, preloadPages } from "./shell.ts";

/** The service worker: what was read can be read again without a connection. */

worker.addEventListener("install", (event) => {
  worker.skipWaiting();
  event.waitUntil(installShell());
});

worker.addEventListener("activate", (event) => {
  const begin = [dropCaches(["pages", "pictures", "assets"]), preloadPages()];
  event.waitUntil(Promise.all(begin).then(() => worker.clients.claim()));
});

worker.addEventListener("fetch", (event) => {
  const answer = answerTo(event);
  if (answer !== undefined) event.respondWith(answer);
});

/** @returns nothing where the browser is to do as if there were no worker */
function answerTo(event: FetchEvent): Promise<Response> | undefined {
  const { method, mode, url } = event.request;
  if (method !== "GET") return undefined;
  const kind = kindOf(url, scope());
  // Every navigation is answered, for the browser has begun to fetch it for us.
  if (mode === "navigate") return kind === "pages" ? answerPage(event) : answerPassing(event);
  if (kind === "assets") return answerAsset(event);
  return kind === "pictures" ? answerPicture(event) : undefined;
}

/** The first page of a visit loads before its worker, and sends the addresses of its files. */
worker.addEventListener("message", (event) => {
  const { keep: addresses } = event.data as KeepMessage;
  event.waitUntil(Promise.all(addresses.map(keepAddress)));
});

async function keepAddress(address: string): Promise<void> {
  const kind = kindOf(address, scope());
  if (kind === undefined) return;
  const key = keyOf(address);
  if (kind === "assets" && (await find(kind, key)) !== undefined) return;
  const response = await fetch(key).catch(() => undefined);
  if (response !== undefined) await keep(kind, key, response);
}
