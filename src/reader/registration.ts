import { allowOwnScripts } from "../search/ui/index.ts";
import type { KeepMessage } from "./caches.ts";

/** Safari knows no idle time. */
const LATER_MS = 1000;

/** A browser that draws nothing, or is never idle, may not call at all. */
const LATEST_MS = 3000;

/**
 * Starts the worker that keeps what was read, where the page names one in the `data-worker` of its
 * html element; when the page has loaded, so that the two do not compete.
 */
export function startWorker(): void {
  const address = document.documentElement.dataset.worker;
  if (address === undefined || !("serviceWorker" in navigator)) return;
  const begin = (): void => {
    const later = window.requestIdleCallback ?? ((start) => setTimeout(start, LATER_MS));
    later(() => void register(address), { timeout: LATEST_MS });
  };
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin, { once: true });
}

/** A browser that refuses a worker, as private windows do, shows the same pages without it. */
async function register(address: string): Promise<void> {
  try {
    const { serviceWorker } = navigator;
    const isLate = serviceWorker.controller === null;
    allowOwnScripts();
    await serviceWorker.register(address);
    if (!isLate) return;
    const { active } = await serviceWorker.ready;
    active?.postMessage({ keep: parts() } satisfies KeepMessage);
  } catch {}
}

/** The page and all that it loaded before there was a worker to see it. */
function parts(): string[] {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  return [location.href, ...loaded];
}
