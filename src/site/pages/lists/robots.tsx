import { toRobots } from "../../maps/robots.ts";
import type { ListsPageData } from "../../types.ts";

export const data = { permalink: "/robots.txt" };

export const render = ({ site, lists }: ListsPageData): string => toRobots(site, lists);
