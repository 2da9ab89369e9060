import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate, type Message } from "html-validate";
import { entryOf } from "../../src/language/maps.ts";
import { type AuditedSite, type Check, type Finding, listFinding } from "./finding.ts";
import { addressOf, htmlFiles } from "./pages.ts";

/** Of a large site every tenth page is looked at, and one of every kind. */
const SAMPLE = 10;
const SMALL = 50;

/** Where the recommended rules ask for more than the HTML standard does, and why we do not. */
const EXCEPTIONS = {
  // preact closes void elements with «/>», markdown-it does not; a parser sees no difference.
  "void-style": "off",
  // An article's title is its editor's; who shows it cuts it where there is no room.
  "long-title": "off",
} as const;

/** html-validate with its recommended rules: no errors and no warnings. */
export const checkHtml: Check = async (site, tell) => {
  const validator = new HtmlValidate({
    root: true,
    extends: ["html-validate:recommended"],
    rules: EXCEPTIONS,
  });
  const files = sampleOf(site);
  const rules = new Map<string, string[]>();
  for (const [index, file] of files.entries()) {
    const report = await validator.validateString(readFileSync(join(site.folder, file), "utf8"));
    for (const message of report.results.flatMap(({ messages }) => messages)) {
      entryOf(rules, message.ruleId, () => []).push(complaint(file, message));
    }
    if ((index + 1) % 100 === 0) tell(`${index + 1} of ${files.length} pages`);
  }
  return findingsOf(files.length, rules);
};

function complaint(file: string, { message, line, column }: Message): string {
  return `/${addressOf(file)} ${line}:${column} ${message}`;
}

/** One for each rule that was broken, for a mistake in a template shows on every page. */
function findingsOf(pages: number, rules: ReadonlyMap<string, readonly string[]>): Finding[] {
  if (rules.size === 0) return [listFinding("all pages", `${pages} pages`, [])];
  return [...rules].map(([rule, complaints]) => listFinding(`${pages} pages`, rule, complaints));
}

/** The pages that are looked at where looking at all of them would take too long. */
export function sampleOf({ folder, pages }: Pick<AuditedSite, "folder" | "pages">): string[] {
  const files = htmlFiles(folder);
  if (files.length <= SMALL) return files;
  const kinds = new Set<string>(pages.map(({ path }) => path));
  return files.filter(
    (file, index) => index % SAMPLE === 0 || kinds.has(addressOf(file)) || !file.includes("/"),
  );
}
