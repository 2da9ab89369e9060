export { allowOwnScripts } from "./own-scripts.ts";
export { startSearch } from "./starter.ts";
