import { relativeTime } from "./relative-time.ts";

const MINUTE = 60_000;

/**
 * Shows the age of fresh news: of each `<time data-relative>`. The printed date stays as its title, and comes
 * back when the news has grown old on an open page.
 */
export function startTimes(): void {
  const { zone } = document.documentElement.dataset;
  const nodes = document.querySelectorAll<HTMLTimeElement>("time[data-relative]");
  const times = [...nodes].map((node) => ({ node, full: node.textContent ?? "" }));
  if (zone === undefined || times.length === 0) return;
  const update = (): void => {
    if (document.hidden) return;
    for (const { node, full } of times)
      show(node, full, relativeTime(node.dateTime, Date.now(), zone));
  };
  update();
  setInterval(update, MINUTE);
  document.addEventListener("visibilitychange", update);
}

function show(node: HTMLTimeElement, full: string, relative: string | undefined): void {
  const text = relative ?? full;
  if (node.textContent === text) return;
  keepWidth(node);
  node.textContent = text;
  if (relative === undefined) node.removeAttribute("title");
  else node.title = full;
}

/** A shorter text leaves its place as wide as it was, so that nothing on the page moves. */
function keepWidth(node: HTMLElement): void {
  const range = document.createRange();
  range.selectNodeContents(node);
  node.style.minWidth ||= `${range.getBoundingClientRect().width}px`;
}
