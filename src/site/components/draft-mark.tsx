import type { Site } from "../../content/index.ts";
import { text } from "../../interface/index.ts";

/** Stands above what only a preview shows. */
export function DraftMark({ site }: { site: Site }) {
  return <p class="draft-mark">{text(site, "article.draft")}</p>;
}
