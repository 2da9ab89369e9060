export { adoptSite, writeEngine } from "./adopt.ts";
export { emptyCache } from "./artifact-cache.ts";
export { type BuildMode, buildSite } from "./build.ts";
export { lockCache } from "./build-lock.ts";
export { machineShares, makeBundle, takeBundles } from "./bundles.ts";
export { claimCache } from "./cache-folder.ts";
export {
  changesBetween,
  type FileHashes,
  formatHashes,
  readHashes,
  type SiteChanges,
} from "./changes.ts";
export { explainFile } from "./explain.ts";
export { givenSite } from "./given-site.ts";
export { drawIcon, ICON_SIZES } from "./icon-sizes.ts";
export { installedVersion, readPackage } from "./installed-packages.ts";
export { KEPT, readKept } from "./kept-files.ts";
export { ownHolder } from "./lock-holder.ts";
export { NEWSPAPER_FORMAT } from "./newspaper-format.ts";
export { nextChange } from "./next-change.ts";
export {
  type BuildOptions,
  buildOptions,
  foldersOf,
  UsageError,
} from "./options.ts";
export { configOf, hasOwnPages } from "./own-pages.ts";
export { checkReplaceable, markUnfinished } from "./ownership.ts";
export { endWithParent } from "./process.ts";
export { factsOf, processTree, readProcess } from "./process-facts.ts";
export { Progress } from "./progress.ts";
export { MODULES, moduleFile, PROJECT } from "./project.ts";
export type { BuildReport } from "./report.ts";
export { readManifest, readServed, SITE_MARK } from "./site-manifest.ts";
export { stagingOf, swap } from "./staging.ts";
export { loadTypeScript } from "./typescript.ts";
