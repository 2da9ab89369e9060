import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SANS, SERIF, SERIF_BOLD } from "./fonts/fallbacks.ts";
import { type Face, rulesOf } from "./fonts/font-faces.ts";
import { makeSubset } from "./fonts/subset.ts";

const PACKAGES = "node_modules/@expo-google-fonts";
const FONTS = "src/site/fonts";
const STYLES = "src/site/styles/fonts.css";

const LITERATA = { family: "Literata", weight: 400 } as const;

const FACES: readonly Face[] = [
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

/** What an article's page loads at its first visit, in bytes. */
const BUDGET = 45_000;

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
  const rules: string[] = [];
  let size = 0;
  for (const face of FACES) {
    const { woff2, tables } = await makeSubset(await readFile(face.source));
    rules.push(rulesOf(face, tables));
    await writeFile(join(FONTS, face.file), woff2);
    console.log(`${face.file}: ${woff2.length} bytes`);
    size += woff2.length;
  }
  await writeFile(STYLES, [HEADER, ...rules].join("\n"));
  execFileSync("node_modules/.bin/biome", ["format", "--write", STYLES], { stdio: "ignore" });
  await writeFile(join(FONTS, "OFL.txt"), await licence());
  console.log(`${size} bytes at the first visit`);
  if (size > BUDGET) throw new Error(`the fonts take ${size} bytes; ${BUDGET} are allowed`);
}

await makeFonts();
