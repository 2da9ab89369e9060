import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { articleReader } from "../../src/content/archive/articles.ts";
import { readHeadlines } from "../../src/content/model/headlines.ts";
import { readSite } from "../../src/content/model/settings.ts";
import { CORPUS } from "../fuzz/corpus.ts";
import { isRead } from "../fuzz/messages.ts";
import { PHOTO } from "../fuzz/photo.ts";
import { TRIES_ALL } from "../sizes.ts";
import { temporaryFolder } from "./commands.ts";
import { keepViolations, testSite } from "./site.ts";

/**
 * A site of every known attack: in the text, the fields and the headlines. What is refused with a
 * message is no site and left out.
 */
const { folder } = temporaryFolder();
const folders = { content: join(folder, "content"), data: join(folder, "_data") };

const TEXTS = [...CORPUS.html, ...CORPUS.links, ...CORPUS.markdown, ...CORPUS.signs];

/** So many attacks share a page, so that a browser opens dozens of pages and not hundreds. */
const TOGETHER = TRIES_ALL ? 8 : 16;

function write(path: string, text: string | Uint8Array): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function articleOf(fields: Readonly<Record<string, unknown>>, text: string): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${lines.join("\n")}\n---\n\n${text}\n`;
}

/** Fields that hold an attack, each as far as it is not refused there. */
function fieldsWith(attack: string): Record<string, unknown> {
  const fields = {
    title: `Мост ${attack}`,
    summary: attack,
    authors: [attack],
    topics: [`тема ${attack}`],
    source: { name: attack },
    corrections: { date: "2026-11-24", text: attack },
    image: { file: "photo.png", alt: attack, caption: attack },
  };
  const allowed = Object.entries(fields).filter(([name, value]) => {
    const rest = name === "title" ? {} : { title: "Мост" };
    return isRead(() => probe(articleOf({ ...rest, [name]: value }, "Текст.")));
  });
  return { title: "Мост", ...Object.fromEntries(allowed), date: "2026-11-23" };
}

function probe(text: string): void {
  write("probe/a.md", text);
  readProbe(join(folder, "probe/a.md"));
}

function headlineOf(attack: string): string {
  const entry = { text: `Новость ${attack}`, date: "2026-11-23", source: { name: attack } };
  return `- ${JSON.stringify(entry)}\n`;
}

function isHeadlineRead(text: string): boolean {
  write("probe/headlines.yaml", text);
  return isRead(() => readHeadlines(join(folder, "probe/headlines.yaml"), SITE));
}

write("probe/photo.png", PHOTO);
write("content/photo.png", PHOTO);
// Attacks that stay links lead nowhere.
write(
  "_data/site.yaml",
  `name: ${JSON.stringify(`Газета ${CORPUS.html[0]}`)}\nallowBrokenLinks: true\n`,
);
const SITE = readSite(folders.data, {});
const readProbe = articleReader(SITE);

/** @returns the paths of the articles that it writes */
function writeArticles(): string[] {
  const paths: string[] = [];
  for (let first = 0; first < TEXTS.length; first += TOGETHER) {
    const own = TEXTS.slice(first, first + TOGETHER);
    const bodies = own.filter((text) => isRead(() => probe(articleOf({ title: "Мост" }, text))));
    const text = bodies.map((body) => `Слова моста.\n\n${body}\n\n- в списке ${body}`);
    const shown = text.filter((one) => isRead(() => probe(articleOf({ title: "Мост" }, one))));
    const fields = fieldsWith(own[0] ?? "");
    const whole = [shown.join("\n\n"), shown[0] ?? "", "Текст."].find((body) =>
      isRead(() => probe(articleOf(fields, body))),
    );
    if (whole === undefined) continue;
    write(`content/ataka-${first}.md`, articleOf(fields, whole));
    paths.push(`articles/ataka-${first}/`);
  }
  return paths;
}

/** @returns those that it writes */
function writeHeadlines(): string[] {
  const headlines = TEXTS.map(headlineOf).filter(isHeadlineRead);
  const unique = headlines.filter((_, index) =>
    isHeadlineRead(headlines.slice(Math.max(0, index - 1), index + 1).join("")),
  );
  const text = isHeadlineRead(unique.join("")) ? unique.join("") : (unique[0] ?? "");
  write("_data/headlines.yaml", text);
  return unique;
}

const base = testSite(["--content", folders.content, "--data", folders.data]);

const test = base.extend({
  page: async ({ page }, use) => {
    await keepViolations(page);
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await use(page);
    expect(dialogs).toEqual([]);
  },
});

/** Nothing of an attack became a part of the page: not run, not refused, not even an element. */
async function expectHarmless(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const { pwned, violations } = window as unknown as { pwned?: unknown; violations: string[] };
    const own = (script: Element): boolean =>
      script.getAttribute("type") === "application/ld+json" ||
      new URL((script as HTMLScriptElement).src, location.href).origin === location.origin;
    const scripts = [...document.scripts].filter((script) => !own(script)).length;
    const strange = document.querySelectorAll(
      "iframe, object, embed, base, marquee, plaintext, main script, main style, main form:not([role=search]) input[autofocus], [onerror], [onload], [onclick], [style]",
    ).length;
    return { pwned, violations, scripts, strange };
  });
  expect(seen).toEqual({ pwned: undefined, violations: [], scripts: 0, strange: 0 });
}

let paths: readonly string[] = [];

/** In the process that runs these tests alone: others read this file too. */
test.beforeAll(() => {
  paths = writeArticles();
  expect(paths.length).toBeGreaterThan(15);
  expect(writeHeadlines().length).toBeGreaterThan(100);
});

test("no page of an article runs anything", async ({ page, site }) => {
  for (const path of paths) {
    await page.goto(`${site.address}${path}`);
    await expect(page.locator("h1")).toContainText("Мост");
    await expectHarmless(page);
  }
});

test("no page that lists them runs anything", async ({ page, site }) => {
  for (const path of ["", "archive/", "headlines/", "headlines/2026/11/23/", "topics/", "about/"]) {
    await page.goto(`${site.address}${path}`);
    await expectHarmless(page);
  }
});

test("no search result runs anything", async ({ page, site }) => {
  for (const query of ["мост", "слова", "pwned", "script", "новость"]) {
    await page.goto(`${site.address}search/?q=${encodeURIComponent(query)}`);
    await expect(page.locator(".result").first()).toBeVisible();
    await expectHarmless(page);
  }
  await page.goto(site.address);
  await page.locator("#masthead-query").fill("мост");
  await expect(page.locator(".masthead .box-all")).toBeVisible();
  await expectHarmless(page);
});
