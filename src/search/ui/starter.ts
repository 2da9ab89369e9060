/**
 * What every page has of the search. Until a reader shows the wish to search, the form of the
 * masthead is a plain form and nothing else is loaded.
 */
export function startSearch(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("[data-search-box]")) wire(form);
  addEventListener("keydown", onKey);
  if (/[?&]found=/.test(location.search) && document.querySelector(".prose") !== null) {
    import("./found/found.ts").then(({ showFound }) => showFound(), ignore);
  }
}

/** A piece that does not arrive leaves the page as it is: the form still leads to the search page. */
function ignore(): void {}

function wire(form: HTMLFormElement): void {
  const open = (): void => {
    form.removeEventListener("focusin", open);
    form.setAttribute("aria-busy", "true");
    import("./box/box.ts")
      .then(
        ({ openBox }) => openBox(form),
        // The next focus tries again.
        () => form.addEventListener("focusin", open),
      )
      .finally(() => form.removeAttribute("aria-busy"));
  };
  form.querySelector("input")?.setAttribute("aria-keyshortcuts", "/ Control+K");
  if (form.contains(document.activeElement)) open();
  else form.addEventListener("focusin", open);
}

/** Keys go by their place too, for a Russian layout has other letters there: «.» for «/». */
function isShortcut({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (altKey) return false;
  if (ctrlKey || metaKey) return !shiftKey && (key === "k" || code === "KeyK");
  return key === "/" || (key === "." && code === "Slash");
}

function onKey(event: KeyboardEvent): void {
  const { target, ctrlKey, metaKey, defaultPrevented, isComposing } = event;
  if (defaultPrevented || isComposing || !isShortcut(event)) return;
  const isTyping =
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select"));
  if (isTyping && !ctrlKey && !metaKey) return;
  event.preventDefault();
  const fields = document.querySelectorAll<HTMLInputElement>("input[name=q]");
  const field = [...fields].find((one) => one.offsetParent !== null);
  field?.focus();
  field?.select();
  // A phone's pages show a link to the search page instead of a field.
  if (field === undefined) location.assign(document.documentElement.dataset.search ?? "/");
}
