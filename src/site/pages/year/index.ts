import { yearMap } from "../../maps/entries.ts";
import type { YearData } from "../../types.ts";
import { labelYears } from "../label-years.tsx";
import { mapPages } from "../map-pages.ts";
import type { PageModules } from "../page-names.ts";
import * as headlinesDay from "./headlines-day.tsx";
import * as months from "./months.tsx";

/** The pages of a year. */
export const YEAR_PAGES = {
  "headlines-day": headlinesDay,
  months,
  "year-labels": labelYears(["author", "section", "series"], "labelPage"),
  "year-sitemap": mapPages("years", (years: readonly YearData[]) =>
    years.flatMap((year) => yearMap(year)),
  ),
  "year-topics": labelYears(["topic"], "topicPage"),
} satisfies PageModules<"year">;
