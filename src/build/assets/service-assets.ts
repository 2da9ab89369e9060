import { build } from "esbuild";
import { counterAddress, type Site } from "../../content/index.ts";
import type { Assets } from "../../site/index.ts";
import { sourceFile } from "../project/project.ts";
import { addressesOf, FOR_BROWSERS, HASHED, SERVICES } from "./bundled.ts";

/** Assets of services that the settings may name. */
type ServiceAssets = Pick<Assets, keyof typeof SERVICES>;

/**
 * Bundles the scripts of a counter and of comments, where the settings name them. Addresses are put into the
 * scripts, so that no text of a page can change whom they ask.
 *
 * @param outdir the folder of the site's assets
 */
export async function writeServices(
  { counter, comments, address }: Pick<Site, "counter" | "comments" | "address">,
  outdir: string,
): Promise<ServiceAssets> {
  const { counterScript, ...ofComments } = SERVICES;
  const entries = {
    ...(counter === undefined ? {} : { counterScript }),
    ...(comments === undefined ? {} : ofComments),
  };
  const entryPoints = Object.values(entries).map(sourceFile);
  if (entryPoints.length === 0) return {};
  const told = counter && {
    service: counter.service,
    address: counterAddress(counter),
    id: counter.settings.id ?? "",
    site: address,
  };
  const define = {
    COUNTER: JSON.stringify(told ?? null),
    COMMENTS: JSON.stringify(comments ?? null),
  };
  const { metafile } = await build({
    ...{ ...FOR_BROWSERS, outdir, outbase: ".", entryNames: HASHED, metafile: true },
    ...{ entryPoints, define },
  });
  return addressesOf(metafile, entries);
}
