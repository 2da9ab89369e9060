import sharp from "sharp";
import { expect, test } from "vitest";
import type { CardText } from "../../../src/site/index.ts";
import { drawCard } from "../../../src/site/rendered.ts";

const CARD: CardText = {
  title: "Учёные предсказали половодье по\u00a0реке и\u00a0ветру",
  kicker: "Наука",
  site: "Вестник",
  date: "24 ноября 2026",
};

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 56;
/** Where titles stand between the lines, in pixels from the top. */
const TITLE = { top: 90, bottom: 500 };
const PAPER = 0xfffefb;
const INK = 0x1c1b19;
const ACCENT = 0x9c1f1f;

interface Mark {
  readonly x: number;
  readonly y: number;
  readonly colour: number;
}

/** Draws a card and finds the places of it that are not paper, row by row. */
async function marksOf(card: CardText): Promise<Mark[]> {
  const png = sharp(drawCard(card)).removeAlpha().raw();
  const { data, info } = await png.toBuffer({ resolveWithObject: true });
  expect([info.width, info.height, info.channels]).toEqual([WIDTH, HEIGHT, 3]);
  const marks: Mark[] = [];
  for (let at = 0; at < WIDTH * HEIGHT; at++) {
    const colour = data.readUIntBE(at * 3, 3);
    if (colour !== PAPER) marks.push({ x: at % WIDTH, y: Math.floor(at / WIDTH), colour });
  }
  return marks;
}

interface Row {
  readonly top: number;
  readonly right: number;
  readonly last: number;
}

/** Rows of the title's text, without a kicker: stretches of rows with ink, with paper in between. */
function titleRows(marks: readonly Mark[]): Row[] {
  const rows: { top: number; right: number; last: number }[] = [];
  for (const { x, y } of marks) {
    if (y < TITLE.top || y > TITLE.bottom) continue;
    const row = rows.at(-1);
    if (row === undefined || y > row.last + 1) rows.push({ top: y, right: x, last: y });
    else Object.assign(row, { last: y, right: Math.max(row.right, x) });
  }
  return rows;
}

const inkOf = async (title: string): Promise<number> => {
  const found = await marksOf({ site: "", title });
  return found.filter(({ colour }) => colour !== ACCENT).length;
};

test("a card is a small palette picture with ink and accent on it", async () => {
  const [bitDepth, colourType] = drawCard(CARD).subarray(24, 26);
  expect({ bitDepth, colourType }).toEqual({ bitDepth: 4, colourType: 3 });
  expect(drawCard(CARD).length).toBeLessThan(24_000);
  const colours = (await marksOf(CARD)).map(({ colour }) => colour);
  expect(colours.filter((colour) => colour === INK).length).toBeGreaterThan(5000);
  expect(colours.filter((colour) => colour === ACCENT).length).toBeGreaterThan(4000);
  expect(new Set(colours).size).toBeLessThanOrEqual(15);
});

test("the same text gives the same bytes, whatever was drawn in between", () => {
  const first = Buffer.from(drawCard(CARD));
  drawCard({ title: "Щ".repeat(300), site: "Другой сайт" });
  expect(first.equals(drawCard(CARD))).toBe(true);
  expect(first.equals(drawCard({ ...CARD, title: "Другое" }))).toBe(false);
});

test.each([
  ["many words", "Правительство утвердило перечень населённых пунктов и дорог ".repeat(9)],
  ["one word without an end", "ЁЩ".repeat(200)],
  ["words that never break", "по\u00a0реке\u00a0".repeat(60)],
])("%s leave the margins paper", async (_, text) => {
  const found = [
    ...(await marksOf({ title: text, kicker: text, site: text, date: text })),
    ...(await marksOf({ title: text, site: text })),
  ];
  expect(found.length).toBeGreaterThan(10_000);
  const outside = found.filter(
    ({ x, y }) => x < MARGIN || x >= WIDTH - MARGIN || y < MARGIN || y >= HEIGHT - MARGIN,
  );
  expect(outside).toEqual([]);
});

test("a short title is larger than a long one", async () => {
  const heightOf = async (title: string): Promise<number> => {
    const [first] = titleRows(await marksOf({ title, site: "" }));
    return (first?.last ?? 0) - (first?.top ?? 0);
  };
  expect(await heightOf("Н")).toBeGreaterThan((await heightOf(`Н ${"слово ".repeat(25)}`)) + 10);
});

test("lines are as even as they can be", async () => {
  // Filled up, the first line would hold three words.
  const rows = titleRows(await marksOf({ site: "", title: "погода погода погода погода" }));
  const [first, second] = rows.map(({ right }) => right);
  expect(rows.length).toBe(2);
  expect(first).toBe(second);
});

test("a line ends with no word that belongs to the next one, though others are as even", async () => {
  const rightOf = async (title: string): Promise<number[]> =>
    titleRows(await marksOf({ site: "", title })).map(({ right }) => right);
  const broken = await rightOf("погода на заводская");
  expect(broken).toEqual(await rightOf("погода на\u00a0заводская"));
  expect(broken.length).toBe(2);
});

test("a newspaper's own colour takes the place of ours", async () => {
  const colours = (await marksOf({ ...CARD, accent: "#0b5a8a" })).map(({ colour }) => colour);
  expect(colours.filter((colour) => colour === 0x0b5a8a).length).toBeGreaterThan(4000);
  expect(colours).not.toContain(ACCENT);
});

test("a long name is set smaller before it is cut short", async () => {
  const rightOf = async (site: string): Promise<number> =>
    Math.max(...(await marksOf({ title: "", site })).filter(({ y }) => y > 510).map(({ x }) => x));
  const name = "Вести Поволжья и соседних областей большой России";
  expect(await rightOf(name)).toBeLessThan(WIDTH - MARGIN - 80);
});

test("a space that does not break keeps its words on one line", () => {
  const isSame = (left: string, right: string): boolean =>
    Buffer.from(drawCard({ site: "", title: left })).equals(drawCard({ site: "", title: right }));
  const counts = Array.from({ length: 12 }, (_, index) => index + 1);
  const textOf = (count: number, space: string): string => `мы за${space}водой `.repeat(count);
  const differing = counts.filter((count) => !isSame(textOf(count, " "), textOf(count, "\u00a0")));
  expect(differing.length).toBeGreaterThan(0);
  expect(differing.length).toBeLessThan(counts.length);
  for (const count of counts) {
    expect(isSame(textOf(count, "\u202f"), textOf(count, "\u00a0"))).toBe(true);
  }
});

test("what the fonts lack is drawn as a frame, and what nobody sees is not", async () => {
  expect(await inkOf("Снег 漢")).toBeGreaterThan((await inkOf("Снег")) + 300);
  expect(await inkOf("Снег 😀")).toBe(await inkOf("Снег 漢"));
  expect(await inkOf("Сне\u00adг\u200b")).toBe(await inkOf("Снег"));
});

test("letters with marks are put together, or lose a mark that is missing", async () => {
  expect(await inkOf("й")).toBe(await inkOf("и\u0306"));
  expect(await inkOf("за\u0301мок")).toBeGreaterThan((await inkOf("замок")) + 50);
  expect(await inkOf("ӥ")).toBe(await inkOf("и"));
});

test("a card without a title, a kicker and a date is a card", async () => {
  const found = await marksOf({ title: "", site: "" });
  expect(new Set(found.map(({ colour }) => colour))).toEqual(new Set([ACCENT, INK]));
});
