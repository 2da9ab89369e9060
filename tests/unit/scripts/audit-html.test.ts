import { expect, test } from "vitest";
import { checkHtml, sampleOf } from "../../../scripts/audit/html.ts";
import { temporaryFolder } from "../temporary.ts";

const page = (body: string): string =>
  `<!DOCTYPE html><html lang="ru"><head><title>Вестник</title></head><body>${body}</body></html>`;

async function findingsOf(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder(files);
  // The check reads files alone: it needs neither a server nor a browser.
  const site = { folder, pages: [] } as unknown as Parameters<typeof checkHtml>[0];
  return checkHtml(site, () => {});
}

test("right pages are one right finding", async () => {
  const findings = await findingsOf({ "index.html": page("<p>Мост</p>") });
  expect(findings.map(({ ok }) => ok)).toEqual([true]);
});

test("a mistake of a template is one finding, with every page that has it", async () => {
  const wrong = page('<p style="color: red">Мост</p>');
  const findings = await findingsOf({ "index.html": wrong, "articles/most/index.html": wrong });
  expect(findings.map(({ what, ok, value }) => [what, ok, value])).toEqual([
    ["no-inline-style", false, "2"],
  ]);
  expect(findings[0]?.details?.[0]).toMatch(/^\/articles\/most\/ 1:\d+ /);
});

test("a void element may be closed either way", async () => {
  const findings = await findingsOf({ "index.html": page("<p>Мост<br/>и<br>река</p>") });
  expect(findings.every(({ ok }) => ok)).toBe(true);
});

test("of a large site every tenth page is looked at, and each that stands for its kind", () => {
  const names = Array.from({ length: 100 }, (_, number) => `articles/${number + 100}/index.html`);
  const folder = temporaryFolder(Object.fromEntries(names.map((name) => [name, ""])));
  const pages = [{ kind: "article", path: "articles/133/" }] as const;
  const sample = sampleOf({ folder, pages });
  expect(sample.length).toBe(11);
  expect(sample).toContain("articles/133/index.html");
});
