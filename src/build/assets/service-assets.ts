import { build, type Metafile } from "esbuild";
import { counterAddress, type Site } from "../../content/index.ts";
import type { Assets } from "../../site/index.ts";
import { moduleFile } from "../project/project.ts";

const COUNTER = moduleFile("reader/counter");
const COMMENTS = moduleFile("reader/comments");
const COMMENT_STYLES = "site/styles/comments.css";

/** Assets of services that the settings may name. */
export type ServiceAssets = Pick<Assets, "counterScript" | "commentsScript" | "commentsStyles">;

/**
 * Bundles the scripts of a counter and of comments, where the settings name them. Addresses are put into the
 * scripts, so that no text of a page can change whom they ask.
 *
 * @param settings of esbuild, for all assets
 * @param addressOf finds what was written for an entry
 */
export async function writeServices(
  { counter, comments, address }: Pick<Site, "counter" | "comments" | "address">,
  settings: Parameters<typeof build>[0],
  addressOf: (metafile: Metafile, entry: string) => string,
): Promise<ServiceAssets> {
  const entries = [
    ...(counter === undefined ? [] : [COUNTER]),
    ...(comments === undefined ? [] : [COMMENTS, COMMENT_STYLES]),
  ];
  if (entries.length === 0) return {};
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
  const { metafile } = await build({ ...settings, entryPoints: entries, metafile: true, define });
  return {
    ...(counter === undefined ? {} : { counterScript: addressOf(metafile, COUNTER) }),
    ...(comments === undefined
      ? {}
      : {
          commentsScript: addressOf(metafile, COMMENTS),
          commentsStyles: addressOf(metafile, COMMENT_STYLES),
        }),
  };
}
