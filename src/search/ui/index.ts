export { startSearch } from "./starter.ts";
