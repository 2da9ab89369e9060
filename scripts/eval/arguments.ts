import { parseArgs } from "node:util";
import type { EngineFactory } from "./engines/engine.ts";
import { ENGINES } from "./engines/index.ts";

/**
 * Reads the command line of an evaluation; every option takes a text.
 *
 * @param names the options that must be given
 * @param others the options that may be given
 * @throws Error with the usage where one is missing or the engine is unknown
 */
export function evalArguments(names: readonly string[], others: readonly string[] = []) {
  const known = [...names, ...others, "engine"];
  const options = Object.fromEntries(known.map((name) => [name, { type: "string" as const }]));
  const { values } = parseArgs({ options });
  const engine = values.engine ?? "vestnik";
  const factory: EngineFactory | undefined = ENGINES[engine];
  const missing = names.filter((name) => values[name] === undefined);
  if (missing.length > 0 || factory === undefined) {
    const usage = names.map((name) => `--${name} FILE`).join(" ");
    throw new Error(`usage: ${usage} [--engine ${Object.keys(ENGINES).join("|")}]`);
  }
  return { values: values as Readonly<Record<string, string>>, engine, factory };
}
