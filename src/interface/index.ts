export { english } from "./english.ts";
export type { MessageKey, OwnMessages, Plural } from "./messages.ts";
export { russian } from "./russian.ts";
export { placeholdersIn } from "./say.ts";
export {
  baseOf,
  isSpoken,
  localeOf,
  messageOf,
  text,
  textWith,
  type Wording,
} from "./text.ts";
