import { join } from "node:path";
import type { Portrait } from "../../content/index.ts";
import { PUBLISHED } from "../../index/index.ts";
import { type ImagesOrder, makerOf, publishImages } from "./pictures.ts";

export interface PortraitsOrder extends ImagesOrder {
  readonly portraits: readonly Portrait[];
}

/**
 * Publishes the photos of authors with their variants.
 *
 * @throws ContentError with every one that is damaged
 */
export async function run(order: PortraitsOrder, folder: string): Promise<void> {
  await publishImages(order.portraits, join(folder, PUBLISHED), makerOf(order));
}
