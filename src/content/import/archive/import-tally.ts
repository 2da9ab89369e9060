import type { Problem } from "../../model/problem.ts";
import type { ImportedItem, Note, Place, Reading, SiteFacts } from "../imported-item.ts";
import type { Written } from "./item-writer.ts";
import { type Mention, NoteGroups, type SourceReport } from "./source-report.ts";

/** Counts what an import does, and gathers its notes. */
export class ImportTally {
  readonly #skipped = new NoteGroups();
  readonly #notes = new NoteGroups();
  readonly #problems: Problem[] = [];
  readonly #changed: Mention[] = [];
  readonly #counts = { read: 0, images: 0, article: newCounts(), headline: newCounts() };
  #site: SiteFacts = {};

  /** Items so far. */
  get read(): number {
    return this.#counts.read;
  }

  note(place: Place, note: Note): void {
    this.#notes.add(place, note);
  }

  /** For an item that is written again: no note is told twice. */
  noteOnce(place: Place, note: Note): void {
    this.#notes.addOnce(place, note);
  }

  skip(place: Place, note: Note): void {
    this.#counts.read++;
    this.#skipped.add(place, note);
  }

  fail(problem: Problem): void {
    this.#counts.read++;
    this.#problems.push(problem);
  }

  /** The first fact of a kind counts: settings come before files. */
  learn(site: SiteFacts): void {
    const told = Object.entries(site).filter(([, value]) => value !== undefined);
    this.#site = { ...Object.fromEntries(told), ...this.#site };
  }

  /** A piece of a source that is no item. */
  take(reading: Exclude<Reading, { readonly kind: "item" }>): void {
    if (reading.kind === "site") this.learn(reading.site);
    else if (reading.kind === "note") this.note(reading.place, reading.note);
    else if (reading.kind === "skipped") this.skip(reading.place, reading.note);
    else this.fail(reading.problem);
  }

  record({ place, title }: ImportedItem, written: Written): void {
    if (written.kind === "problem") this.fail(written.problem);
    else if (written.kind === "empty") this.skip(place, { what: EMPTY });
    else {
      this.#counts.read++;
      this.#counts[written.kind][written.action]++;
      if (written.kind === "article") this.#counts.images += written.images;
      if (written.action === "changed") this.#changed.push({ place, detail: title });
    }
  }

  report(): Omit<SourceReport, "addressMap" | "newest" | "sections"> {
    const { read, images, article, headline } = this.#counts;
    return {
      read,
      ...{ added: article.added, updated: article.updated, known: article.known },
      changed: this.#changed,
      headlines: headline,
      images,
      site: this.#site,
      skipped: this.#skipped.list(),
      notes: this.#notes.list(),
      problems: this.#problems,
    };
  }
}

const EMPTY = "пустой материал: ни заголовка, ни текста";

function newCounts() {
  return { added: 0, updated: 0, known: 0, changed: 0 };
}
