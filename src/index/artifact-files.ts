import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The published part of an artifact's folder, laid out as in the site. */
export const PUBLISHED = "site";

/** A file of JSON that artifacts of a kind keep to themselves, for those who make others of them. */
export function jsonFile<Value>(name: string) {
  return {
    write: (folder: string, value: Value): void =>
      writeFileSync(join(folder, name), JSON.stringify(value)),
    /** @throws Error where there is none */
    read: (folder: string): Value => JSON.parse(readFileSync(join(folder, name), "utf8")) as Value,
  };
}
