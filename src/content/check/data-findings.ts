import { existsSync } from "node:fs";
import { join } from "node:path";
import { readAbout } from "../archive/about.ts";
import type { ArchiveFolders } from "../archive/archive.ts";
import { readAuthors } from "../archive/authors.ts";
import { LabelFinder, labelTable } from "../archive/label-table.ts";
import type { PlacedLink } from "../archive/menus.ts";
import { openShape } from "../archive/shape.ts";
import { readMessages, untranslated } from "../model/own-messages.ts";
import { attempt, type Problem } from "../model/problem.ts";
import { readSections } from "../model/sections.ts";
import { readSource } from "../model/source-file.ts";
import { readSynonyms } from "../model/synonyms.ts";
import { readTopics } from "../model/topics.ts";
import type { Site } from "../model/types.ts";
import type { CheckContext } from "./article-check.ts";
import type { KnownLabels } from "./author-findings.ts";
import { type Finding, type Place, toErrors, toRemark } from "./finding.ts";
import { type MenuTargets, menuFindings } from "./menu-findings.ts";
import type { ScannedArticle } from "./scanned-article.ts";
import { readTextSource } from "./text-source.ts";

/** @param problems receives what is wrong with the files of labels */
export function readLabels(
  { data, content }: ArchiveFolders,
  scanned: readonly ScannedArticle[],
  site: Site,
  problems: Problem[],
): KnownLabels {
  const described = attempt(problems, () => readAuthors(data, site)) ?? { authors: [] };
  const pages = filesOfPages(scanned);
  const sections = attempt(problems, () => readSections(data, pages, content)) ?? [];
  const finder = new LabelFinder(labelTable(described, sections));
  return { finder, authors: described.authors.map(({ name }) => name), sections };
}

function filesOfPages(scanned: readonly ScannedArticle[]): string[] {
  return scanned.filter(({ isStanding }) => isStanding).map(({ file }) => file);
}

/** Faults of the editor's other files. */
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

/**
 * Faults of menus, logo, icon and published files.
 *
 * @param known as of MenuTargets
 */
export function shapeFindings(
  folders: ArchiveFolders,
  scanned: readonly ScannedArticle[],
  { site, links, topics, labels }: CheckContext,
  known: Pick<MenuTargets, "labels" | "hasOwnPages">,
): Finding[] {
  const problems: Problem[] = [];
  const pages = filesOfPages(scanned);
  const named = { pages, topics: topics.finder, sections: labels.sections, wording: site };
  // Faults of the settings are reported where they are read.
  const shape = attempt([], () => openShape(folders, named, problems));
  const entries = shape?.menuLinks ?? [];
  const told = [
    ...toErrors(problems),
    ...entries.flatMap(({ path, ...place }) => links.check(path, placeOf(place), true)),
  ];
  // An entry without a name, or one that leads to a draft, is reported already.
  const untold = entries.filter(({ file, line, column }) => {
    return !told.some((one) => one.file === file && one.line === line && one.column === column);
  });
  const { sections } = labels;
  const targets = { links, sections, statics: shape?.statics ?? [], ...known };
  return [...told, ...menuFindings(untold, targets)];
}

function placeOf({ file, line, column }: Omit<PlacedLink, "path">): Place {
  return { file, line, column };
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
