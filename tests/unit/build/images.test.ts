import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { ArtifactCache } from "../../../src/build/cache/artifact-cache.ts";
import type { CodeKeys } from "../../../src/build/tasks/code-keys.ts";
import { areSameImages, hashesOfImages } from "../../../src/build/tasks/image-hashes.ts";
import { Maker } from "../../../src/build/tasks/maker.ts";
import { publishImages } from "../../../src/build/tasks/pictures.ts";
import { runTask } from "../../../src/build/tasks/tasks.ts";
import { type Article, ContentError, readArchive } from "../../../src/content/index.ts";
import { photo } from "../content/photo.ts";
import { temporaryFolder } from "../temporary.ts";
import { hashesIn } from "./tiny-archive.ts";

/** Reads articles that show the images of one folder. */
function read(bodies: readonly string[], files: Readonly<Record<string, string | Buffer>>) {
  const articles = bodies.map((body, index) => [`${index}.md`, `---\ntitle: А\n---\n\n${body}\n`]);
  const content = temporaryFolder({ ...Object.fromEntries(articles), ...files });
  const archive = readArchive({ content, data: join(content, "_data") });
  return { content, articles: archive.articles };
}

function makerIn(cache = temporaryFolder()): Maker {
  return new Maker(new ArtifactCache(cache), {} as CodeKeys, runTask);
}

const imagesOf = (articles: readonly Article[]) => articles.flatMap(({ images }) => images);

async function publish(articles: readonly Article[], cache = temporaryFolder()) {
  const target = temporaryFolder();
  await publishImages(imagesOf(articles), target, makerIn(cache));
  return { target, cache };
}

test("originals and variants lie at their addresses, in the widths that they promise", async () => {
  const upright = await photo(900, 600, { orientation: 6 });
  const { articles } = read(["![А](<мой вид.jpg>)"], { "мой вид.jpg": upright });
  const { target } = await publish(articles);
  const folder = join(target, "articles/0");
  expect(readdirSync(folder).toSorted()).toEqual([
    "мой вид-480.avif",
    "мой вид-480.webp",
    "мой вид-600.avif",
    "мой вид-600.webp",
    "мой вид.jpg",
  ]);
  const meta = await sharp(join(folder, "мой вид-480.avif")).metadata();
  expect(meta).toMatchObject({ width: 480, height: 720 });
  expect(meta.orientation).toBeUndefined();
  expect((await sharp(join(folder, "мой вид-600.webp")).metadata()).height).toBe(900);
  // The red half is on top where the camera was held upright, and stays there.
  const { data } = await sharp(join(folder, "мой вид-480.webp"))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(data[0]).toBeGreaterThan(150);
  expect(data.at(-1)).toBeGreaterThan(150);
});

test("an original is published as it is, unless it tells where it was taken", async () => {
  const [plain, placed] = [
    await photo(300, 200),
    await photo(300, 200, { withPlace: true, orientation: 6 }),
  ];
  const { articles } = read(["![А](a.jpg)\n\nи ![Б](b.jpg)"], { "a.jpg": plain, "b.jpg": placed });
  const { target } = await publish(articles);
  expect(readFileSync(join(target, "articles/0/a.jpg")).equals(plain)).toBe(true);
  const rewritten = await sharp(join(target, "articles/0/b.jpg")).metadata();
  expect((await sharp(placed).metadata()).exif?.length).toBeGreaterThan(0);
  expect(rewritten).toMatchObject({ format: "jpeg", width: 200, height: 300 });
  expect(rewritten.exif).toBeUndefined();
});

test("drawings and animations are published as they are", async () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"></svg>';
  const moving = await photo(600, 300, { format: "gif" });
  const files = { "a.svg": drawing, "b.gif": moving };
  const { articles } = read(["![А](a.svg)\n\n![Б](b.gif)"], files);
  const { target, cache } = await publish(articles);
  expect(readdirSync(join(target, "articles/0")).toSorted()).toEqual(["a.svg", "b.gif"]);
  expect(readFileSync(join(target, "articles/0/b.gif")).equals(moving)).toBe(true);
  expect(readdirSync(cache)).toEqual([]);
});

test("of a drawing only the drawing is published, as it is when it is published", async () => {
  const root = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1">';
  const { articles, content } = read(["![А](a.svg)", "![Б](b.svg)"], {
    "a.svg": `<!-- Анна --><?xpacket a?>${root}<rect/></svg>`,
    "b.svg": `${root}</svg>`,
  });
  const target = temporaryFolder();
  const leftOut = await publishImages(imagesOf(articles), target, makerIn());
  expect(readFileSync(join(target, "articles/0/a.svg"), "utf8")).toBe(`${root}<rect/></svg>`);
  expect([...leftOut]).toEqual([
    [join(content, "a.svg"), ["комментарии", "сведения о файле (metadata)"]],
  ]);
  writeFileSync(join(content, "b.svg"), `${root}\n<script>1</script></svg>`);
  const publishing = publishImages(imagesOf(articles), target, makerIn());
  await expect(publishing).rejects.toThrow(/b\.svg:2:1: Рисунок: элемента <script>/);
});

test("the same bytes whatever was made before, and nothing is encoded twice", async () => {
  const files = {
    "a.jpg": await photo(700, 500),
    "b.png": await photo(500, 500, { format: "png" }),
  };
  const { articles } = read(["![А](a.jpg)\n\n![Б](b.png)", "![Снова](a.jpg)"], files);
  const { target, cache } = await publish(articles);
  const parts = readdirSync(cache);
  // Two articles show a.jpg at once: its part is made once.
  expect(parts).toHaveLength(2);
  expect(parts.every((name) => /^image-[0-9a-f]{32}$/.test(name))).toBe(true);
  const made = hashesIn(cache);
  const again = await publish(articles, cache);
  expect(hashesIn(cache)).toEqual(made);
  expect(hashesIn(again.target)).toEqual(hashesIn(target));
  const inode = (folder: string) => statSync(join(folder, "articles/0/a-480.avif")).ino;
  expect(inode(again.target)).toBe(inode(target));
  const anew = await publish(articles);
  expect(hashesIn(anew.target)).toEqual(hashesIn(target));
});

test("a damaged image is told of, with all others that are", async () => {
  const whole = await photo(900, 600, { format: "png" });
  const half = whole.subarray(0, Math.floor(whole.length / 2));
  const { articles, content } = read(["![А](a.png)\n\n![Б](b.png)\n\n![В](c.png)"], {
    "a.png": half,
    "b.png": whole,
    "c.png": half,
  });
  const cache = temporaryFolder();
  const error = await publish(articles, cache).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ContentError);
  expect((error as ContentError).problems).toMatchObject([
    { file: join(content, "a.png"), message: expect.stringMatching(/^Картинка повреждена: .+\.$/) },
    { file: join(content, "c.png") },
  ]);
});

test("another image under the same name is seen", async () => {
  const { articles, content } = read(["![А](a.jpg)"], { "a.jpg": await photo(60, 30) });
  const hashes = hashesOfImages(articles.map((article) => ({ article })));
  expect([...hashes.keys()]).toEqual([join(content, "a.jpg")]);
  const images = { "a.jpg": [...hashes.values()][0] ?? "" };
  expect(areSameImages(images, content)).toBe(true);
  writeFileSync(join(content, "a.jpg"), await photo(60, 31));
  expect(areSameImages(images, content)).toBe(false);
  expect(areSameImages({ "b.jpg": "" }, content)).toBe(false);
  expect(existsSync(join(content, "b.jpg"))).toBe(false);
});
