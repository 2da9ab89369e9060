import type { OpenArchive, Site } from "../../content/index.ts";

/** What no page shows: a change of these makes no page anew. The accent is in the styles, and what feeds hold is chosen for them. */
const NOT_SHOWN = ["allowBrokenLinks", "volumeItems", "maxFragments", "accent", "feeds"] as const;

/** @returns the year of the newest item of an archive; nothing where none has a date */
export function newestYear({
  articles,
  headlines,
}: Pick<OpenArchive, "articles" | "headlines">): string | undefined {
  let newest = "";
  for (const { day = "" } of articles) if (day > newest) newest = day;
  for (const { date } of headlines) if (date !== undefined && date.day > newest) newest = date.day;
  return newest === "" ? undefined : newest.slice(0, 4);
}

/** What the front page alone shows, or the page about the site. */
const OF_LISTS = ["head"] as const;

/**
 * @returns the settings that pages are made from; a page cannot read the others, for it does not get them
 */
export function settingsOfPages(site: Site): Site {
  return without(settingsOfLists(site), OF_LISTS);
}

/** The same of pages that look over the whole archive. */
export function settingsOfLists(site: Site): Site {
  return without(site, NOT_SHOWN);
}

function without(site: Site, names: readonly string[]): Site {
  const left = Object.entries(site).filter(([name]) => !names.includes(name));
  return { ...(Object.fromEntries(left) as unknown as Site), allowBrokenLinks: false };
}
