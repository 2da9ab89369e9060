import { expect, test } from "vitest";
import { withPlural } from "../../../src/language/index.ts";
import { fc } from "./property.ts";

test.each([
  [0, "0 статей"],
  [1, "1 статья"],
  [2, "2 статьи"],
  [4, "4 статьи"],
  [5, "5 статей"],
  [11, "11 статей"],
  [12, "12 статей"],
  [14, "14 статей"],
  [21, "21 статья"],
  [22, "22 статьи"],
  [100, "100 статей"],
  [111, "111 статей"],
  [1001, "1001 статья"],
])("%i: %s", (count, expected) => {
  expect(withPlural(count, ["статья", "статьи", "статей"])).toBe(expected);
});

test("agrees with Unicode CLDR for every whole number", () => {
  const rules = new Intl.PluralRules("ru");
  const forms = ["one", "few", "many"] as const;
  fc.assert(
    fc.property(fc.nat(), (count) => {
      expect(withPlural(count, forms)).toBe(`${count} ${rules.select(count)}`);
    }),
  );
});
