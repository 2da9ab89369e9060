import type { KeptReason } from "./caches.ts";

const KEPT: Readonly<Record<KeptReason, string>> = {
  offline: MESSAGES["notice.offline"],
  slow: MESSAGES["notice.slow"],
  fault: MESSAGES["notice.fault"],
};

/**
 * Says when a page is a copy that was kept, and when the search cannot work. The page without a
 * connection speaks for itself.
 */
export function startNotice(): void {
  if (document.querySelector("[data-offline-list]") !== null) return;
  const isSearch = document.querySelector("[data-search-page]") !== null;
  if (isSearch) {
    const update = (): void => show(navigator.onLine ? undefined : MESSAGES["notice.search"]);
    addEventListener("offline", update);
    addEventListener("online", update);
    update();
    return;
  }
  const { kept } = document.documentElement.dataset;
  if (kept !== undefined) show(KEPT[kept as KeptReason]);
  else if (!navigator.onLine) show(KEPT.offline);
}

function show(text: string | undefined): void {
  document.querySelector("[data-offline-notice]")?.remove();
  if (text === undefined) return;
  const notice = document.createElement("p");
  notice.className = "offline-notice";
  notice.dataset.offlineNotice = "";
  notice.setAttribute("role", "status");
  document.querySelector("main")?.prepend(notice);
  // Text that comes after its element is read out.
  notice.textContent = text;
}
