import type { LabelKind } from "../content/index.ts";
import type { Crumb } from "./types.ts";

/** The pages that list all labels of a kind; sections stand in the menu. */
const ALL: Readonly<Partial<Record<LabelKind, Crumb>>> = {
  topic: { name: "Темы", path: "/topics/" },
  author: { name: "Авторы", path: "/authors/" },
};

/** @returns the pages above those of labels of a kind */
export function trailOf(kind: LabelKind): readonly Crumb[] {
  const all = ALL[kind];
  return all === undefined ? [] : [all];
}
