import { spoken } from "../src/build/assets/browser-messages.ts";
import { type MessageKey, russian } from "../src/interface/index.ts";

/** What the build writes into the scripts of a Russian site: units of them run without a build. */
const site = { language: "ru" };
const keys = Object.keys(russian) as MessageKey[];
const messages = Object.fromEntries(keys.map((key) => [key, spoken(site, key)]));
Object.assign(globalThis, { MESSAGES: messages, MESSAGES_LANGUAGE: site.language });
