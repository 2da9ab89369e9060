import { hostHeaders } from "../../../hosting/headers.ts";
import type { ListsPageData } from "../../types.ts";

export const data = { permalink: "/_headers" };

export const render = ({ site, lists }: ListsPageData): string => hostHeaders(site, lists);
