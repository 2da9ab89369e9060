import { expect, test } from "vitest";
import { SLUG_FORM, slugify } from "../../../src/content/model/slugs.ts";
import { fc } from "../language/property.ts";

test.each([
  ["В Беларуси прошел чемпионат", "v-belarusi-proshel-chempionat"],
  ["«Выжившие»: премьера — завтра!", "vyzhivshie-premera-zavtra"],
  ["  COVID-19  ", "covid-19"],
  ["北京", ""],
])("%s becomes %s", (text, slug) => {
  expect(slugify(text)).toBe(slug);
});

test("a long slug ends with a whole word", () => {
  expect(slugify("Номинальный и реальный эффективный обменный курс", 30)).toBe(
    "nominalnyi-i-realnyi",
  );
  expect(slugify("Превысокомногорассмотрительствующий", 10)).toBe("prevysokom");
});

test("a slug is empty or has a slug's form, and is no longer than asked", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 90 }), (text, limit) => {
      const slug = slugify(text, limit);
      if (slug !== "") expect(slug).toMatch(SLUG_FORM);
      expect(slug.length).toBeLessThanOrEqual(limit);
    }),
  );
});
