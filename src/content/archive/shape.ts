import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Wording } from "../../interface/index.ts";
import type { Problem } from "../model/problem.ts";
import type { KnownFiles } from "../model/scan.ts";
import { readShape } from "../model/settings.ts";
import { logoOf, readMarks, type SiteMarks } from "../model/site-marks.ts";
import { CUSTOM_STYLES, listStatic, type StaticFile } from "../model/static-files.ts";
import type { TopicFinder } from "../model/topic-words.ts";
import type { LabelName, Site } from "../model/types.ts";
import type { ArchiveFolders } from "./archive.ts";
import { type PlacedLink, settleMenus } from "./menus.ts";

/** What makes a newspaper one's own, besides its words: menus, marks, files and styles. */
export interface Shape {
  /** Links of menus within the site: whether their pages are there, the whole site says. */
  readonly menuLinks: readonly PlacedLink[];
  /** The newspaper's logo and icon. */
  readonly marks: SiteMarks;
  /** What is published as it is. */
  readonly statics: readonly StaticFile[];
  /** The newspaper's own styles with what they use; none where there is no custom.css. */
  readonly styles: readonly StaticFile[];
}

export interface OpenShape extends Shape {
  /** The part of it that pages show. */
  readonly shown: Pick<Site, "menu" | "footer" | "logo" | "icon">;
  /** Files that are not published, for their names begin with a dot. */
  readonly hidden: readonly string[];
  /** For the next look. */
  readonly known: KnownFiles;
}

/** What names that stand in menus may mean. */
export interface NamedPages {
  /** The files of pages that are no news. */
  readonly pages: readonly string[];
  /** Knows which topic a name means. */
  readonly topics: TopicFinder;
  readonly sections: readonly LabelName[];
  /** By it the site's own pages are called. */
  readonly wording: Wording;
}

/**
 * Reads and checks what makes a newspaper one's own.
 *
 * @param problems receives what is wrong with it
 * @param known what an earlier look at its files left
 * @throws ContentError where the settings are wrong
 */
export function openShape(
  { content, data, statics, styles }: ArchiveFolders,
  named: NamedPages,
  problems: Problem[],
  known?: KnownFiles,
): OpenShape {
  const settings = readShape(data);
  const published = listStatic(statics, known);
  const ofStyles = listStatic(ownStyles(styles), known, NO_FOLDERS);
  problems.push(...published.problems, ...ofStyles.problems);
  const marks = readMarks(settings, [data, statics ?? data], problems);
  const { links, ...menus } = settleMenus(settings, named, content, problems);
  return {
    menuLinks: links,
    marks,
    statics: published.files,
    styles: ofStyles.files,
    shown: { ...menus, logo: logoOf(marks), icon: marks.icon?.type },
    hidden: published.hidden,
    known: new Map([...published.known, ...ofStyles.known]),
  };
}

/** Styles lie in no folder of the site's own. */
const NO_FOLDERS: ReadonlySet<string> = new Set();

/** Without custom.css nothing of the folder is used. */
function ownStyles(folder: string | undefined): string | undefined {
  return folder !== undefined && existsSync(join(folder, CUSTOM_STYLES)) ? folder : undefined;
}
