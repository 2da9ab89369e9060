import { worker } from "./scope.ts";
import { dropCaches } from "./shell.ts";

/**
 * Takes the place of the worker on a site that keeps nothing any more: browsers look for a new one
 * under the old address, and this one removes what was kept and itself.
 */
worker.addEventListener("install", () => void worker.skipWaiting());

worker.addEventListener("activate", (event) => {
  event.waitUntil(dropCaches([]).then(() => worker.registration.unregister()));
});
