import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { type LabelTable, NO_LABELS } from "../../archive/label-table.ts";
import { readArticles } from "../../archive/read-articles.ts";
import { newestFirst } from "../../model/dates.ts";
import { attempt } from "../../model/problem.ts";
import { epochOf, timingOf } from "../../model/schedule.ts";
import { toSummary } from "../../model/summary.ts";
import type { ArticleSummary, Site } from "../../model/types.ts";
import { writeWhole } from "../../model/write-file.ts";
import { copyImages } from "./item-text.ts";

/** Articles at the top of a front page. */
const MOST = 10;

/** An article as it would be written. */
interface Candidate {
  readonly file: string;
  readonly text: string;
  /** Pictures: from their files to their names beside the article. */
  readonly images: { readonly files: ReadonlyMap<string, string> };
  readonly date?: string | undefined;
  readonly isPinned: boolean;
}

/** The newest articles of a trial, which writes none: what a front page would begin with. */
export class NewestArticles {
  readonly #site: Site;
  readonly #content: string;
  readonly #now = Date.now();
  #newest: (Candidate & { readonly time: number })[] = [];

  /** @param content the folder in which they would lie */
  constructor(site: Site, content: string) {
    this.#site = site;
    this.#content = content;
  }

  /** @param given no draft; an earlier one of the same file is replaced */
  add(given: Candidate): void {
    const { date } = given;
    const { timeZone: zone } = this.#site;
    if (timingOf({ date }, this.#now, zone) !== "due") return;
    const epoch = epochOf(date, zone);
    const time = Number.isNaN(epoch) ? Number.NEGATIVE_INFINITY : epoch;
    const others = this.#newest.filter(({ file }) => file !== given.file);
    const all = [...others, { ...given, time }].sort((a, b) => b.time - a.time);
    const pinned = all.find(({ isPinned }) => isPinned);
    const newest = all.slice(0, MOST);
    this.#newest = pinned === undefined || newest.includes(pinned) ? newest : [...newest, pinned];
  }

  /**
   * @param labels with the sections of the import
   * @returns the articles as a build would read them, the newest first
   */
  read(labels: LabelTable = NO_LABELS): ArticleSummary[] {
    const folder = mkdtempSync(join(tmpdir(), "vestnik-import-"));
    try {
      const files = this.#newest.map((one) => this.#write(one, folder));
      const read = files.flatMap((file) => {
        return attempt([], () => readArticles([file], this.#site, undefined, folder, labels)) ?? [];
      });
      return newestFirst(
        read.map(({ article }) => toSummary(article)),
        ({ slug }) => slug,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  #write({ file, text, images }: Candidate, folder: string): string {
    const copy = join(folder, relative(this.#content, file));
    writeWhole(copy, text);
    copyImages(images, dirname(copy));
    return copy;
  }
}
