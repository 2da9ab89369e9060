export { caddyConfiguration } from "./caddy.ts";
export { compressSite, type PackedSite } from "./compress.ts";
export { GITHUB_CI } from "./github-ci.ts";
export { GITHUB_NIGHTLY } from "./github-nightly.ts";
export { GITHUB_PUBLISH } from "./github-publish.ts";
export { GITLAB } from "./gitlab.ts";
export { nginxConfiguration, type ServerOptions } from "./nginx.ts";
export { isText, isWorthPacking } from "./types-of-files.ts";
