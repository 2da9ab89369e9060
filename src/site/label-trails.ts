import type { LabelKind } from "../content/index.ts";
import type { Crumb } from "./types.ts";

/** The pages that list all labels of a kind. */
const ALL: Readonly<Record<LabelKind, Crumb>> = {
  topic: { name: "Темы", path: "/topics/" },
  author: { name: "Авторы", path: "/authors/" },
};

/** @returns the pages above those of labels of a kind */
export function trailOf(kind: LabelKind): readonly Crumb[] {
  return [ALL[kind]];
}
