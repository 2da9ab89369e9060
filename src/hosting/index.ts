export { action, INSTALL, INSTALL_ALL, setup } from "./actions.ts";
export { caddyConfiguration } from "./caddy.ts";
export { compressSite } from "./compress.ts";
export { githubPublish, PARTS } from "./github-publish.ts";
export { gitlabPublish, WITH_EVERY_CHANGE } from "./gitlab.ts";
export { nginxConfiguration, type ServerOptions } from "./nginx.ts";
export { isText, isWorthPacking } from "./types-of-files.ts";
