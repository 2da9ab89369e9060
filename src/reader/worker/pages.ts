import type { KeptReason } from "../caches.ts";
import { find, keep } from "./keeping.ts";
import { keyOf } from "./kinds.ts";
import { offlinePage } from "./shell.ts";

/** How long the network may take where there is a copy. */
const PATIENCE_MS = 4000;

/** The part of a fetch event that an answer needs. */
export type Navigation = Pick<FetchEvent, "request" | "preloadResponse" | "waitUntil">;

/** A page that is never kept: from the network, or the page that says that there is none. */
export async function answerPassing(event: Navigation): Promise<Response> {
  return fromNetwork(event).catch(offlinePage);
}

/**
 * News comes from the network; a copy stands in where the network fails, or is slow, or the host has
 * a fault. The page without a connection stands in for the copy.
 */
export async function answerPage(event: Navigation): Promise<Response> {
  const key = keyOf(event.request.url);
  const network = fromNetwork(event);
  event.waitUntil(keepLater(key, network));
  const copy = await find("pages", key);
  if (copy === undefined) return network.catch(offlinePage);
  try {
    const response = await withinPatience(network);
    if (response === undefined) return marked(copy, "slow");
    return response.status >= 500 ? marked(copy, "fault") : response;
  } catch {
    return marked(copy, "offline");
  }
}

async function fromNetwork({ request, preloadResponse }: Navigation): Promise<Response> {
  return (await preloadResponse) ?? fetch(request);
}

/** A page that arrives after the copy was shown is there for the next visit. */
async function keepLater(key: string, network: Promise<Response>): Promise<void> {
  const copy = await network.then((response) => response.clone()).catch(() => undefined);
  if (copy !== undefined) await keep("pages", key, copy);
}

function withinPatience(network: Promise<Response>): Promise<Response | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  return Promise.race([network, late]);
}

/** The page itself cannot tell where it came from, so that it is written into it. */
async function marked(copy: Response, reason: KeptReason): Promise<Response> {
  const html = await copy.text();
  const body = html.replace("<html", `<html data-kept="${reason}"`);
  const headers = new Headers(copy.headers);
  // They were of the bytes that came over the network.
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  return new Response(body, { headers });
}
