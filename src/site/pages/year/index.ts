import type { PageModules } from "../page-names.ts";
import * as headlinesDay from "./headlines-day.tsx";
import * as months from "./months.tsx";
import * as yearLabels from "./year-labels.tsx";
import * as yearSitemap from "./year-sitemap.tsx";
import * as yearTopics from "./year-topics.tsx";

/** The pages of a year. */
export const YEAR_PAGES = {
  "headlines-day": headlinesDay,
  months,
  "year-labels": yearLabels,
  "year-sitemap": yearSitemap,
  "year-topics": yearTopics,
} satisfies PageModules<"year">;
