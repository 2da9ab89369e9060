import { find, keep } from "./keeping.ts";
import { keyOf } from "./kinds.ts";

type Asking = Pick<FetchEvent, "request" | "waitUntil">;

/** A file whose name holds a hash never changes: the copy is as good as the file. */
export async function answerAsset(event: Asking): Promise<Response> {
  return (await find("assets", keyOf(event.request.url))) ?? fetchAndKeep("assets", event);
}

/** A picture may change under its name, so that a copy only stands in for it. */
export async function answerPicture(event: Asking): Promise<Response> {
  try {
    return await fetchAndKeep("pictures", event);
  } catch (error) {
    const copy = await find("pictures", keyOf(event.request.url));
    if (copy !== undefined) return copy;
    throw error;
  }
}

async function fetchAndKeep(kept: "assets" | "pictures", event: Asking): Promise<Response> {
  const response = await fetch(event.request);
  event.waitUntil(keep(kept, keyOf(event.request.url), response.clone()));
  return response;
}
