import { expect, test } from "vitest";
import type { Picture } from "../../../src/content/index.ts";
import { needsCard, ownShareImage } from "../../../src/site/share-image.ts";
import { article } from "./samples.ts";

/** A photo as it is read: in both formats, in the usual widths below its own, and in its own. */
function photo(width: number, height: number, alt = "Мост"): Picture {
  const widths = [480, 800, 1200, 1600].filter((one) => one < width);
  const variants = (["avif", "webp"] as const).flatMap((format) =>
    [...widths, ...(width <= 1600 ? [width] : [])].map((one) => {
      return { format, width: one, path: `/articles/most/p-${one}.${format}` };
    }),
  );
  return { path: "/articles/most/p.jpg", alt, width, height, variants };
}

const shared = (picture: Picture) => ownShareImage(article("most", { picture }));

test("a photo is shown in the size of a card, described as the editor did, or by the title", () => {
  expect(shared(photo(3000, 2000))).toEqual({
    path: "/articles/most/p-1200.webp",
    type: "image/webp",
    width: 1200,
    height: 800,
    alt: "Мост",
  });
  expect(shared(photo(3000, 2000, ""))?.alt).toBe("Статья most");
});

test.each([
  [600, 400, 600],
  [1000, 1500, 1000],
  [1600, 900, 1200],
])("%i×%i is shown %i wide", (width, height, shown) => {
  expect(shared(photo(width, height))?.width).toBe(shown);
});

test.each([
  ["narrow", photo(599, 400)],
  ["low", photo(1200, 300)],
  ["steep", photo(800, 1300)],
  ["a drawing or an animation", { ...photo(1200, 800), variants: [] }],
])("what is %s is not, and a card is drawn", (_, picture) => {
  expect(shared(picture)).toBeUndefined();
  expect(needsCard(article("most", { picture }))).toBe(true);
});

test("a card is drawn where there is no picture, and for each page that is no news", () => {
  expect(needsCard(article("most"))).toBe(true);
  expect(needsCard(article("most", { picture: photo(1200, 800) }))).toBe(false);
  expect(needsCard(article("most", { picture: photo(1200, 800), standing: true }))).toBe(true);
});
