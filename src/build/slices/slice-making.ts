import type { Site } from "../../content/index.ts";
import { recordKinds } from "../../index/index.ts";
import { cardSite, cardsOf } from "../pages/page-card.ts";
import { newestYear, settingsOfPages } from "../pages/page-settings.ts";
import { ownFiles } from "../project/own-pages.ts";
import { type Artifact, allMade, type Maker, type Making, type Step } from "../tasks/maker.ts";
import { summariesOf } from "../tasks/slice-files.ts";
import type { TaskName } from "../tasks/tasks.ts";
import { type SlicePlan, sizeOf } from "./slice-cuts.ts";
import type { PageContext, ReadSlice, Slice, SliceContext } from "./slices.ts";

/** A slice of which everything is made. */
export interface MadeSlice extends ReadSlice {
  /** Its artifacts, the leaf among them. */
  readonly artifacts: readonly Artifact[];
  readonly leaf: Artifact;
  /** Whether anything of it had to be made. */
  readonly isNew: boolean;
}

/** The steps of a slice after its reading. */
export interface PlannedSlice extends ReadSlice {
  readonly leaf: Making<"leaf">;
  /** Of a slice of headlines alone there are none. */
  readonly others: readonly [Making<"pages">, Making<"cards">, Making<"pictures">] | readonly [];
}

/** @param all the slices of the archive */
export function planMaking(
  slices: readonly ReadSlice[],
  all: readonly SlicePlan[],
  context: PageContext,
): PlannedSlice[] {
  const bundled = resultsInFile(all, context.archive.site);
  const own = ownFiles(context.project, false);
  const thisYear = newestYear(context.archive);
  return slices.map((slice) => {
    const leaf = leafOf(slice, bundled, context);
    if (slice.facts.articles + slice.facts.standing.length === 0)
      return { ...slice, leaf, others: [] };
    const others = [
      pagesOf(slice, own, thisYear, context),
      drawingOf(slice, context),
      picturesOf(slice, context),
    ] as const;
    return { ...slice, leaf, others };
  });
}

/** How articles of a slice are found that speak of the same. */
export function relatingOf(
  { name, facts, reading }: ReadSlice,
  { content, maker }: Pick<SliceContext, "content" | "maker">,
): Making<"related"> {
  const order = async () => ({ slice: await soundReading(reading, maker), content });
  return { task: "related", id: name, inputs: { articles: facts.digest }, order };
}

/** @returns the folder of what was read, every byte checked */
async function soundReading(reading: Step<"read">, maker: Maker): Promise<string> {
  const [folder = ""] = await maker.sound([maker.keyOf(reading)]);
  return folder;
}

/** @returns those of which something is not in the cache */
export async function unmadeSlices(
  slices: readonly PlannedSlice[],
  maker: Maker,
): Promise<PlannedSlice[]> {
  const found = await Promise.all(
    slices.map(({ leaf, others }) => Promise.all([leaf, ...others].map((one) => maker.find(one)))),
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
  const indexing = maker.make(leaf);
  const making = [indexing, ...others.map((one) => maker.make<TaskName>(one))];
  const artifacts = await allMade(making);
  const isNew = artifacts.some((one) => one.isNew);
  return { ...slice, artifacts, leaf: await indexing, isNew };
}

function pagesOf(
  read: ReadSlice,
  own: Readonly<Record<string, string>>,
  thisYear: string | undefined,
  context: PageContext,
): Making<"pages"> {
  const { archive, content, project, maker, assets } = context;
  const { name, facts, reading } = read;
  const settings = settingsOfPages(archive.site);
  // The first article of a new year makes the pages of the last one anew, and no older ones.
  const isOfThisYear = thisYear !== undefined && facts.years[thisYear] !== undefined;
  const site = isOfThisYear ? { ...settings, thisYear } : settings;
  const relating = relatingOf(read, context);
  const related = maker.keyOf(relating);
  const inputs = { articles: facts.digest, site, assets, own, related };
  const order = async () => {
    const slice = await soundReading(reading, maker);
    const { folder: relatives } = await maker.make(relating);
    return { site, assets, content, project, slice, related: relatives };
  };
  return { task: "pages", id: name, inputs, order };
}

function drawingOf({ name, folder, facts }: ReadSlice, { archive }: PageContext): Making<"cards"> {
  const site = cardSite(archive.site);
  const order = () => {
    return { cards: cardsOf(site, [...summariesOf(folder, facts), ...facts.standing]) };
  };
  return { task: "cards", id: name, inputs: { cards: facts.cards, site }, order };
}

function picturesOf(
  { name, facts, reading }: ReadSlice,
  { content, maker }: PageContext,
): Making<"pictures"> {
  const inputs = { pictures: facts.pictures };
  const order = async () => {
    const slice = await soundReading(reading, maker);
    return { slice, content, cache: maker.cache.folder, codes: maker.codes };
  };
  return { task: "pictures", id: name, inputs, order };
}

function leafOf(
  { name, facts, headlines, reading }: ReadSlice,
  bundled: number,
  { archive, content, maker }: PageContext,
): Making<"leaf"> {
  const { language } = archive.site;
  // Of all strings the index holds these.
  const kinds = recordKinds(archive.site);
  const inputs = { articles: facts.digest, headlines, language, kinds, bundled };
  const order = async () => {
    const slice = await soundReading(reading, maker);
    return { language, kinds, slice, content, headlines, bundled };
  };
  return { task: "leaf", id: name, inputs, order };
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
