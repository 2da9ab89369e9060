import { expect, test } from "vitest";
import type { Hit } from "../../../src/search/engine/fuse.ts";
import { bestPassage } from "../../../src/search/engine/passage.ts";
import { rerank } from "../../../src/search/engine/rerank.ts";
import type { LoadedPage } from "../../../src/search/engine/segment.ts";
import { segmentNamed } from "./segments.ts";

const FAR = "и так далее ".repeat(40);

/** @returns the places of texts of equal score once they are put in order by a query */
async function order(
  texts: readonly string[],
  query: string,
  rarities: Record<string, number>,
): Promise<number[]> {
  const segment = segmentNamed("closed");
  const pages = texts.map((content) => ({ content }) as LoadedPage);
  segment.page = async (slot) => pages[slot] as LoadedPage;
  const hits = texts.map((_, slot): Hit => ({ segment, slot, score: 1 }));
  const ranked = await rerank(hits, query, new Map(Object.entries(rarities)));
  return ranked.map(({ slot }) => slot);
}

test("each place has its reason", async () => {
  const texts = [
    "Порты закрыли.", // none of the words
    `Новые суда. ${FAR} Мосты закрыли.`, // both, in another form, far apart
    "Новые мосты закрыли.", // both together, in another form
    "Новый мост закрыли.", // both together as typed
  ];
  expect(await order(texts, "новый мост", { новый: 1, мост: 2 })).toEqual([3, 2, 1, 0]);
});

test("of two forms that were typed the rarer one counts more", async () => {
  const texts = ["Завод и верфи.", "Заводы и верфь."];
  expect(await order(texts, "завод верфь", { завод: 1, верфь: 3 })).toEqual([1, 0]);
});

test("a stress mark hides no form", async () => {
  const texts = ["За\u0301мок и мост.", "Замок и мост."];
  expect(await order(texts, "замок", { замок: 1 })).toEqual([0, 1]);
});

test("equals keep their order, and a query of signs changes none", async () => {
  expect(await order(["Мост.", "Мост."], "мост", { мост: 1 })).toEqual([0, 1]);
  expect(await order(["Мост.", "Порт."], "!", {})).toEqual([0, 1]);
});

test("a passage holds what stands together in it", () => {
  expect(bestPassage(" новый мост ", " новый мост ")).toBe(1);
  expect(bestPassage(` новый ${FAR} мост `, " новый мост ")).toBeLessThan(0.6);
  expect(bestPassage("", " мост ")).toBe(0);
});
