import type { Browser, JSHandle, Page } from "@playwright/test";
import { serveSite } from "../src/serve/index.ts";
import { openBrowser } from "./browser.ts";

/** A built site that is served, and a browser to see it in. */
export interface OpenedSite {
  readonly browser: Browser;
  /** With a slash at its end. */
  readonly address: string;
  close(): Promise<void>;
}

/** @param folder of the site, which stands at the root of its address */
export async function openSite(folder: string): Promise<OpenedSite> {
  const server = await serveSite({ folder, pathPrefix: "/", port: 0 });
  const browser = await openBrowser();
  const close = async (): Promise<void> => {
    await browser.close();
    await server.close();
  };
  return { browser, address: server.address, close };
}

/** The search of a site, or Pagefind's own module, which tells no more than its results. */
export interface SearchModule {
  search(query: string): Promise<{
    readonly results: readonly { data(): Promise<{ url: string }> }[];
    readonly corrections?: readonly { to: string }[];
    readonly completed?: string;
    readonly suggestion?: string;
  }>;
}

/** Loads a search in a page; what is done with it is done there. */
export function openSearch(page: Page, address: string): Promise<JSHandle<SearchModule>> {
  return page.evaluateHandle(async (path): Promise<SearchModule> => {
    const module = await import(path);
    await module.init();
    return module;
  }, address);
}
