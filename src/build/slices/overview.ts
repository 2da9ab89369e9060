import type { Headline, OpenArchive } from "../../content/index.ts";
import { isRussian } from "../../language/index.ts";
import {
  type ArchiveLists,
  type Assets,
  feedSource,
  headlinePages,
  type YearData,
} from "../../site/index.ts";
import { ASSETS } from "../assets/bundled.ts";
import { cardSite } from "../pages/page-card.ts";
import { newestYear, settingsOfLists, settingsOfPages } from "../pages/page-settings.ts";
import { hasOwnPages, ownFiles } from "../project/own-pages.ts";
import { type Artifact, allMade, type Maker, type Making } from "../tasks/maker.ts";
import type { TaskName } from "../tasks/tasks.ts";
import { ArchiveOverview } from "./archive-overview.ts";
import { textPlaces, WHOLE_TEXTS } from "./feed-texts.ts";
import { makeSegments } from "./segments.ts";
import {
  holdsFavicon,
  inputsOfAssets,
  inputsOfPortraits,
  inputsOfStatics,
} from "./shape-inputs.ts";
import type { MadeSlice } from "./slice-making.ts";
import type { PageContext, SliceContext } from "./slices.ts";

/** What there is one of in an archive. */
const WHOLE = "all";

/** Makes the styles and scripts of a site, its logo and icons, and says where they are. */
export async function makeAssets(
  maker: Maker,
  archive: Pick<OpenArchive, "site" | "marks" | "styles" | "statics">,
): Promise<{ readonly artifact: Artifact; readonly assets: Assets }> {
  const { site, marks, styles, statics } = archive;
  const inputs = { site: settingsOfPages(site), ...inputsOfAssets(archive) };
  const step = { task: "assets", id: WHOLE, inputs } as const;
  const version = maker.keyOf(step);
  const order = () => ({ site, marks, styles, hasOwnFavicon: holdsFavicon(statics), version });
  const artifact = await maker.make({ ...step, order, isHere: true });
  return { artifact, assets: ASSETS.read(artifact.folder) };
}

/** Makes what looks over all slices: lists of years and of the whole archive, the search, the editor. */
export async function makeOverview(
  slices: readonly MadeSlice[],
  context: PageContext,
): Promise<Artifact[]> {
  const overview = new ArchiveOverview(slices, context.archive);
  const lists = overview.lists();
  const own = ownFiles(context.project, false);
  const making = [
    ...yearsOf(overview, lists).map((year) => makeYear(year, own, overview, context)),
    makeLists(lists, overview, context),
    makeFeeds(slices, lists, overview, context),
    makeBeside(slices, context),
  ];
  return (await allMade<readonly Artifact[] | Artifact>(making)).flat();
}

/** Makes everything but pages: search, editor, the site's card, published files. */
export async function makeBeside(
  slices: readonly Pick<MadeSlice, "name" | "leaf">[],
  context: SliceContext,
): Promise<Artifact[]> {
  const { archive, maker } = context;
  const making = [
    ...besideOf(context).map((one) => maker.make<TaskName>(one)),
    isRussian(archive.site.language) ? makeSearch(slices, context) : undefined,
  ];
  return (await allMade<readonly Artifact[] | Artifact>(making)).flat();
}

/** What a site has beside pages and search, as far as its newspaper has it. */
function besideOf({ archive, maker }: SliceContext): Making[] {
  const { site, statics, portraits } = archive;
  const { admin } = site;
  const id = WHOLE;
  // The card that stands for every page which is not an article.
  const cards = [{ path: "/", text: { title: site.description, ...cardSite(site) } }];
  const card: Making<"cards"> = {
    ...{ task: "cards", id: "site", inputs: { cards }, isHere: true },
    order: () => ({ cards }),
  };
  const editor: Making<"admin"> | undefined = admin && {
    ...{ task: "admin", id, inputs: { site: settingsOfPages(site) }, isHere: true },
    order: () => ({ site, admin }),
  };
  const own: Making<"static"> = {
    ...{ task: "static", id, inputs: inputsOfStatics(archive), isHere: true },
    order: () => ({ files: statics }),
  };
  const photos: Making<"portraits"> = {
    ...{ task: "portraits", id, inputs: inputsOfPortraits(archive) },
    order: () => ({ portraits, cache: maker.cache.folder, codes: maker.codes }),
  };
  return [
    card,
    ...(editor === undefined ? [] : [editor]),
    ...(statics.length === 0 ? [] : [own]),
    ...(portraits.length === 0 ? [] : [photos]),
  ];
}

async function makeLists(
  lists: ArchiveLists,
  overview: ArchiveOverview,
  { archive, maker, project, assets }: PageContext,
): Promise<Artifact> {
  const site = { ...settingsOfLists(archive.site), thisYear: newestYear(archive) };
  const all = hasOwnPages(project) ? overview.years.flatMap((year) => overview.listsOf(year)) : [];
  const digests = all.map(({ digest }) => digest);
  const inputs = { site, assets, lists, own: ownFiles(project, true), all: digests };
  const files = all.map(({ file }) => file);
  const order = { site, assets, project, lists, all: files };
  return maker.make({ task: "lists", id: WHOLE, inputs, order: () => order });
}

/** Slices with texts are read only where a feed has to be made. */
async function makeFeeds(
  slices: readonly MadeSlice[],
  lists: ArchiveLists,
  overview: ArchiveOverview,
  { archive, assets, content, maker, project }: PageContext,
): Promise<Artifact> {
  const site = settingsOfPages(archive.site);
  const feeds = feedSource(lists);
  const places = textPlaces(archive.site, feeds, overview.newest(WHOLE_TEXTS), slices);
  const { paths } = places;
  const texts = places.slices.map(({ facts }) => facts.digest);
  const inputs = { site, assets, feeds, paths, texts, own: ownFiles(project, false) };
  const order = async () => {
    const sound = await maker.sound(places.slices.map(({ reading }) => maker.keyOf(reading)));
    return { site, assets, content, project, feeds, paths, slices: sound };
  };
  return maker.make({ task: "feeds", id: WHOLE, inputs, order });
}

async function makeSearch(
  slices: readonly Pick<MadeSlice, "name" | "leaf">[],
  context: SliceContext,
): Promise<Artifact[]> {
  const { maker } = context;
  const segments = await makeSegments(slices, context);
  if (segments.length === 0) return [];
  const inputs = { segments: segments.map(({ key }) => key) };
  const folders = segments.map(({ folder }) => folder);
  const order = () => ({ segments: folders });
  return [
    ...segments,
    await maker.make({ task: "search", id: WHOLE, inputs, order, isHere: true }),
  ];
}

type Year = Omit<YearData, "articles">;

/** Those that have pages: a year with articles has a map of them at least. */
export function yearsOf(overview: ArchiveOverview, lists: ArchiveLists): Year[] {
  const hasPages = ({ name, headlines, labels }: Year): boolean =>
    overview.listsOf(name).length > 0 || labels.length > 0 || headlinePages(headlines).length > 0;
  return overview.years.map((name) => yearOf(name, overview, lists)).filter(hasPages);
}

function yearOf(name: string, overview: ArchiveOverview, lists: ArchiveLists): Year {
  const headlines = overview.headlinesOf(name).filter(({ date }) => date !== undefined);
  const all = [...lists.topics, ...lists.authors, ...lists.sections, ...lists.series];
  const labels = all.filter(({ years }) => years.some((year) => year.name === name));
  return {
    name,
    headlines: overview.headlinesOf(name),
    hasMonths: lists.months.length > 0,
    labels: labels.map(({ kind, name: label, slug }) => ({ kind, name: label, slug })),
    newerDay: neighbour(lists.headlines, headlines[0], -1),
    olderDay: neighbour(lists.headlines, headlines.at(-1), 1),
  };
}

/** The dated headline next to one in time. */
function neighbour(
  all: readonly Headline[],
  headline: Headline | undefined,
  step: number,
): Headline | undefined {
  if (headline === undefined) return undefined;
  const found = all[all.indexOf(headline) + step];
  return found?.date === undefined ? undefined : found;
}

async function makeYear(
  year: Year,
  own: Readonly<Record<string, string>>,
  overview: ArchiveOverview,
  { archive, assets, maker, project }: PageContext,
): Promise<Artifact> {
  const site = settingsOfPages(archive.site);
  const parts = overview.listsOf(year.name);
  const digests = parts.map(({ digest }) => digest);
  const inputs = { site, assets, year, digests, own };
  const lists = parts.map(({ file }) => file);
  const order = { site, assets, project, year, lists };
  return maker.make({ task: "year", id: year.name, inputs, order: () => order });
}
