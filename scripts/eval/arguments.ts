import { readOptions } from "../options.ts";
import type { EngineFactory } from "./engines/engine.ts";
import { ENGINES } from "./engines/index.ts";

/** What a command of this folder may be given; each option takes a text. */
interface Evaluation {
  /** What it measures, for its help. */
  readonly about: string;
  /** The options that must be given, with what they name. */
  readonly needed: Readonly<Record<string, string>>;
  /** The options that may be given. */
  readonly others?: Readonly<Record<string, string>>;
}

/**
 * Reads the command line of an evaluation.
 *
 * @throws Error with the help where an option is missing or the engine is unknown
 */
export function evalArguments({ about, needed, others = {} }: Evaluation) {
  const engines = Object.keys(ENGINES).join(", ");
  const known = { ...needed, ...others, engine: `${engines}: the first by default` };
  const lines = Object.entries(known).map(([name, what]) => `  --${name} … ${what}`);
  const help = [about, "The last line is one JSON object.", "", ...lines].join("\n");
  const options = Object.fromEntries(
    Object.keys(known).map((name) => [name, { type: "string" as const }]),
  );
  const values: Readonly<Record<string, string | undefined>> = readOptions(help, options);
  const engine = values.engine ?? "vestnik";
  const factory: EngineFactory | undefined = ENGINES[engine];
  const isMissing = Object.keys(needed).some((name) => values[name] === undefined);
  if (isMissing || factory === undefined) throw new Error(help);
  return { values, engine, factory };
}
