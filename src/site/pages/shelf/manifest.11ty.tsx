import { toWebManifest } from "../../maps/web-manifest.ts";
import type { ShelfPageData } from "../../types.ts";

export const data = { permalink: "/manifest.webmanifest" };

export const render = ({ site }: ShelfPageData): string => toWebManifest(site);
