import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { LockedPackage } from "./lockfile.ts";

const INSTALL_SCRIPTS = ["preinstall", "install", "postinstall"] as const;

const manifestSchema = z.object({
  version: z.string(),
  license: z.unknown().optional(),
  scripts: z.record(z.string(), z.unknown()).default({}),
});

/** What a package that lies in node_modules says of itself. */
export interface InstalledPackage {
  readonly version: string;
  /** Nothing where it is not said as an SPDX expression. */
  readonly licence: string | undefined;
  /** Whether npm would run something of it while it is installed. */
  readonly hasInstallScript: boolean;
}

/**
 * @param folder of the project
 * @returns nothing where it is not installed, as packages for other platforms are not
 */
export function readInstalled(
  folder: string,
  { path }: LockedPackage,
): InstalledPackage | undefined {
  const file = join(folder, path, "package.json");
  if (!existsSync(file)) return undefined;
  const { version, license, scripts } = manifestSchema.parse(
    JSON.parse(readFileSync(file, "utf8")),
  );
  return {
    version,
    licence: typeof license === "string" ? license : undefined,
    hasInstallScript:
      INSTALL_SCRIPTS.some((name) => name in scripts) ||
      // npm builds what has this file, without being told to.
      existsSync(join(folder, path, "binding.gyp")),
  };
}
