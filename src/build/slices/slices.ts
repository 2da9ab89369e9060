import { join, relative } from "node:path";
import {
  type Headline,
  narrowedTables,
  type OpenArchive,
  repeatedSeries,
  repeatedSlugs,
  type SeriesUse,
  type Site,
  type SlugUse,
  type SourceRef,
  type Tables,
  throwIfAny,
} from "../../content/index.ts";
import type { OwnMessages } from "../../interface/index.ts";
import type { Assets } from "../../site/index.ts";
import { areSameImages } from "../tasks/image-hashes.ts";
import { allMade, type Maker, type Step } from "../tasks/maker.ts";
import { FACTS, type SliceFacts } from "../tasks/slice-files.ts";
import { type SlicePlan, slicePlans } from "./slice-cuts.ts";

/** A slice that is to be read. */
export interface Slice extends SlicePlan {
  readonly reading: Step<"read">;
  /** The archive's, with that only which its articles may meet. */
  readonly tables: Tables;
}

/** A slice of which the articles are read. */
export interface ReadSlice extends Slice {
  /** What the reading has left. */
  readonly folder: string;
  readonly facts: SliceFacts;
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

/** What pages of slices are made with. */
export interface PageContext extends SliceContext {
  readonly assets: Assets;
}

/** Says what the slices of an archive are. */
export function planSlices({
  archive,
  content,
}: Pick<SliceContext, "archive" | "content">): Slice[] {
  return slicePlans(archive, content).map((plan) => {
    const tables = narrowedTables(plan.articles, archive, content);
    return { ...plan, tables, reading: readingOf(plan, tables, archive.site, content) };
  });
}

function readingOf(
  { name, articles }: SlicePlan,
  tables: Tables,
  { timeZone, language, pathPrefix, preview, messages }: Site,
  content: string,
): Step<"read"> {
  const files = Object.fromEntries(
    articles.map(({ file, hash }) => [relative(content, file), hash]),
  );
  const site = { timeZone, language, pathPrefix, preview, messages: messagesOfTexts(messages) };
  return { task: "read", id: name, inputs: { files, site, ...tables } };
}

/** Those that articles get besides their own words: no other string makes an article anew. */
function messagesOfTexts(messages: OwnMessages = {}): OwnMessages {
  const own = Object.entries(messages).filter(([key]) => key.startsWith("prose."));
  return Object.fromEntries(own);
}

/** @returns what is known of slices that are in the cache and still true; nothing where one is not */
export async function knownFacts(
  slices: readonly Slice[],
  context: SliceContext,
): Promise<SliceFacts[] | undefined> {
  const facts = await Promise.all(slices.map(({ reading }) => factsOf(reading, context)));
  return facts.includes(undefined) ? undefined : facts.flatMap((one) => one ?? []);
}

/** A reading depends on images too, which are only known once the articles are read. */
async function factsOf(
  reading: Step<"read">,
  { maker, content }: SliceContext,
): Promise<SliceFacts | undefined> {
  const folder = await maker.find(reading);
  const facts = folder === undefined ? undefined : FACTS.read(folder);
  return facts !== undefined && areSameImages(facts.images, content) ? facts : undefined;
}

/**
 * Reads the articles of slices that are not in the cache.
 *
 * @param expect is told which these are, before they are read
 * @throws ContentError with everything that is wrong with them, or with the archive
 */
export async function readSlices(
  slices: readonly Slice[],
  context: SliceContext,
  expect: (unread: readonly Slice[]) => void = () => {},
): Promise<ReadSlice[]> {
  const { archive, content, maker } = context;
  const facts = await Promise.all(slices.map(({ reading }) => factsOf(reading, context)));
  const unread = slices.filter((_, index) => facts[index] === undefined);
  for (const { reading } of unread) await maker.cache.drop(maker.keyOf(reading));
  expect(unread);
  const read = await allMade(
    slices.map((slice) => readSlice(slice, context)),
    archive.problems,
  );
  const uses = [...usesOf(read, content), ...archive.waitingUses];
  const series = [...seriesOf(read, content), ...archive.waitingSeries];
  throwIfAny([...repeatedSlugs(byFile(uses)), ...repeatedSeries(byFile(series))]);
  return read;
}

async function readSlice(
  slice: Slice,
  { archive, content, maker }: SliceContext,
): Promise<ReadSlice> {
  const { reading, articles, tables } = slice;
  const files = articles.map(({ file }) => file);
  const order = { site: archive.site, content, files, ...tables };
  const { folder } = await maker.make({ ...reading, order: () => order });
  return { ...slice, folder, facts: FACTS.read(folder) };
}

function byFile<Use extends { readonly file: string }>(uses: readonly Use[]): Use[] {
  return uses.toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

function seriesOf(slices: readonly ReadSlice[], content: string): SeriesUse[] {
  const uses = slices.flatMap(({ facts }) => facts.series);
  return uses.map((use) => ({ ...use, file: join(content, use.file) }));
}

/** @returns the addresses that are taken by articles, with their files on disk */
export function usesOf(slices: readonly ReadSlice[], content: string): SlugUse[] {
  const uses = slices.flatMap(({ facts }) => facts.slugs);
  return uses.map((use) => ({ ...use, file: join(content, use.file) }));
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
