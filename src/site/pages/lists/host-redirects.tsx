import { hostRedirects } from "../../../hosting/headers.ts";
import type { ListsPageData } from "../../types.ts";

export const data = {
  permalink: ({ lists: { redirects } }: ListsPageData) =>
    redirects.length > 0 ? "/_redirects" : false,
};

export const render = ({ site, lists }: ListsPageData): string =>
  hostRedirects(site, lists.redirects);
