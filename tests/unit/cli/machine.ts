import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../temporary.ts";
import { installedPackage } from "./installed.ts";

/** An editor's computer, on which what comes from npm is at hand, and GitHub is a folder. */
export interface Machine {
  /** Of its processes. */
  readonly environment: NodeJS.ProcessEnv;
  /** What stands for github.com: `anna/sait.git` is a repository that holds nothing. */
  readonly github: string;
}

/** Instead of fetching from the registry: the real package, as npm packs it. */
export function editorsMachine(): Machine {
  const modules = join(installedPackage(), "node_modules");
  const program = join(modules, "vestnik/dist/cli/vestnik.js");
  chmodSync(program, 0o755);
  mkdirSync(join(modules, ".bin"));
  symlinkSync(program, join(modules, ".bin/vestnik"));
  const npm = execFileSync("sh", ["-c", "command -v npm"], { encoding: "utf8" }).trim();
  const commands = temporaryFolder({
    npx: '#!/bin/sh\nexec "$@"\n',
    npm: `#!/bin/sh\n[ "$1" = install ] && exec ln -s "${modules}" .\nexec "${npm}" "$@"\n`,
  });
  for (const name of ["npx", "npm"]) chmodSync(join(commands, name), 0o755);
  const github = temporaryFolder();
  execFileSync("git", ["init", "--quiet", "--bare", join(github, "anna/sait.git")]);
  const environment = {
    ...process.env,
    PATH: `${commands}:${join(modules, ".bin")}:${process.env.PATH}`,
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: `url.${github}/.insteadOf`,
    GIT_CONFIG_VALUE_0: "https://github.com/",
  };
  return { environment, github };
}
