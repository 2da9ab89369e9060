import type { PageModules } from "../page-names.ts";
import * as atom from "./atom.tsx";
import * as jsonFeed from "./json-feed.tsx";
import * as rss from "./rss.tsx";

/** The feeds: whole texts are in them, so that they are made from more than lists are. */
export const FEED_PAGES = {
  atom,
  "json-feed": jsonFeed,
  rss,
} satisfies PageModules<"feeds">;
