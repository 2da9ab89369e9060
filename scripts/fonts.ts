import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SANS, SANS_BOLD, SERIF, SERIF_BOLD, SERIF_ITALIC } from "./fonts/fallbacks.ts";
import { type Face, rulesOf } from "./fonts/font-faces.ts";
import { makeSubset } from "./fonts/subset.ts";

const PACKAGES = "node_modules/@expo-google-fonts";
const FONTS = "src/site/fonts";
const STYLES = "src/site/styles/fonts.css";

const LITERATA = { family: "Literata", weight: 400 } as const;

/** What every article's page loads at its first visit. */
const FIRST_FACES: readonly Face[] = [
  {
    ...LITERATA,
    file: "literata-400.woff2",
    source: `${PACKAGES}/literata/400Regular/Literata_400Regular.ttf`,
    standIns: SERIF,
  },
  {
    ...LITERATA,
    weight: 700,
    file: "literata-700.woff2",
    source: `${PACKAGES}/literata/700Bold/Literata_700Bold.ttf`,
    standIns: SERIF_BOLD,
  },
  {
    family: "Golos Text",
    weight: 500,
    file: "golos-text-500.woff2",
    source: `${PACKAGES}/golos-text/500Medium/GolosText_500Medium.ttf`,
    standIns: SANS,
  },
];

/** What browsers load where a page has such text: words in italics; bold words of notes and tables. */
const LATER_FACES: readonly Face[] = [
  {
    ...LITERATA,
    isItalic: true,
    isLater: true,
    file: "literata-400-italic.woff2",
    source: `${PACKAGES}/literata/400Regular_Italic/Literata_400Regular_Italic.ttf`,
    standIns: SERIF_ITALIC,
  },
  {
    family: "Golos Text",
    weight: 700,
    isLater: true,
    file: "golos-text-700.woff2",
    source: `${PACKAGES}/golos-text/700Bold/GolosText_700Bold.ttf`,
    standIns: SANS_BOLD,
  },
];

/** In bytes: of all the first ones, and of each of the others. */
const BUDGET = 45_000;
const LATER_BUDGET = 16_500;

const HEADER = `/* Written by npm run fonts (scripts/fonts.ts): change it there. */\n`;

/** The licence that both families have, under the copyright lines of both. */
async function licence(): Promise<string> {
  const names = ["literata", "golos-text"];
  const texts = await Promise.all(
    names.map((name) => readFile(join(PACKAGES, name, "LICENSE_FONT"), "utf8")),
  );
  const copyrights = texts.map((text) => text.split("\n", 1)[0]?.trim() ?? "");
  const [terms = ""] = texts.map((text) => text.split("\n").slice(1).join("\n"));
  return `${copyrights.join("\n")}\n${terms}`;
}

/** Makes the site's fonts and their styles from the fonts in the packages. */
async function makeFonts(): Promise<void> {
  await mkdir(FONTS, { recursive: true });
  const first = await Promise.all(FIRST_FACES.map(makeFace));
  const later = await Promise.all(LATER_FACES.map(makeFace));
  const rules = [...first, ...later].map((face) => face.rules);
  await writeFile(STYLES, [HEADER, ...rules].join("\n"));
  execFileSync("node_modules/.bin/biome", ["format", "--write", STYLES], { stdio: "ignore" });
  await writeFile(join(FONTS, "OFL.txt"), await licence());
  const size = first.reduce((sum, face) => sum + face.size, 0);
  console.log(`${size} bytes at the first visit`);
  refuseAbove(BUDGET, size);
  for (const face of later) refuseAbove(LATER_BUDGET, face.size);
}

/** Writes the file of a face; @returns its rules and its size in bytes */
async function makeFace(face: Face): Promise<{ rules: string; size: number }> {
  const { woff2, font } = await makeSubset(await readFile(face.source));
  await writeFile(join(FONTS, face.file), woff2);
  console.log(`${face.file}: ${woff2.length} bytes`);
  return { rules: rulesOf(face, font), size: woff2.length };
}

function refuseAbove(allowed: number, size: number): void {
  if (size > allowed) throw new Error(`the fonts take ${size} bytes; ${allowed} are allowed`);
}

await makeFonts();
