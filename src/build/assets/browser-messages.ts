import {
  localeOf,
  type MessageKey,
  messageOf,
  russian,
  type Wording,
} from "../../interface/index.ts";

/**
 * The strings of a site as esbuild puts them into scripts: each in the place where it is named, so that a
 * script holds those that it uses. They are texts, plurals too: of an object that two scripts use esbuild
 * makes a file of its own, which would be one more request.
 *
 * @returns what stands for MESSAGES["search.found"] and the others (src/interface/say.ts)
 */
export function browserMessages(site: Wording): Record<string, string> {
  const keys = Object.keys(russian) as MessageKey[];
  const messages = keys.map((key) => [`MESSAGES["${key}"]`, JSON.stringify(spoken(site, key))]);
  const language = JSON.stringify(localeOf(site.language));
  return { ...Object.fromEntries(messages), MESSAGES_LANGUAGE: language };
}

/** @returns a plural as the JSON of its forms and of the language by whose rules they are chosen */
export function spoken(site: Wording, key: MessageKey): string {
  const { message, language } = messageOf(site, key);
  return typeof message === "string" ? message : JSON.stringify({ ...message, language });
}
