import type { PageModules } from "../page-names.ts";
import * as article from "./article.tsx";
import * as redirect from "./redirect.tsx";
import * as standingPage from "./standing-page.tsx";

/** The pages of some articles. */
export const SLICE_PAGES = {
  article,
  redirect,
  "standing-page": standingPage,
} satisfies PageModules<"slice">;
