import type { Headline, OpenArchive, Site } from "../../content/index.ts";
import { isRussian } from "../../language/index.ts";
import {
  type ArchiveLists,
  type Assets,
  feedSource,
  headlinePages,
  type YearData,
} from "../../site/index.ts";
import { readAssets } from "../assets/assets-file.ts";
import { cardSite } from "../pages/page-card.ts";
import { newestYear, settingsOfLists, settingsOfPages } from "../pages/page-settings.ts";
import { hasOwnPages, ownFiles } from "../project/own-pages.ts";
import { type Artifact, allMade, type Maker, type Step } from "../tasks/maker.ts";
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
import type { SliceContext } from "./slices.ts";

type Context = SliceContext & { readonly assets: Assets };

/** What there is one of in an archive. */
const WHOLE = "all";

/** Makes the styles and scripts of a site, its logo and icons, and says where they are. */
export async function makeAssets(
  maker: Maker,
  archive: Pick<OpenArchive, "site" | "marks" | "styles" | "statics">,
): Promise<{ readonly artifact: Artifact; readonly assets: Assets }> {
  const { site, marks, styles, statics } = archive;
  const step: Step<"assets"> = {
    task: "assets",
    id: WHOLE,
    inputs: { site: settingsOfPages(site), ...inputsOfAssets(archive) },
  };
  const version = maker.keyOf(step);
  const order = () => ({ site, marks, styles, hasOwnFavicon: holdsFavicon(statics), version });
  const artifact = await maker.make(step, order, true);
  return { artifact, assets: readAssets(artifact.folder) };
}

/** Publishes the newspaper's own files as they are. */
async function makeStatics(
  archive: Pick<OpenArchive, "statics">,
  maker: Maker,
): Promise<Artifact[]> {
  const { statics: files } = archive;
  if (files.length === 0) return [];
  const step: Step<"static"> = { task: "static", id: WHOLE, inputs: inputsOfStatics(archive) };
  return [await maker.make(step, () => ({ files }), true)];
}

/** Publishes the photos of authors. */
async function makePortraits(
  { portraits }: Pick<OpenArchive, "portraits">,
  maker: Maker,
): Promise<Artifact[]> {
  if (portraits.length === 0) return [];
  const inputs = inputsOfPortraits({ portraits });
  const step: Step<"portraits"> = { task: "portraits", id: WHOLE, inputs };
  const { cache, codes } = maker;
  return [await maker.make(step, () => ({ portraits, cache: cache.folder, codes }))];
}

/** Makes what looks over all slices: lists of years and of the whole archive, the search, the editor. */
export async function makeOverview(
  slices: readonly MadeSlice[],
  context: Context,
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
  const { site } = context.archive;
  const making = [
    makeSiteCard(site, context.maker),
    makeAdmin(site, context.maker),
    makeStatics(context.archive, context.maker),
    makePortraits(context.archive, context.maker),
    isRussian(site.language) ? makeSearch(slices, context) : undefined,
  ];
  return (await allMade<readonly Artifact[] | Artifact>(making)).flat();
}

async function makeLists(
  lists: ArchiveLists,
  overview: ArchiveOverview,
  { archive, maker, project, assets }: Context,
): Promise<Artifact> {
  const site = { ...settingsOfLists(archive.site), thisYear: newestYear(archive) };
  const all = hasOwnPages(project) ? overview.years.flatMap((year) => overview.listsOf(year)) : [];
  const digests = all.map(({ digest }) => digest);
  const inputs = { site, assets, lists, own: ownFiles(project, true), all: digests };
  const files = all.map(({ file }) => file);
  const order = { site, assets, project, lists, all: files };
  return maker.make({ task: "lists", id: WHOLE, inputs }, () => order);
}

/** Slices with texts are read only where a feed has to be made. */
async function makeFeeds(
  slices: readonly MadeSlice[],
  lists: ArchiveLists,
  overview: ArchiveOverview,
  { archive, assets, content, maker, project }: Context,
): Promise<Artifact> {
  const site = settingsOfPages(archive.site);
  const feeds = feedSource(lists);
  const places = textPlaces(archive.site, feeds, overview.newest(WHOLE_TEXTS), slices);
  const { paths } = places;
  const texts = places.slices.map(({ facts }) => facts.digest);
  const inputs = { site, assets, feeds, paths, texts, own: ownFiles(project, false) };
  const order = async () => {
    const sound = await Promise.all(places.slices.map(({ reading }) => maker.sound(reading)));
    return { site, assets, content, project, feeds, paths, slices: sound };
  };
  return maker.make({ task: "feeds", id: WHOLE, inputs }, order);
}

/** The card that stands for every page which is not an article. */
function makeSiteCard(site: Site, maker: Maker): Promise<Artifact> {
  const cards = [{ path: "/", text: { title: site.description, ...cardSite(site) } }];
  return maker.make({ task: "cards", id: "site", inputs: { cards } }, () => ({ cards }), true);
}

/** The editor in the browser, where the settings ask for one. */
async function makeAdmin(site: Site, maker: Maker): Promise<Artifact[]> {
  const { admin } = site;
  if (admin === undefined) return [];
  const inputs = { site: settingsOfPages(site) };
  return [await maker.make({ task: "admin", id: WHOLE, inputs }, () => ({ site, admin }), true)];
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
  const step: Step<"search"> = { task: "search", id: WHOLE, inputs };
  return [...segments, await maker.make(step, () => ({ segments: folders }), true)];
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
  { archive, assets, maker, project }: Context,
): Promise<Artifact> {
  const site = settingsOfPages(archive.site);
  const parts = overview.listsOf(year.name);
  const digests = parts.map(({ digest }) => digest);
  const inputs = { site, assets, year, digests, own };
  const lists = parts.map(({ file }) => file);
  const order = { site, assets, project, year, lists };
  return maker.make({ task: "year", id: year.name, inputs }, () => order);
}
