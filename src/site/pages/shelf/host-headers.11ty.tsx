import { hostHeaders } from "../../host-headers.ts";
import type { ShelfPageData } from "../../types.ts";

export const data = { permalink: "/_headers" };

export const render = ({ site }: ShelfPageData): string => hostHeaders(site);
