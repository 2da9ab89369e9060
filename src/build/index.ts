export { adoptSite } from "./adopt.ts";
export { writeEngine } from "./assets.ts";
export { type BuildReport, buildSite, type Progress } from "./build.ts";
export { type Manifest, readManifest } from "./manifest.ts";
export {
  BUILD_FLAGS,
  type BuildOptions,
  buildOptions,
  OPTIONS_HELP,
  readArguments,
  UsageError,
} from "./options.ts";
export { PROJECT } from "./project.ts";
