import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { photo } from "../content/photo.ts";
import { temporaryFolder } from "../temporary.ts";
import { buildIn } from "./build-in.ts";

const folder = temporaryFolder({
  "_data/site.yaml": "name: Вести\naddress: https://vesti.example\n",
  "content/most.md":
    "---\ntitle: Мост открыт\nimage: { file: most.jpg, alt: Мост }\n---\n\nПервая колонна.\n",
  "content/sad.md": "---\ntitle: Сад посажен\n---\n\nСадовники рады.\n",
});
const at = (path: string): string => join(folder, "site", path);

beforeAll(async () => {
  writeFileSync(join(folder, "content/most.jpg"), await photo(1500, 1000));
  await buildIn(folder);
});

test("an article with a photo shows it in messengers, and has no card", () => {
  const page = readFileSync(at("articles/most/index.html"), "utf8");
  expect(page).toContain(
    '<meta property="og:image" content="https://vesti.example/articles/most/most-1200.webp"/>' +
      '<meta property="og:image:type" content="image/webp"/>' +
      '<meta property="og:image:width" content="1200"/><meta property="og:image:height" content="800"/>' +
      '<meta property="og:image:alt" content="Мост"/>',
  );
  expect(existsSync(at("articles/most/most-1200.webp"))).toBe(true);
  expect(existsSync(at("articles/most/card.png"))).toBe(false);
});

test("one without has a card, as has the site", () => {
  const page = readFileSync(at("articles/sad/index.html"), "utf8");
  expect(page).toContain('content="https://vesti.example/articles/sad/card.png"');
  expect(existsSync(at("articles/sad/card.png"))).toBe(true);
  expect(existsSync(at("card.png"))).toBe(true);
});
