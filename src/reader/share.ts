/** Shows what passes a page on; without scripts it stays hidden. */
export function startSharing(): void {
  for (const box of document.querySelectorAll<HTMLElement>("[data-share]")) {
    const address = addressOf(box);
    const status = box.querySelector("[data-share-status]");
    const tell = (text: string): void => {
      if (status !== null) status.textContent = text;
    };
    const copyLink = box.querySelector<HTMLElement>("[data-copy-link]");
    copyLink?.addEventListener("click", () => void copy(address, box).then(tell));
    const native = box.querySelector<HTMLElement>("[data-share-native]");
    if (native !== null) {
      native.hidden = !("share" in navigator);
      native.addEventListener("click", () => void share(address).then(tell));
    }
    box.hidden = false;
  }
}

/** The address for others: where the site lives, whatever brought the reader here. */
function addressOf(box: HTMLElement): string {
  const canonical = document.querySelector<HTMLLinkElement>("link[rel=canonical]");
  return box.dataset.address ?? canonical?.href ?? location.href;
}

/** @returns the message to the reader */
async function copy(address: string, box: HTMLElement): Promise<string> {
  try {
    await navigator.clipboard.writeText(address);
    return MESSAGES["share.copied"];
  } catch {
    return copySelected(address, box);
  }
}

/** Where a browser has no clipboard for scripts, or keeps it from them. */
function copySelected(address: string, box: HTMLElement): string {
  const input = box.querySelector("input") ?? document.createElement("input");
  input.value = address;
  input.readOnly = true;
  input.setAttribute("aria-label", MESSAGES["share.address"]);
  box.append(input);
  input.select();
  if (!document.execCommand("copy")) return MESSAGES["share.selected"];
  input.remove();
  return MESSAGES["share.copied"];
}

/** @returns what the reader is told; nothing where the reader has thought better of it */
async function share(url: string): Promise<string> {
  try {
    await navigator.share({ title: document.title, url });
    return "";
  } catch (error) {
    const wasCancelled = error instanceof DOMException && error.name === "AbortError";
    return wasCancelled ? "" : MESSAGES["share.failed"];
  }
}
