import { spawn } from "node:child_process";
import { join } from "node:path";
import { type BuildOptions, PROJECT } from "../../src/build/index.ts";

/**
 * Builds a preview in a process of its own, so that a changed template or module is read anew.
 *
 * @param options where things lie
 * @returns what went wrong, as an editor reads it; nothing where all is well
 */
export function rebuild(options: BuildOptions): Promise<string | undefined> {
  const script = join(PROJECT, "scripts/build.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, ...toFlags(options)], {
    cwd: PROJECT,
    stdio: ["ignore", "inherit", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (part: Buffer) => {
    said += part;
    process.stderr.write(part);
  });
  return new Promise((resolve) =>
    child.once("close", (code) => resolve(code === 0 ? undefined : said)),
  );
}

function toFlags({ content, data, output, cache, overrides }: BuildOptions): string[] {
  const flags = ["--preview", "--content", content, "--data", data];
  flags.push("--output", output, "--cache", cache);
  if (overrides.url !== undefined) flags.push("--url", overrides.url);
  if (overrides.pathPrefix !== undefined) flags.push("--path-prefix", overrides.pathPrefix);
  return flags;
}
