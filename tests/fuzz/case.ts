import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { fc } from "../unit/language/property.ts";

/** What a case puts into its folder: from paths to texts or bytes. */
export type CaseFiles = Readonly<Record<string, string | Uint8Array>>;

/** A way into the program that hostile files may take. */
export interface Target {
  readonly name: string;
  /** How often it is tried, beside the others. */
  readonly weight: number;
  readonly cases: fc.Arbitrary<CaseFiles>;
  /**
   * Reads the files and holds what comes out against what must always hold.
   *
   * @param folder holds the files of the case, and nothing else
   * @returns whether there is a value, or a message to an editor
   * @throws whatever the program throws that is no message; an Error that says which property failed
   */
  run(folder: string): Outcome;
}

export type Outcome = "value" | "message";

/** Puts a case where its target reads it. What was there before is gone. */
export function writeCase(folder: string, files: CaseFiles): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** @throws Error that names what must hold and does not */
export function demand(holds: boolean, what: string, shown: unknown = ""): asserts holds {
  if (holds) return;
  const detail = typeof shown === "string" ? shown : JSON.stringify(shown);
  throw new Error(`property: ${what}: ${JSON.stringify(detail?.slice(0, 300))}`);
}
