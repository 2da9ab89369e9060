export { adoptSite, writeEngine } from "./adopt.ts";
export { drawIcon, ICON_SIZES } from "./assets/icons.ts";
export { type BuildMode, buildSite } from "./build.ts";
export { machineShares, makeBundle, takeBundles } from "./bundles.ts";
export { emptyCache } from "./cache/artifact-cache.ts";
export { claimCache } from "./cache/cache-folder.ts";
export {
  changesBetween,
  type FileHashes,
  formatHashes,
  readHashes,
  type SiteChanges,
} from "./disk/changes.ts";
export { checkReplaceable, markUnfinished } from "./disk/ownership.ts";
export { stagingOf, swap } from "./disk/staging.ts";
export { explainFile } from "./explain.ts";
export type { BuildReport } from "./live/report.ts";
export { nextChange } from "./next-change.ts";
export { lockCache } from "./processes/build-lock.ts";
export { ownHolder } from "./processes/lock-holder.ts";
export { endWithParent } from "./processes/process.ts";
export { factsOf, processTree, readProcess } from "./processes/process-facts.ts";
export { Progress } from "./processes/progress.ts";
export { givenSite } from "./project/given-site.ts";
export { installedVersion, readPackage } from "./project/installed-packages.ts";
export { NEWSPAPER_FORMAT } from "./project/newspaper-format.ts";
export {
  type BuildOptions,
  buildOptions,
  foldersOf,
  UsageError,
} from "./project/options.ts";
export { configOf, hasOwnPages } from "./project/own-pages.ts";
export { MODULES, moduleFile, PROJECT } from "./project/project.ts";
export { loadTypeScript } from "./project/typescript.ts";
export { KEPT, readKept } from "./site/kept-files.ts";
export { readManifest, readServed, SITE_MARK } from "./site/site-manifest.ts";
