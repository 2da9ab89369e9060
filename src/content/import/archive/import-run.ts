import { dirname, join } from "node:path";
import type { Problem } from "../../problem.ts";
import { readSite } from "../../settings.ts";
import { writeWhole } from "../../write-file.ts";
import type { ImportedItem, Note, Reading } from "../imported-item.ts";
import type { SourceFileRef, SourceListing } from "../source-files.ts";
import { AddressMap } from "./address-map.ts";
import { HeadlineList } from "./headline-list.ts";
import { ImageFolders } from "./image-folders.ts";
import { type Mention, NoteGroups, type SourceReport } from "./import-report.ts";
import type { SourceOptions } from "./import-sources.ts";
import { ItemPlaces } from "./item-places.ts";
import { ItemPlans } from "./item-plans.ts";
import { ItemWriter, type Written } from "./item-writer.ts";
import { KnownArticles } from "./known-articles.ts";
import { readFile, surroundingsOf } from "./source-listing.ts";

/** A source with all that its items are written by. */
interface Source {
  readonly listing: SourceListing;
  readonly surroundings: ReturnType<typeof surroundingsOf>;
  readonly images: ImageFolders;
}

/** One import: what it knows, and what it has done. */
export class ImportRun {
  readonly #options: SourceOptions;
  readonly #sources: readonly Source[];
  readonly #known: KnownArticles;
  readonly #headlines: HeadlineList;
  readonly #site;
  readonly #places = new ItemPlaces();
  readonly #plans: ItemPlans;
  readonly #writer: ItemWriter;
  readonly #map: AddressMap;
  readonly #skipped = new NoteGroups();
  readonly #notes = new NoteGroups();
  readonly #problems: Problem[] = [];
  readonly #changed: Mention[] = [];
  readonly #counts = { read: 0, images: 0, article: newCounts(), headline: newCounts() };

  constructor(listings: readonly SourceListing[], options: SourceOptions) {
    const { content, data } = options.folders;
    this.#options = options;
    this.#sources = listings.map((listing) => sourceOf(listing, options));
    this.#site = readSite(data, {});
    this.#headlines = new HeadlineList(join(data, "headlines.yaml"), this.#site.timeZone);
    this.#known = new KnownArticles(content, (done, count) =>
      options.progress?.("archive", done, count),
    );
    const shared = { site: this.#site, content, known: this.#known, places: this.#places };
    this.#plans = new ItemPlans(shared);
    this.#map = new AddressMap(
      options.addressMap ?? join(dirname(data), "old-addresses.csv"),
      this.#site,
    );
    this.#writer = new ItemWriter({
      ...options,
      ...shared,
      plans: this.#plans,
      headlines: this.#headlines,
      lostLinks: options.lostLinks ?? "external",
    });
  }

  /** Looks at all items for their addresses alone. */
  plan(): void {
    this.#places.addHost(this.#options.oldSite);
    let count = 0;
    for (const { source, ref, partOf } of this.#files()) {
      const { generator } = source.surroundings;
      this.#places.addHost(generator.address);
      const context = { generator, permalink: this.#options.permalink, site: this.#site };
      const take = (reading: Reading): void => {
        this.#options.progress?.("addresses", partOf(reading.done), ++count);
        const item = reading.kind === "item" ? reading.item : undefined;
        if (item !== undefined && this.#refusal(item) === undefined)
          this.#plans.add(asDraft(item), ref.file, context);
      };
      // What cannot be read is told of when it is to be written.
      readFile(ref, this.#options, { take, note: () => {} });
    }
  }

  write(): void {
    for (const { listing } of this.#sources)
      for (const { place, note } of listing.skipped) this.#skip(place, note);
    for (const { source, ref, partOf } of this.#files()) {
      const problems = readFile(ref, this.#options, {
        note: (note) => this.#notes.add({ file: ref.file }, note),
        take: (reading) => {
          this.#take(reading, source, ref);
          this.#options.progress?.("source", partOf(reading.done), this.#counts.read);
        },
      });
      this.#problems.push(...problems);
      this.#counts.read += problems.length;
    }
  }

  /** What was planned may have come to nothing, and others lead to it by now: these are written anew. */
  mend(): void {
    const torn = this.#writer.tornItems();
    if (torn.size === 0) return;
    for (const { source, ref } of this.#files()) {
      const note = (item: ImportedItem, one: Note): void => this.#notes.addOnce(item.place, one);
      const take = (reading: Reading): void => {
        if (reading.kind !== "item" || !torn.has(reading.item.sourceId)) return;
        torn.delete(reading.item.sourceId);
        this.#writer.rewrite(asDraft(reading.item), { ...source, ref, note });
      };
      readFile(ref, this.#options, { take, note: () => {} });
    }
  }

  *#files() {
    const total = this.#sources.reduce((sum, { listing }) => sum + listing.files.length, 0);
    let done = 0;
    for (const source of this.#sources) {
      for (const ref of source.listing.files) {
        const before = done++;
        yield { source, ref, partOf: (part: number): number => (before + part) / total };
      }
    }
  }

  #take(reading: Reading, source: Source, ref: SourceFileRef): void {
    if (reading.kind === "note") this.#notes.add(reading.place, reading.note);
    else if (reading.kind === "skipped") this.#skip(reading.place, reading.note);
    else if (reading.kind === "problem") this.#fail(reading.problem);
    else this.#takeItem(reading.item, source, ref);
  }

  #skip(place: Mention["place"], note: Note): void {
    this.#counts.read++;
    this.#skipped.add(place, note);
  }

  #fail(problem: Problem): void {
    this.#counts.read++;
    this.#problems.push(problem);
  }

  /** @returns why an item is not taken along */
  #refusal({ isPage, draft }: ImportedItem): string | undefined {
    const { pages, drafts } = this.#options;
    if (isPage === true && !pages) return "страница (перенести: --pages)";
    return draft && !drafts ? "черновик (перенести: --drafts)" : undefined;
  }

  #takeItem(item: ImportedItem, source: Source, ref: SourceFileRef): void {
    for (const note of item.notes) this.#notes.add(item.place, note);
    const what = this.#refusal(item);
    if (what !== undefined) {
      this.#skip(item.place, { what, detail: item.title });
      return;
    }
    const note = ({ place }: ImportedItem, one: Note): void => this.#notes.add(place, one);
    this.#record(item, this.#writer.write(asDraft(item), { ...source, ref, note }));
  }

  #record(item: ImportedItem, written: Written): void {
    if (written.kind === "problem") {
      this.#fail(written.problem);
      return;
    }
    this.#counts.read++;
    this.#counts[written.kind][written.action]++;
    if (written.kind === "article") {
      this.#counts.images += written.images;
      this.#map.add(written.oldAddresses, written.path);
    }
    if (written.action === "changed") this.#changed.push({ place: item.place, detail: item.title });
  }

  end(): SourceReport {
    const { isDryRun } = this.#options;
    const content = this.#headlines.content();
    if (content !== undefined && !isDryRun) writeWhole(this.#headlines.file, content);
    const { read, images, article, headline } = this.#counts;
    return {
      read,
      ...{ added: article.added, updated: article.updated, known: article.known },
      changed: this.#changed,
      headlines: headline,
      images,
      addressMap: this.#map.write(isDryRun),
      skipped: this.#skipped.list(),
      notes: this.#notes.list(),
      problems: this.#problems,
    };
  }
}

/** Pages about a site come as drafts. */
function asDraft(item: ImportedItem): ImportedItem {
  return { ...item, draft: item.draft || item.isPage === true };
}

function sourceOf(listing: SourceListing, { images, fetched, missing }: SourceOptions): Source {
  const own = listing.folder === undefined ? [] : [listing.folder];
  return {
    listing,
    surroundings: surroundingsOf(listing),
    images: new ImageFolders(images.length > 0 ? images : own, { fetched, missing }),
  };
}

function newCounts() {
  return { added: 0, updated: 0, known: 0, changed: 0 };
}
