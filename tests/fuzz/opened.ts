import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Browser } from "@playwright/test";
import { readArticles, readSite } from "../../src/content/index.ts";
import { serveSite } from "../../src/serve/index.ts";
import { fc } from "../unit/language/property.ts";
import { CORPUS } from "./corpus.ts";
import { isRead } from "./messages.ts";
import { complaintsOf } from "./opened-file.ts";
import { PHOTO } from "./photo.ts";
import { hostilePicture } from "./pictures.ts";
import { servePlainly } from "./plain-host.ts";

/** Archives of hostile pictures and old addresses, built by the command and opened in a browser. */

const alias = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...CORPUS.names) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          "old",
          "x.gif",
          "a.svg",
          "стар",
          "<b>",
          "';alert(1)",
          "&amp;",
          "PWNED",
          "(1)",
        ),
        fc.constantFrom("/", ".html", "/index.html", "/a.svg/", ".js/", ".svg.html", ""),
        fc.nat(999),
      )
      .map(([name, end, number]) => `/${number}/${name}${end}`),
  },
  { weight: 1, arbitrary: fc.nat(50).map((other) => `/articles/c${other}/a.svg/x/`) },
);

interface HostileArticle {
  readonly picture?: readonly [name: string, bytes: string | Uint8Array];
  readonly alias?: string;
}

/** One thing in each, so that one that is refused does not keep the other from being seen. */
const hostileArticle: fc.Arbitrary<HostileArticle> = fc.oneof(
  { weight: 3, arbitrary: hostilePicture.map((picture) => ({ picture })) },
  { weight: 1, arbitrary: alias.map((one) => ({ alias: one })) },
);

/** What came of the cases. */
export interface Opened {
  readonly refused: number;
  /** How many files were opened, each on two hosts. */
  readonly files: number;
  /** Those of them that are pictures. */
  readonly pictures: number;
  readonly complaints: readonly string[];
}

/**
 * @param work an empty folder
 * @param runBuild builds; by the command, unless it is said otherwise
 * @returns what the files did on a host without headers, and with ours
 */
export async function buildAndOpen(
  browser: Browser,
  { seed, cases }: { readonly seed: number; readonly cases: number },
  work: string,
  runBuild: RunBuild = runCommand,
): Promise<Opened> {
  const refused = writeCases(work, seed, cases);
  await build(work, runBuild);
  const site = join(work, "site");
  const paths = openedPaths(site);
  const plain = await servePlainly(site);
  const ours = await serveSite({ folder: site, pathPrefix: "/", port: 0 });
  try {
    const without = await complaintsOf(browser, plain.address, paths);
    const withOurs = await complaintsOf(browser, ours.address, paths);
    const complaints = [
      ...without.map((one) => `without headers: ${one}`),
      ...withOurs.map((one) => `with headers: ${one}`),
    ];
    const pictures = paths.filter(isPicture).length;
    return { refused, files: paths.length, pictures, complaints };
  } finally {
    await plain.close();
    await ours.close();
  }
}

/**
 * Each case has an article of its own; what is refused with a message is left out.
 *
 * @returns how many are refused
 */
function writeCases(work: string, seed: number, cases: number): number {
  const content = join(work, "content");
  const site = readSite(join(work, "_data"), {});
  const drawn = fc.sample(hostileArticle, { seed, numRuns: cases });
  let refused = 0;
  for (const [
    number,
    { picture: [name, bytes] = ["a.png", PHOTO], alias: old = [] },
  ] of drawn.entries()) {
    const folder = join(content, `c${number}`);
    const fields = `title: Мост ${number}\ndate: 2026-11-23\naliases: ${JSON.stringify(old)}`;
    const file = join(folder, "index.md");
    write(file, `---\n${fields}\n---\n\nТекст.\n\n![Вид](<${name}>)\n`);
    write(join(folder, name), bytes);
    if (isRead(() => readArticles([file], site, undefined, content))) continue;
    rmSync(folder, { recursive: true });
    refused++;
  }
  // One that is always right, so that there is a site.
  write(
    join(content, "most/index.md"),
    "---\ntitle: Мост открыт\ndate: 2026-11-23\n---\n\nТекст.\n",
  );
  return refused;
}

function write(file: string, text: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** So often: what is refused shows what others are refused for. */
const MOST_TRIES = 10;

/** Articles that are refused because of one another are left out until there is a site. */
async function build(work: string, runBuild: RunBuild): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const output = await runBuild(optionsIn(work));
    if (existsSync(join(work, "site/build.json"))) return;
    // Where a message begins: who else is named in it may stay.
    const named = new Set(output.match(/(?<=^\S*content\/)c\d+(?=\/[^\s:]*:)/gm));
    if (named.size === 0) throw new Error(`property: a build says what is wrong: ${output}`);
    for (const name of named) rmSync(join(work, "content", name), { recursive: true });
  }
  throw new Error(
    `property: a build succeeds once what it names is gone: ${await runBuild(optionsIn(work))}`,
  );
}

/** @returns options of a build */
function optionsIn(work: string): string[] {
  const folders = { content: "content", data: "_data", output: "site" };
  return Object.entries(folders).flatMap(([flag, name]) => [`--${flag}`, join(work, name)]);
}

/** @param flags of a build; @returns what it says, also where it fails */
export type RunBuild = (flags: readonly string[]) => Promise<string>;

const runCommand: RunBuild = (flags) => {
  // Campaigns build again and again, and leave the repository's own cache alone.
  const own = [...flags, "--cache", `${flags.at(-1)}-cache`];
  const child = spawn(process.execPath, ["scripts/vestnik.js", "build", ...own]);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
  }
  return new Promise((resolve) => child.once("exit", () => resolve(output)));
};

/** Of these nothing comes from a source but words, which tests/e2e/hostile.spec.ts is about. */
const NOT_OPENED =
  /^(?:about|archive|assets|headlines|offline|pagefind|search|sitemaps|sums|topics)\/|\/card\.png$/;

function openedPaths(site: string): string[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site, join(entry.parentPath, entry.name)))
    .filter((path) => !NOT_OPENED.test(path))
    .sort();
}

function isPicture(path: string): boolean {
  return /^articles\/.*\.(?:gif|png|jpe?g|webp|avif|svg)$/.test(path);
}
