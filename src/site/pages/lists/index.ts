import type { PageModules } from "../page-names.ts";
import * as about from "./about.tsx";
import * as archive from "./archive.tsx";
import * as author from "./author.tsx";
import * as authors from "./authors.tsx";
import { FILES } from "./files.ts";
import * as front from "./front.tsx";
import * as headlines from "./headlines.tsx";
import * as notFound from "./not-found.tsx";
import * as offline from "./offline.tsx";
import * as search from "./search.tsx";
import * as section from "./section.tsx";
import * as series from "./series.tsx";
import * as topic from "./topic.tsx";
import * as topics from "./topics.tsx";

/** The pages and maps that look over the whole archive. */
export const LIST_PAGES = {
  ...FILES,
  about,
  archive,
  author,
  authors,
  front,
  headlines,
  "not-found": notFound,
  offline,
  search,
  section,
  series,
  topic,
  topics,
} satisfies PageModules<"lists">;
