/** Calls back when the whole page has been read: at once, or when it is. */
export function whenRead(start: () => void): void {
  if (document.readyState !== "loading") start();
  else addEventListener("DOMContentLoaded", start);
}
