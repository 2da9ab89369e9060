import { OPENSEARCH_PATH, toOpenSearch } from "../../maps/opensearch.ts";
import type { ShelfPageData } from "../../types.ts";

export const data = { permalink: OPENSEARCH_PATH };

export const render = ({ site }: ShelfPageData): string => toOpenSearch(site);
