import { type SegmentSource, writeSegment } from "../../index/index.ts";

/** Packs leaves into what the browser searches as one. */
export async function run(source: SegmentSource, folder: string): Promise<void> {
  await writeSegment(source, folder);
}
