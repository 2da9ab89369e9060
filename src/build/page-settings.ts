import type { Site } from "../content/index.ts";

/** What no page shows: a change of these makes no page anew. */
const NOT_SHOWN = ["allowBrokenLinks", "volumeItems", "maxFragments"] as const;

/**
 * @returns the settings that pages are made from; a page cannot read the others, for it does not get them
 */
export function settingsOfPages(site: Site): Site {
  const left = Object.entries(site).filter(([name]) => !NOT_SHOWN.includes(name as never));
  return { ...(Object.fromEntries(left) as unknown as Site), allowBrokenLinks: false };
}
