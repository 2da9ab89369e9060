import { existsSync } from "node:fs";
import { join } from "node:path";
import { readAbout } from "../about.ts";
import type { ArchiveFolders } from "../archive.ts";
import { readAuthors } from "../authors.ts";
import { LabelFinder, labelTable } from "../label-table.ts";
import { readMessages, untranslated } from "../own-messages.ts";
import { attempt, type Problem } from "../problem.ts";
import { readSections } from "../sections.ts";
import { openShape } from "../shape.ts";
import { readSource } from "../source-file.ts";
import { readSynonyms } from "../synonyms.ts";
import { readTopics } from "../topics.ts";
import type { Site } from "../types.ts";
import type { CheckContext } from "./article-check.ts";
import type { KnownLabels } from "./author-findings.ts";
import { type Finding, toErrors, toRemark } from "./finding.ts";
import type { Glance } from "./glances.ts";
import { readTextSource } from "./text-source.ts";

/** @param problems receives what is wrong with the files of labels */
export function readLabels(
  { data, content }: ArchiveFolders,
  glances: readonly Glance[],
  site: Site,
  problems: Problem[],
): KnownLabels {
  const described = attempt(problems, () => readAuthors(data, site)) ?? { authors: [] };
  const pages = filesOfPages(glances);
  const sections = attempt(problems, () => readSections(data, pages, content)) ?? [];
  const finder = new LabelFinder(labelTable(described, sections));
  return { finder, authors: described.authors.map(({ name }) => name), sections };
}

function filesOfPages(glances: readonly Glance[]): string[] {
  return glances.filter(({ isStanding }) => isStanding).map(({ file }) => file);
}

/** What is wrong with the other files that an editor writes. */
export function dataFindings(folders: ArchiveFolders, site: Site): Finding[] {
  const problems: Problem[] = [];
  attempt(problems, () => readSynonyms(folders.data));
  attempt(problems, () => readTopics(folders.data));
  attempt(problems, () => readAbout(folders.data, site));
  attempt(problems, () => readMessages(folders.data, site.language));
  return [
    ...toErrors(problems),
    ...aboutRemarks(join(folders.data, "about.md")),
    ...languageFindings(site, folders.data),
  ];
}

/** Whether a page of the site's own or of a template is there, the build says. */
export function shapeFindings(
  folders: ArchiveFolders,
  glances: readonly Glance[],
  { site, links, topics, labels }: CheckContext,
): Finding[] {
  const problems: Problem[] = [];
  const pages = filesOfPages(glances);
  const named = { pages, topics: topics.finder, sections: labels.sections, wording: site };
  // What is wrong with the settings is told of where they are read.
  const shape = attempt([], () => openShape(folders, named, problems));
  const ofMenus = shape?.menuLinks ?? [];
  return [
    ...toErrors(problems),
    ...ofMenus.flatMap(({ path, file, line, column }) =>
      links.check(path, { file, line, column }, true),
    ),
  ];
}

/** What readers of another language would see in English. */
function languageFindings(site: Site, dataFolder: string): Finding[] {
  const problem = untranslated(site, dataFolder);
  return problem === undefined ? [] : [{ ...problem, severity: "warning", rule: "interface" }];
}

function aboutRemarks(file: string): Finding[] {
  const text = existsSync(file) ? attempt([], () => readSource(file).text) : undefined;
  return readTextSource(text ?? "").remarks.map((remark) => toRemark(remark, file, 1));
}
