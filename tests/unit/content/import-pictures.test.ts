import { join } from "node:path";
import { expect, test } from "vitest";
import { PHOTO } from "../../fuzz/photo.ts";
import { importWorkspace } from "./import-workspace.ts";
import { photo } from "./photo.ts";

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1">';

/** Imports an article that shows files of a folder. */
function importWith(files: Readonly<Record<string, string | Buffer>>) {
  const text = Object.keys(files).map((name) => `![Вид](/u/${name})`);
  const inFolder = Object.entries(files).map(([name, bytes]) => [`u/${name}`, bytes] as const);
  const workspace = importWorkspace({
    "source/most.md": `---\ntitle: Мост открыт\ndate: 2019-05-01\n---\n\n${text.join("\n\n")}\n`,
    ...Object.fromEntries(inFolder),
  });
  const images = [join(workspace.folder, "u")];
  return { ...workspace, report: workspace.run(join(workspace.folder, "source"), { images }) };
}

test("a picture is taken under an ending of what it is, and the archive can be read", async () => {
  const { archive, report } = importWith({
    "a.jpg": Buffer.from(PHOTO),
    "b.png": await photo(30, 20),
    "c.jpeg": await photo(30, 20),
    "d.gif": `${SVG}<rect/></svg>`,
  });
  expect(report).toMatchObject({ added: 1, images: 4, problems: [] });
  const [article] = archive().articles;
  const names = article?.images.map(({ path }) => path.split("/").at(-1));
  expect(names).toEqual(["a.png", "b.jpg", "c.jpeg", "d.svg"]);
});

test("a drawing that is more stays a link, and why is told", () => {
  const { archive, report } = importWith({
    "a.svg": `${SVG}\n<a href="&#x000006A;avascript:1"><rect/></a></svg>`,
    "b.svg": `${SVG}<style>@import "https://evil.example/x.css";</style></svg>`,
  });
  expect(report).toMatchObject({ added: 1, images: 0, problems: [] });
  expect(report.notes).toMatchObject([
    {
      what: "картинка не подходит, на её месте ссылка",
      parts: [
        { name: "элемента <a> в рисунке быть не может", count: 1 },
        { name: expect.stringContaining("@import"), count: 1 },
      ],
      mentions: [{ detail: expect.stringMatching(/a\.svg:2$/) }, {}],
    },
  ]);
  expect(archive().articles[0]?.images).toEqual([]);
});
