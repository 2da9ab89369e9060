import { unescapeHtml } from "../language/index.ts";
import { cacheName } from "./caches.ts";
import { whenRead } from "./when-read.ts";

/** How many kept articles are listed. */
const MOST_LISTED = 50;

interface KeptArticle {
  readonly address: string;
  readonly title: string;
}

/**
 * Fills the page that is shown where there is no connection with what can be read without one, and
 * goes on to the page that was asked for when the connection is back.
 */
async function fillOfflineList(): Promise<void> {
  const list = document.querySelector<HTMLElement>("[data-offline-list]");
  const { worker } = document.documentElement.dataset;
  if (list === null || worker === undefined) return;
  const prefix = worker.slice(0, worker.lastIndexOf("/") + 1);
  if (location.pathname !== `${prefix}offline/`) goOnWhenConnected();
  const articles = await keptArticles(prefix);
  list.replaceChildren(...articles.map(itemOf));
  for (const part of document.querySelectorAll<HTMLElement>("[data-offline-some]")) {
    part.hidden = articles.length === 0;
  }
  for (const part of document.querySelectorAll<HTMLElement>("[data-offline-none]")) {
    part.hidden = articles.length > 0;
  }
}

/**
 * A reader who has followed a link meanwhile goes where it leads: connections come and go, and
 * reading the page anew would take them back here.
 */
function goOnWhenConnected(): void {
  let isLeaving = false;
  addEventListener("beforeunload", () => {
    isLeaving = true;
  });
  // The browser may keep the page as it was left, and show it again.
  addEventListener("pageshow", () => {
    isLeaving = false;
  });
  addEventListener("online", () => {
    if (!isLeaving) location.reload();
  });
}

/** @returns the articles that were read last, the last first; none where nothing can be kept */
async function keptArticles(prefix: string): Promise<KeptArticle[]> {
  try {
    return await findKept(prefix);
  } catch {
    return [];
  }
}

async function findKept(prefix: string): Promise<KeptArticle[]> {
  const cache = await caches.open(cacheName("pages", prefix));
  const requests = (await cache.keys()).filter(({ url }) =>
    new URL(url).pathname.startsWith(`${prefix}articles/`),
  );
  const found = requests.slice(-MOST_LISTED).map(async (request) => {
    const html = (await (await cache.match(request))?.text()) ?? "";
    return { address: request.url, title: headingOf(html) };
  });
  return (await Promise.all(found)).filter(({ title }) => title !== "").reverse();
}

/** Nothing is parsed as HTML: of a page of ours the heading is all that is asked for. */
function headingOf(html: string): string {
  const [, heading = ""] = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html) ?? [];
  return unescapeHtml(heading.replace(/<[^>]*>/g, "")).trim();
}

function itemOf({ address, title }: KeptArticle): HTMLElement {
  const link = document.createElement("a");
  link.href = address;
  link.textContent = title;
  const item = document.createElement("li");
  item.append(link);
  return item;
}

whenRead(() => void fillOfflineList());
