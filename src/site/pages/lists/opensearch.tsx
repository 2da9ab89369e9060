import { OPENSEARCH_PATH, toOpenSearch } from "../../maps/opensearch.ts";
import type { ListsPageData } from "../../types.ts";

export const data = { permalink: OPENSEARCH_PATH };

export const render = ({ site }: ListsPageData): string => toOpenSearch(site);
