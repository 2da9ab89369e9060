import { whenRead } from "./when-read.ts";

/**
 * The theme that a reader has chosen. The script stands before the styles and is small, so that the
 * theme is set while the styles, which the first paint waits for, are on their way. It blocks nothing:
 * where both are at hand at once, a busy device may paint first. The switch is wired when the page
 * has been read.
 *
 * A choice is remembered only where it differs from what the system says: a reader who goes back
 * follows the system again.
 */

type Theme = "light" | "dark";

const KEY = "vestnik-theme";
const root = document.documentElement;
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

let chosen = stored();

/** Storage may be forbidden; then a choice holds for one page. */
function stored(): Theme | undefined {
  try {
    const value = localStorage.getItem(KEY);
    return value === "light" || value === "dark" ? value : undefined;
  } catch {
    return undefined;
  }
}

function store(theme: Theme | undefined): void {
  try {
    if (theme === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {}
}

function system(): Theme {
  return systemIsDark.matches ? "dark" : "light";
}

/** The other theme, which a press of the switch shows. */
function other(): Theme {
  return (chosen ?? system()) === "dark" ? "light" : "dark";
}

function show(): void {
  if (chosen === undefined) delete root.dataset.theme;
  else root.dataset.theme = chosen;
}

/** The name says what a press does, so that there is no pressed state beside it. */
function wire(button: HTMLElement): void {
  const name = other() === "dark" ? MESSAGES["theme.dark"] : MESSAGES["theme.light"];
  button.setAttribute("aria-label", name);
  button.title = name;
  button.onclick = press;
  button.hidden = false;
}

/** The colour of the browser's own frame: the one of the chosen theme, whatever the system says. */
function colour(meta: HTMLMetaElement): void {
  meta.dataset.system ??= meta.media;
  const own = meta.dataset.system;
  if (chosen === undefined) meta.media = own;
  else meta.media = own.includes(chosen) ? "all" : "not all";
}

function update(): void {
  show();
  document.querySelectorAll<HTMLElement>("[data-theme-switch]").forEach(wire);
  document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]").forEach(colour);
}

function recall(): void {
  chosen = stored();
  update();
}

function press(): void {
  const next = other();
  chosen = next === system() ? undefined : next;
  store(chosen);
  update();
}

function start(): void {
  systemIsDark.addEventListener("change", update);
  // Other pages of the site that are open follow.
  addEventListener("storage", recall);
  // A page that comes back from the browser's memory was told of nothing meanwhile.
  addEventListener("pageshow", recall);
  update();
}

show();
whenRead(start);
