import type { PageModules } from "../names.ts";
import * as article from "./article.tsx";
import * as redirect from "./redirect.tsx";

/** The pages of some articles. */
export const SLICE_PAGES = {
  article,
  redirect,
} satisfies PageModules<"slice">;
