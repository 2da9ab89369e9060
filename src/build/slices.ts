import { join, relative } from "node:path";
import {
  type Headline,
  type OpenArchive,
  repeatedSlugs,
  type Site,
  type SlugUse,
  type SourceRef,
  type TopicTable,
  throwIfAny,
} from "../content/index.ts";
import { isRussian } from "../language/index.ts";
import type { Assets } from "../site/index.ts";
import { toCard } from "./card.ts";
import { cutArchive, type SlicePlan, sizeOf, usualSliceItems } from "./cut.ts";
import { areSameImages } from "./image-hashes.ts";
import { type Artifact, allMade, type Maker, type Making, type Step } from "./maker.ts";
import { ownFiles } from "./own-pages.ts";
import { settingsOfPages } from "./page-settings.ts";
import { listFile, readFacts, readList, type SliceFacts } from "./slice-files.ts";
import type { TaskName } from "./tasks.ts";

/** A slice that is to be read. */
export interface Slice extends SlicePlan {
  readonly reading: Step<"read">;
  /** The archive's, with those names only that its articles name. */
  readonly topicTable: TopicTable;
}

/** A slice of which the articles are read. */
export interface ReadSlice extends Slice {
  /** What the reading has left. */
  readonly folder: string;
  readonly facts: SliceFacts;
}

/** A slice of which everything is made. */
export interface MadeSlice extends ReadSlice {
  /** What it gives to the site: the leaf is one of them. */
  readonly artifacts: readonly Artifact[];
  readonly leaf: Artifact;
  /** Whether anything of it had to be made. */
  readonly isNew: boolean;
}

/** What slices are made with. */
export interface SliceContext {
  readonly archive: OpenArchive;
  /** The folder of the articles, absolute. */
  readonly content: string;
  /** The folder of the project, whose pages may take the place of ours. */
  readonly project: string;
  readonly maker: Maker;
}

/** Cuts an archive. Pagefind's own search, which other languages keep, searches one index only. */
export function planSlices({
  archive,
  content,
}: Pick<SliceContext, "archive" | "content">): Slice[] {
  const { site, articles, headlines, topicTable } = archive;
  const usual = usualSliceItems(articles.length + headlines.length, site.preview);
  const plans = isRussian(site.language)
    ? cutArchive(articles, headlines, site.volumeItems ?? usual)
    : [{ name: "all", articles, headlines }];
  return plans.map((plan) => {
    const own = topicTableOf(plan, topicTable);
    return { ...plan, topicTable: own, reading: readingOf(plan, own, site, content) };
  });
}

/** A topic that is parted from another one changes what names it, and nothing else. */
function topicTableOf({ articles }: SlicePlan, table: TopicTable): TopicTable {
  const names = new Set(articles.flatMap(({ topics }) => topics.map(({ name }) => name)));
  return { ...table, meant: table.meant.filter(([name]) => names.has(name)) };
}

function readingOf(
  { name, articles }: SlicePlan,
  topicTable: TopicTable,
  { timeZone, language, pathPrefix, preview }: Site,
  content: string,
): Step<"read"> {
  const files = Object.fromEntries(
    articles.map(({ file, hash }) => [relative(content, file), hash]),
  );
  const site = { timeZone, language, pathPrefix, preview };
  return { task: "read", id: name, inputs: { files, site, topicTable } };
}

/** @returns what is known of slices that are in the cache and still true; nothing where one is not */
export async function knownFacts(
  slices: readonly Slice[],
  context: SliceContext,
): Promise<SliceFacts[] | undefined> {
  const facts = await Promise.all(slices.map(({ reading }) => factsOf(reading, context)));
  return facts.includes(undefined) ? undefined : facts.flatMap((one) => one ?? []);
}

/** @returns the slices that are to be read */
export async function unreadSlices(
  slices: readonly Slice[],
  context: SliceContext,
): Promise<Slice[]> {
  const facts = await Promise.all(slices.map(({ reading }) => factsOf(reading, context)));
  return slices.filter((_, index) => facts[index] === undefined);
}

/** A reading depends on images too, which are only known once the articles are read. */
async function factsOf(
  reading: Step<"read">,
  { maker, content }: SliceContext,
): Promise<SliceFacts | undefined> {
  const folder = await maker.find(reading);
  const facts = folder === undefined ? undefined : readFacts(folder);
  return facts !== undefined && areSameImages(facts.images, content) ? facts : undefined;
}

/**
 * Reads the articles of slices that are not in the cache.
 *
 * @throws ContentError with everything that is wrong with them, or with the archive
 */
export async function readSlices(
  slices: readonly Slice[],
  context: SliceContext,
): Promise<ReadSlice[]> {
  const { archive, content } = context;
  const reading = slices.map((slice) => readSlice(slice, context));
  const read = await allMade(reading, archive.problems);
  const uses = [...usesOf(read, content), ...archive.waitingUses];
  throwIfAny(repeatedSlugs(uses.toSorted((a, b) => (a.file < b.file ? -1 : 1))));
  return read;
}

async function readSlice(slice: Slice, context: SliceContext): Promise<ReadSlice> {
  const { reading, articles, topicTable } = slice;
  const { archive, content, maker } = context;
  if ((await factsOf(reading, context)) === undefined) await maker.cache.drop(maker.keyOf(reading));
  const files = articles.map(({ file }) => file);
  const order = { site: archive.site, content, files, topicTable };
  const { folder } = await maker.make(reading, () => order);
  return { ...slice, folder, facts: readFacts(folder) };
}

/** @returns the addresses that are taken by articles, with their files on disk */
export function usesOf(slices: readonly ReadSlice[], content: string): SlugUse[] {
  const uses = slices.flatMap(({ facts }) => facts.slugs);
  return uses.map((use) => ({ ...use, file: join(content, use.file) }));
}

/** What is to be made of a slice, besides what it is read for. */
export interface PlannedSlice extends ReadSlice {
  readonly leaf: Making<"leaf">;
  /** Of a slice of headlines alone there are none. */
  readonly others: readonly [Making<"pages">, Making<"cards">, Making<"pictures">] | readonly [];
}

type Context = SliceContext & { readonly assets: Assets };

/** @param all the slices of the archive */
export function planSlice(
  slice: ReadSlice,
  all: readonly SlicePlan[],
  context: Context,
): PlannedSlice {
  const leaf = leafOf(slice, resultsInFile(all, context.archive.site), context);
  if (slice.facts.articles === 0) return { ...slice, leaf, others: [] };
  const others = [
    pagesOf(slice, context),
    cardsOf(slice, context),
    picturesOf(slice, context),
  ] as const;
  return { ...slice, leaf, others };
}

/** @returns those of which something is not in the cache */
export async function unmadeSlices(
  slices: readonly PlannedSlice[],
  maker: Maker,
): Promise<PlannedSlice[]> {
  const found = await Promise.all(
    slices.map(({ leaf, others }) =>
      Promise.all([leaf, ...others].map(({ step }) => maker.find(step))),
    ),
  );
  return slices.filter((_, index) => found[index]?.includes(undefined));
}

/**
 * Makes what is missing of slices, the largest first.
 *
 * @param told is called for each slice that is there
 * @throws ContentError with everything that is wrong with their pages and images
 */
export async function makeSlices(
  slices: readonly PlannedSlice[],
  maker: Maker,
  told: (slice: Slice) => void = () => {},
): Promise<MadeSlice[]> {
  const largestFirst = slices.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const made = await allMade(
    largestFirst.map(async (slice) => {
      const one = await makeSlice(slice, maker);
      told(slice);
      return one;
    }),
  );
  const byName = new Map(made.map((one) => [one.name, one]));
  return slices.flatMap(({ name }) => byName.get(name) ?? []);
}

async function makeSlice(
  { leaf, others, ...slice }: PlannedSlice,
  maker: Maker,
): Promise<MadeSlice> {
  const indexing = maker.run(leaf);
  const making = [indexing, ...others.map((one) => maker.run<TaskName>(one))];
  const artifacts = await allMade(making);
  const isNew = artifacts.some((one) => one.isNew);
  return { ...slice, artifacts, leaf: await indexing, isNew };
}

function pagesOf(
  { name, facts, reading }: ReadSlice,
  { archive, content, project, maker, assets }: Context,
): Making<"pages"> {
  const site = settingsOfPages(archive.site);
  const relating: Step<"related"> = {
    task: "related",
    id: name,
    inputs: { articles: facts.digest },
  };
  const related = maker.keyOf(relating);
  const inputs = { articles: facts.digest, site, assets, own: ownFiles(project, false), related };
  const order = async () => {
    const slice = await maker.sound(reading);
    const made = await maker.make(relating, () => ({ slice, content }));
    return { site, assets, content, project, slice, related: made.folder };
  };
  return { step: { task: "pages", id: name, inputs }, order };
}

function cardsOf({ name, folder, facts }: ReadSlice, { archive }: Context): Making<"cards"> {
  const site = archive.site.name;
  const order = () => {
    const lists = Object.keys(facts.years).flatMap((year) => readList(listFile(folder, year)));
    return { cards: lists.map((summary) => toCard(site, summary)) };
  };
  return { step: { task: "cards", id: name, inputs: { cards: facts.cards, site } }, order };
}

function picturesOf(
  { name, facts, reading }: ReadSlice,
  { content, maker }: Context,
): Making<"pictures"> {
  const inputs = { pictures: facts.pictures };
  const order = async () => {
    const slice = await maker.sound(reading);
    return { slice, content, cache: maker.cache.folder, codes: maker.codes };
  };
  return { step: { task: "pictures", id: name, inputs }, order };
}

function leafOf(
  { name, facts, headlines, reading }: ReadSlice,
  bundled: number,
  { archive, content, maker }: Context,
): Making<"leaf"> {
  const { language } = archive.site;
  const inputs = { articles: facts.digest, headlines, language, bundled };
  const order = async () => {
    return { language, slice: await maker.sound(reading), content, headlines, bundled };
  };
  return { step: { task: "leaf", id: name, inputs }, order };
}

/**
 * How many results one file shows, so that a host's cap on files is met: a power of two, so that an archive
 * has to double before all leaves are made anew.
 */
function resultsInFile(slices: readonly SlicePlan[], { maxFragments }: Site): number {
  if (maxFragments === undefined) return 1;
  const items = slices.reduce((sum, slice) => sum + sizeOf(slice), 0);
  let bundled = 1;
  while (items / bundled > maxFragments) bundled *= 2;
  return bundled;
}

/** @returns the slices of a name, or those that hold something of a time such as 2021 or 2021-03 */
export function slicesNamed<Plan extends SlicePlan>(slices: readonly Plan[], name: string): Plan[] {
  const named = slices.filter((slice) => slice.name === name);
  if (named.length > 0) return named;
  const isOfTime = (day: string | undefined): boolean => day?.startsWith(name) ?? false;
  const holds = ({ articles, headlines }: SlicePlan): boolean =>
    articles.some(({ day }: SourceRef) => isOfTime(day)) ||
    headlines.some(({ date }: Headline) => isOfTime(date?.day));
  return slices.filter(holds);
}
