import { pagefind, vestnik } from "./browser.ts";
import type { EngineFactory } from "./engine.ts";
import { minisearch } from "./minisearch.ts";

export const ENGINES: Readonly<Record<string, EngineFactory>> = { vestnik, pagefind, minisearch };
