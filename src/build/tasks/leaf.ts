import { join } from "node:path";
import type { Headline } from "../../content/index.ts";
import {
  PUBLISHED,
  type RecordKinds,
  toRecords,
  writeLeaf,
  writePagefind,
} from "../../index/index.ts";
import { isRussian } from "../../language/index.ts";
import { articlesOf, type SliceOrder } from "./slice-files.ts";

export interface LeafOrder extends SliceOrder {
  readonly language: string;
  readonly kinds: RecordKinds;
  readonly headlines: readonly Headline[];
  /** How many results one file shows; one by default. */
  readonly bundled: number;
}

/** Indexes what a slice holds. Pagefind makes one index at a time in a process. */
export async function run(order: LeafOrder, folder: string): Promise<void> {
  const { language, kinds, headlines, bundled } = order;
  const records = toRecords([...articlesOf(order), ...headlines], language, kinds);
  const maxFragments = Math.max(1, Math.ceil(records.length / bundled));
  if (isRussian(language)) return writeLeaf(records, folder, maxFragments);
  // All of them may be drafts, and Pagefind makes no index of nothing.
  if (records.length === 0) return;
  const target = join(folder, PUBLISHED, "pagefind");
  await writePagefind(records, language.split("-")[0] ?? language, target, maxFragments);
}
