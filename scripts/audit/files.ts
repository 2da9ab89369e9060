import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesOf } from "../files.ts";
import { feedProblems, isFeedFile } from "./feeds.ts";
import { type Check, listFinding } from "./finding.ts";
import { sampleOf } from "./html.ts";
import { addressOf } from "./pages.ts";
import { structuredDataProblems } from "./structured-data.ts";

/** What programs read is as its format wants it: feeds, maps for search engines and their like. */
export const checkFeeds: Check = async (site, tell) => {
  const files = filesOf(site.folder).filter(isFeedFile);
  const findings = [];
  for (const file of files) {
    const text = readFileSync(join(site.folder, file), "utf8");
    findings.push(listFinding(file, "format", await feedProblems(file, text)));
  }
  tell(`${files.length} files`);
  return findings;
};

/** What pages say of themselves in JSON-LD is what search engines want to be told. */
export const checkStructuredData: Check = async (site, tell) => {
  const files = sampleOf(site);
  const bad = [];
  for (const file of files) {
    const html = readFileSync(join(site.folder, file), "utf8");
    const problems = await structuredDataProblems(html);
    if (problems.length > 0) bad.push({ page: addressOf(file), problems });
  }
  tell(`${files.length} pages`);
  const all = listFinding(
    "all pages",
    `${files.length} files`,
    bad.map(({ page }) => page || "/"),
  );
  return [all, ...bad.map(({ page, problems }) => listFinding(page, "JSON-LD", problems))];
};
