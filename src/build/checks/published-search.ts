import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SourceTextModule } from "node:vm";
import { WholeDecompression, WholeResponse } from "./whole-response.ts";

/** A site on disk, as if it were published already. */
export interface PublishedSite {
  /** The folder of its files. */
  readonly folder: string;
  /** The address of its front page, with the path prefix and a slash at its end. */
  readonly address: string;
  /** A BCP 47 tag, as its pages give it. */
  readonly language: string;
}

/** What of a page the check goes by. */
export interface FoundPage {
  readonly url: string;
}

/** A result of a search, which loads its page from the site when it is asked. */
export interface FoundResult {
  data(): Promise<FoundPage>;
}

/** What the check uses of the site's /search/pagefind.js. */
export interface PublishedSearch {
  search(
    text: string,
    options?: { readonly published?: { readonly from: string; readonly to: string } },
  ): Promise<{ readonly results: readonly FoundResult[] }>;
}

/**
 * Loads the search of a site as a browser does that shows its search page: the same modules, under
 * their addresses, and all that they fetch, from the files of the site and from nowhere else. The
 * thread is then a page of that site, until it loads the search of another one. It has to run with
 * --experimental-vm-modules: Node's own loader takes no modules from such addresses.
 *
 * @throws Error where a module is missing, is none, or throws while it starts
 */
export async function loadPublishedSearch(site: PublishedSite): Promise<PublishedSearch> {
  const page = new URL("search/", site.address);
  becomePage(page, site);
  const address = new URL("pagefind.js", page).href;
  const { namespace } = await load(address, site);
  const { search } = namespace as Partial<PublishedSearch>;
  if (typeof search !== "function") throw new TypeError("/search/pagefind.js has no search");
  return { search };
}

/** All that the engine and Pagefind look at in a page; without a Worker both stay on this thread. */
function becomePage(page: URL, site: PublishedSite): void {
  const html = { lang: site.language, getAttribute: () => site.language };
  const document = {
    baseURI: page.href,
    currentScript: null,
    documentElement: html,
    querySelector: () => html,
  };
  const fetch = async (asked: string | URL | Request): Promise<WholeResponse> => {
    const address = new URL(asked instanceof Request ? asked.url : asked, page);
    return fetchFile(address, site);
  };
  const web = { fetch, Response: WholeResponse, DecompressionStream: WholeDecompression };
  Object.assign(globalThis, { ...web, document, location: page, window: globalThis });
}

/** What a plain file server answers. */
function fetchFile(address: URL, site: PublishedSite): WholeResponse {
  try {
    return new WholeResponse(readFileSync(fileOf(address, site)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return new WholeResponse(new Uint8Array(), { status: 404 });
  }
}

/** @throws Error where the address is not of the site: a page of it may load nothing from elsewhere */
function fileOf({ href }: URL, { folder, address }: PublishedSite): string {
  if (!href.startsWith(address)) throw new Error(`${href} is not of the site`);
  return join(folder, decodeURIComponent(new URL(href.slice(address.length), "file:///").pathname));
}

/**
 * Loads a module and runs it. The site's search is two files that import nothing but, by the second's
 * address, one the other.
 */
async function load(address: string, site: PublishedSite): Promise<SourceTextModule> {
  const source = await readFile(fileOf(new URL(address), site), "utf8");
  const module = new SourceTextModule(source, {
    identifier: address,
    initializeImportMeta: (meta) => {
      meta.url = address;
    },
    importModuleDynamically: (name) => load(new URL(name, address).href, site),
  });
  await module.link((name) => {
    throw new Error(`${address} imports ${name}`);
  });
  await module.evaluate();
  return module;
}
