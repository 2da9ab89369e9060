import { toRobots } from "../../maps/robots.ts";
import type { ShelfPageData } from "../../types.ts";

export const data = { permalink: "/robots.txt" };

export const render = ({ site, shelf }: ShelfPageData): string => toRobots(site, shelf);
