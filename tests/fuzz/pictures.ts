import { readFileSync } from "node:fs";
import { join } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { readArticles, readDrawingFile, readSite } from "../../src/content/index.ts";
import { fc } from "../unit/language/property.ts";
import { type CaseFiles, demand, type Outcome } from "./case.ts";
import { drawingFile } from "./drawings.ts";
import { outcomeOf } from "./messages.ts";
import { PHOTO } from "./photo.ts";

/** A GIF of one pixel. What stands behind its end, and in its size, is something else to others. */
const GIF = Buffer.from(
  "47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b",
  "hex",
);
/** «/*» as its width: what stands before the comment's end is none of the script's. */
const GIF_SCRIPT = Buffer.concat([Buffer.from("GIF89a/*"), GIF.subarray(8)]);

const RESTS = [
  "*/=1;document.title='PWNED'",
  "<!doctype html><title>x</title><script>document.title='PWNED'</script>",
  '<svg xmlns="http://www.w3.org/2000/svg" onload="document.title=\'PWNED\'"/>',
  "<h1>Replaced</h1>",
  "<?php echo 1 ?>",
  "",
];

const ENDINGS =
  ".gif .png .jpg .GIF .Png .js .mjs .html .htm .xhtml .svg .svgz .xml .css .json .webmanifest .pdf .php .gif.html .html.gif .gif/ .".split(
    " ",
  );
const STEMS = ["evil", "index", "card", "sw", "../index", "_headers", "a b", "мост", "feed", ""];

const raster = fc
  .tuple(fc.constantFrom(GIF, GIF_SCRIPT, PHOTO), fc.constantFrom(...RESTS))
  .map(([head, rest]) => Buffer.concat([head, Buffer.from(rest)]));

const name = fc
  .tuple(fc.constantFrom(...STEMS), fc.constantFrom(...ENDINGS))
  .map((parts) => parts.join("").replace("../", "x/").replace(/\/$/, "").replace(/^\.?$/, "a"));

/** The name of a picture and its bytes: of a drawing, or of a photograph that is also something else. */
export const hostilePicture: fc.Arbitrary<readonly [name: string, bytes: string | Uint8Array]> =
  fc.oneof(
    { weight: 3, arbitrary: fc.tuple(fc.constantFrom("a.svg", "a.SVG", "index.svg"), drawingFile) },
    { weight: 2, arbitrary: fc.tuple(name, raster) },
    { weight: 1, arbitrary: fc.tuple(name, drawingFile) },
  );

/** An article that shows one. */
export const pictureCase: fc.Arbitrary<CaseFiles> = hostilePicture.map(([file, bytes]) => ({
  "content/a.md": `---\ntitle: Мост\ndate: 2026-11-23\n---\n\nТекст.\n\n![Вид](<${file}>)\n`,
  [`content/${file}`]: bytes,
}));

/** What a file of each kind begins with. */
const STARTS: Readonly<Record<string, RegExp>> = {
  gif: /^GIF8[79]a/,
  png: /^\x89PNG\r\n/,
  jpg: /^\xff\xd8\xff/,
  svg: /^(?:\xef\xbb\xbf)?\s*</,
};

/** A picture is published as what it is, and a drawing is one whoever parses it. */
export function runPictureCase(folder: string): Outcome {
  const [content, data] = [join(folder, "content"), join(folder, "_data")];
  const site = readSite(data, {});
  return outcomeOf(() => {
    const read = readArticles([join(content, "a.md")], site, undefined, content);
    for (const { file, path } of read.flatMap(({ article }) => article.images)) {
      const bytes = readFileSync(file);
      const ending = /\.([a-z]+)$/.exec(path)?.[1] ?? "";
      const isSame = STARTS[ending]?.test(bytes.toString("latin1", 0, 100)) ?? false;
      demand(isSame, "a picture has an ending of what it is", path);
      if (ending === "svg") checkDrawing(readDrawingFile(file, bytes).svg);
    }
  });
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
});
const FORBIDDEN =
  /^(?:a|script|handler|listener|foreignobject|feimage|iframe|meta|link|form|base|\?.*)$/i;

function checkDrawing(svg: string): void {
  demand(
    readDrawingFile("a.svg", Buffer.from(svg)).svg === svg,
    "a drawing is read as it was",
    svg,
  );
  demand(!/<[!?]/.test(svg), "a drawing holds elements and text only", svg);
  for (const node of parser.parse(svg)) checkNode(node, svg);
}

function checkNode(node: Readonly<Record<string, unknown>>, svg: string): void {
  const { ":@": attributes = {}, ...own } = node;
  for (const [key, value] of Object.entries(attributes as Readonly<Record<string, string>>)) {
    demand(!/^on|:?base$/i.test(key), "a drawing has no such attribute", `${key} in ${svg}`);
    const isOwn =
      !/href$/i.test(key) || /^\s*(?:#|data:image\/(?:png|jpe?g|gif|webp);)/i.test(value);
    demand(isOwn, "a drawing leads nowhere", `${key}=${value} in ${svg}`);
  }
  for (const [tag, children] of Object.entries(own)) {
    demand(!FORBIDDEN.test(tag) && (tag === "#text" || !tag.includes(":")), "an element", tag);
    if (Array.isArray(children)) for (const child of children) checkNode(child, svg);
  }
}
