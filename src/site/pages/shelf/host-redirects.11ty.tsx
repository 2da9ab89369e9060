import { hostRedirects } from "../../host-redirects.ts";
import type { ShelfPageData } from "../../types.ts";

export const data = {
  permalink: ({ shelf: { redirects } }: ShelfPageData) =>
    redirects.length > 0 ? "/_redirects" : false,
};

export const render = ({ site, shelf }: ShelfPageData): string =>
  hostRedirects(site, shelf.redirects);
