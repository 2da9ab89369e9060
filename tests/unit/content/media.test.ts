import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatProblem, readArchive } from "../../../src/content/index.ts";
import { mp4Size, webmSize } from "../../../src/content/model/film-size.ts";
import { MEDIA_KINDS } from "../../../src/content/model/media-names.ts";
import { ContentError } from "../../../src/content/model/problem.ts";
import { isMedia } from "../../../src/hosting/headers.ts";
import { temporaryFolder } from "../temporary.ts";
import { html } from "./markdown-rendered.ts";
import { box, film, sound, webm } from "./media-samples.ts";
import { photo } from "./photo.ts";

/** Reads one article of a folder that holds files too. */
function read(body: string, files: Readonly<Record<string, string | Buffer>>) {
  const folder = temporaryFolder({
    "content/a.md": `---\ntitle: А\n---\n\n${body}\n`,
    ...Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`content/${name}`, bytes])),
  });
  const folders = { content: join(folder, "content"), data: join(folder, "_data") };
  const [article] = readArchive(folders, { pathPrefix: "/news/" }).articles;
  return { html: article?.html.trim(), paths: article?.images.map(({ path }) => path) };
}

function refused(body: string, files: Readonly<Record<string, string | Buffer>>): string {
  try {
    read(body, files);
  } catch (error) {
    if (error instanceof ContentError) return error.problems.map(formatProblem).join("\n");
    throw error;
  }
  return "";
}

describe("a sound or a film alone in its paragraph", () => {
  test("plays in the page, and is published", () => {
    const { html: shown, paths } = read('![Беседа](моя беседа.mp3 "Беседа «у реки»")', {
      "моя беседа.mp3": sound(),
    });
    const src = `/articles/a/${encodeURIComponent("моя беседа.mp3")}`;
    expect(shown).toBe(
      `<figure class="media"><audio controls preload="none" src="/news${src}" aria-label="Беседа"><a href="/news${src}">моя беседа.mp3</a></audio><figcaption>Беседа «у реки»</figcaption></figure>`,
    );
    expect(paths).toEqual([src]);
  });

  test("a film has its size, and a picture of its name is its poster", async () => {
    const { html: shown, paths } = read("![Открытие](most.mp4)", {
      "most.mp4": film(1280, 720),
      "most.jpg": await photo(640, 360),
    });
    expect(shown).toContain(
      '<video controls preload="metadata" playsinline src="/news/articles/a/most.mp4" width="1280" height="720" poster="/news/articles/a/most.jpg" aria-label="Открытие">',
    );
    expect(shown).toContain("<figcaption>Открытие</figcaption>");
    expect(paths).toEqual(["/articles/a/most.jpg", "/articles/a/most.mp4"]);
  });

  test.each([
    [
      "a film that a telephone has turned",
      "a.mp4",
      film(1920, 1080, true),
      'width="1080" height="1920"',
    ],
    ["WebM", "a.webm", webm(854, 480), 'width="854" height="480"'],
    ["WebM recorded as it came", "a.webm", webm(320, 240, true), 'width="320" height="240"'],
  ])("%s", (_, name, bytes, size) => {
    expect(read(`![А](${name})`, { [name]: bytes }).html).toContain(size);
  });
});

describe("what does not play is told with its place", () => {
  test.each([
    ["![А](net.mp3)", {}, "a.md:5:1: Записи «net.mp3» нет рядом со статьёй."],
    [
      "![А](https://example.org/a.mp3)",
      {},
      "a.md:5:1: Запись «https://example.org/a.mp3» лежит на другом сайте",
    ],
    ["![А](A.mp3)", { "a.mp3": sound() }, "a.md:5:1: Запись называется «a.mp3», а не «A.mp3»"],
    ["![А](a.mp3)", { "a.mp3": film(2, 2) }, "a.md:5:1: Запись «a.mp3» внутри не то, чем названа"],
    ["![А](a.mov)", { "a.mov": film(2, 2) }, "a.md:5:1: Запись «a.mov» браузеры не проигрывают."],
    ["![А](a.mp4)", { "a.mp4": box("ftyp", Buffer.alloc(8)) }, "в файле не видно размеров кадра"],
    [
      "Слова ![А](a.mp3)",
      { "a.mp3": sound() },
      "a.md:5:1: Запись «a.mp3» стоит в одном абзаце с чем-то ещё.",
    ],
    ["- ![А](a.mp3)", { "a.mp3": sound() }, "a.md:5:1: Запись «a.mp3» стоит в одном абзаце"],
  ])("%s", (body, files, message) => {
    expect(refused(body, files)).toContain(message);
  });

  test("files that break off are read without a fault", () => {
    for (const [bytes, sizeOf] of [
      [film(2, 2), mp4Size],
      [webm(2, 2), webmSize],
    ] as const) {
      for (let length = 0; length < bytes.length; length++) sizeOf(bytes.subarray(0, length));
      expect(sizeOf(bytes)).toEqual({ width: 2, height: 2 });
    }
  });
});

test("servers know what plays for what it is", () => {
  for (const ending of Object.keys(MEDIA_KINDS))
    expect(isMedia(`/articles/a/a${ending}`), ending).toBe(true);
});

describe("pictures one after another", () => {
  const cell = (name: string, caption = "") =>
    `<figure><a class="picture-crop" href="${name}"><img src="${name}" alt="${name[0]}" width="600" height="400" loading="lazy" decoding="async"></a>${caption}</figure>`;

  test.each([
    '![a](a.jpg)\n![b](b.jpg "Б")',
    '![a](a.jpg) ![b](b.jpg "Б")',
    '![a](a.jpg)<br>![b](b.jpg "Б")',
  ])("%j are a gallery", (text) => {
    const caption = "<figcaption>Б</figcaption>";
    expect(html(text).replaceAll(/\s*\n\s*|> </g, (gap) => (gap === "> <" ? "><" : ""))).toBe(
      `<ul class="gallery"><li>${cell("a.jpg")}</li><li>${cell("b.jpg", caption)}</li></ul>`,
    );
  });

  test.each(["- ![a](a.jpg)\n- ![b](b.jpg)", "- ![a](a.jpg)\n\n- ![b](b.jpg)"])(
    "%j are a gallery too",
    (text) => {
      expect(html(text).replaceAll("\n", "")).toBe(
        `<ul class="gallery"><li>${cell("a.jpg")}</li><li>${cell("b.jpg")}</li></ul>`,
      );
    },
  );

  test("one that says nothing is a link by its caption", () => {
    const shown = html('![](a.jpg "Мост & река")\n![](b.jpg)');
    expect(shown).toContain('href="a.jpg" aria-label="Мост &amp; река"');
    expect(shown).toContain('href="b.jpg" aria-label="Открыть картинку"');
  });

  test.each([
    "![a](a.jpg)",
    "![a](a.jpg) и ![b](b.jpg)",
    "- ![a](a.jpg)\n- слова",
    "- ![a](a.jpg)",
  ])("%j is none", (text) => {
    expect(html(text)).not.toContain("gallery");
  });

  test("a missing one is told with the line on which it stands", () => {
    expect(refused("![а](a.jpg)\n![б](b.jpg)", {})).toMatch(
      /a\.md:5:1: .*a\.jpg[\s\S]*a\.md:6:1: .*b\.jpg/,
    );
  });
});
