import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PUBLISHED } from "../../index/index.ts";
import { drawCard } from "../../site/rendered.ts";
import { CARD, type Card } from "../pages/page-card.ts";

export interface CardsOrder {
  readonly cards: readonly Card[];
}

/** Draws the cards that messengers show for links to pages. */
export async function run({ cards }: CardsOrder, folder: string): Promise<void> {
  for (const { path, text } of cards) {
    const target = join(folder, PUBLISHED, path);
    // Not by promises: each of a thousand small files would wait for a thread.
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, CARD), drawCard(text));
  }
}
