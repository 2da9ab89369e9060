import { dirname, join } from "node:path";
import { readSite } from "../../model/settings.ts";
import { writeWhole } from "../../model/write-file.ts";
import type { ImportedItem, Note, Reading, ReadingOptions } from "../imported-item.ts";
import type { NoteName } from "../note-kinds.ts";
import { type SourceFileRef, type SourceListing, SourceTexts } from "../source-files.ts";
import { AddressMap } from "./address-map.ts";
import { HeadlineList } from "./headline-list.ts";
import type { ImportContext } from "./import-context.ts";
import type { SourceOptions } from "./import-sources.ts";
import { ImportTally } from "./import-tally.ts";
import { ItemIds, type Settle } from "./item-ids.ts";
import { ItemPlaces } from "./item-places.ts";
import { ItemPlans } from "./item-plans.ts";
import { ItemWriter } from "./item-writer.ts";
import { KnownArticles } from "./known-articles.ts";
import { NewestArticles } from "./newest-articles.ts";
import type { ItemNotes } from "./note-places.ts";
import { SectionList } from "./section-list.ts";
import { readFile, type Source, sourceOf } from "./source-listing.ts";
import type { SourceReport } from "./source-report.ts";

const SAME_ID = "номер (guid, id) в файле у нескольких материалов один: каждый перенесён отдельно";

/** One import: its context, and what it has done. */
export class ImportRun {
  readonly #context: ImportContext;
  readonly #options: SourceOptions & ReadingOptions;
  readonly #sources: readonly Source[];
  readonly #texts: SourceTexts;
  readonly #ids: ItemIds;
  readonly #plans: ItemPlans;
  readonly #writer: ItemWriter;
  readonly #map: AddressMap;
  readonly #tally = new ImportTally();

  constructor(listings: readonly SourceListing[], options: SourceOptions) {
    const { content, data } = options.folders;
    const site = readSite(data, {});
    this.#options = { ...options, language: site.language };
    this.#sources = listings.map((listing) => sourceOf(listing, site.language, options));
    this.#context = {
      options,
      site,
      headlines: new HeadlineList(join(data, "headlines.yaml"), site.timeZone),
      known: new KnownArticles(content, (done, count) =>
        options.progress?.("archive", done, count),
      ),
      places: new ItemPlaces(),
      sections: options.sections === undefined ? undefined : new SectionList(data, content),
      newest: options.isDryRun ? new NewestArticles(site, content) : undefined,
    };
    this.#texts = new SourceTexts(options);
    this.#ids = new ItemIds(this.#context.known);
    this.#plans = new ItemPlans(this.#context);
    this.#writer = new ItemWriter(this.#context, this.#plans);
    const addresses = options.addressMap ?? join(dirname(data), "old-addresses.csv");
    this.#map = new AddressMap(addresses, site);
  }

  /** Reads all items for their addresses alone. */
  plan(): void {
    const { places, sections } = this.#context;
    places.addHost(this.#options.oldSite);
    let count = 0;
    for (const { source, ref, partOf } of this.#files()) {
      const { generator } = source.surroundings;
      const settle = this.#ids.settling(ref.file);
      places.addHost(generator.address);
      const take = (reading: Reading): void => {
        this.#options.progress?.("addresses", partOf(reading.done), ++count);
        const item = reading.kind === "item" ? settle(reading.item) : undefined;
        if (item === undefined || this.#refusal(item) !== undefined) return;
        sections?.add(item.body === undefined ? [] : item.categories);
        this.#plans.add(finished(item, source, ref), ref.file, generator);
      };
      // Problems are told by the reading that writes.
      readFile(ref, this.#texts, this.#options, { take, note: () => {} });
    }
  }

  write(): void {
    if (!this.#options.isDryRun) this.#context.sections?.write();
    for (const { listing, surroundings } of this.#sources) {
      for (const { place, note } of listing.skipped) this.#tally.skip(place, note);
      if (!this.#options.isForeign) this.#tally.learn(surroundings.generator.site);
    }
    for (const { source, ref, partOf } of this.#files()) {
      const settle = this.#ids.settled(ref.file);
      const problems = readFile(ref, this.#texts, this.#options, {
        note: (note) => this.#tally.note({ file: ref.file }, note),
        take: (reading, notes) => {
          if (reading.kind === "item")
            this.#takeItem(this.#apart(reading.item, settle), { ...source, ref }, notes);
          else this.#tally.take(reading);
          this.#options.progress?.("source", partOf(reading.done), this.#tally.read);
        },
      });
      for (const problem of problems) this.#tally.fail(problem);
    }
  }

  /** Writes articles anew whose links lead to a planned item that came to nothing. */
  mend(): void {
    const torn = this.#writer.tornItems();
    if (torn.size === 0) return;
    for (const { source, ref } of this.#files()) {
      const settle = this.#ids.settled(ref.file);
      const take = (reading: Reading, notes: ItemNotes): void => {
        const item = reading.kind === "item" ? settle(reading.item) : undefined;
        const note = (_: ImportedItem, one: Note): void =>
          this.#tally.noteOnce(notes.placeOf(one), one);
        if (item === undefined || !torn.delete(item.sourceId)) return;
        this.#writer.rewrite(finished(item, source, ref), { ...source, ref, note });
      };
      readFile(ref, this.#texts, this.#options, { take, note: () => {} });
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

  #apart(given: ImportedItem, settle: Settle): ImportedItem {
    const item = settle(given);
    if (item !== given) this.#tally.note(item.place, { what: SAME_ID, detail: given.sourceId });
    return item;
  }

  /** @returns why an item is not taken along */
  #refusal({ isPage, draft }: ImportedItem): NoteName | undefined {
    const { pages, drafts } = this.#options;
    if (isPage === true && !pages) return "страница о сайте";
    return draft && !drafts ? "черновик" : undefined;
  }

  #takeItem(
    item: ImportedItem,
    source: Source & { readonly ref: SourceFileRef },
    notes: ItemNotes,
  ) {
    const note = (_: ImportedItem, one: Note): void => this.#tally.note(notes.placeOf(one), one);
    const what = this.#refusal(item);
    if (what !== undefined) {
      this.#tally.skip(item.place, { what, detail: item.title });
      return;
    }
    const written = this.#writer.write(finished(item, source, source.ref), { ...source, note });
    if (written.kind !== "empty") for (const one of item.notes) note(item, one);
    this.#tally.record(item, written);
    if (written.kind === "article") this.#map.add(written.oldAddresses, written.path);
  }

  end(): SourceReport {
    const { isDryRun } = this.#options;
    const { headlines, sections, newest } = this.#context;
    const content = headlines.content();
    if (content !== undefined && !isDryRun) writeWhole(headlines.file, content);
    return {
      ...this.#tally.report(),
      sections: sections?.added ?? 0,
      addressMap: this.#map.write(isDryRun),
      newest: newest?.read(sections?.labels),
    };
  }
}

/** A page about the site is a draft, and names the same text in other languages. */
function finished(item: ImportedItem, { versions }: Source, { path }: SourceFileRef): ImportedItem {
  const translations = versions.translationsOf(path);
  return { ...item, draft: item.draft || item.isPage === true, translations };
}
