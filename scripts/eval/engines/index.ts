import { pagefind, vestnik } from "./browser.ts";
import type { EngineFactory } from "./engine.ts";
import { flexsearch, lunrEngine, minisearch, orama } from "./peers.ts";

export const ENGINES: Readonly<Record<string, EngineFactory>> = {
  vestnik,
  pagefind,
  minisearch,
  lunr: lunrEngine,
  flexsearch,
  orama,
};
