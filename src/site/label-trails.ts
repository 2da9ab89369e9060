import type { LabelKind, Site } from "../content/index.ts";
import { text } from "../interface/index.ts";
import type { Crumb } from "./types.ts";

/** The pages that list all labels of a kind; sections stand in the menu. */
const ALL = {
  topic: { name: "page.topics", path: "/topics/" },
  author: { name: "page.authors", path: "/authors/" },
} as const;

/** @returns the pages above those of labels of a kind */
export function trailOf(kind: LabelKind, site: Site): readonly Crumb[] {
  if (kind !== "topic" && kind !== "author") return [];
  const { name, path } = ALL[kind];
  return [{ name: text(site, name), path }];
}
