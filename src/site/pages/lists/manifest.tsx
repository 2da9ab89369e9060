import { toWebManifest } from "../../maps/web-manifest.ts";
import type { ListsPageData } from "../../types.ts";

export const data = { permalink: "/manifest.webmanifest" };

export const render = ({ site }: ListsPageData): string => toWebManifest(site);
