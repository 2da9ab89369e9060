import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { temporaryFolder } from "../temporary.ts";

/** A job's folder: contents by path. */
export type Files = ReadonlyMap<string, string>;
export type Variables = Readonly<Record<string, string>>;

export interface Ran {
  readonly status: number;
  /** The folder as the script has left it. */
  readonly files: Files;
}

/** An article appears then: seconds since 1970. */
export const DUE = 2_000_000_000;
/** The file of the checkout that names its commit, and that of a site which names what it was made of. */
export const COMMIT = ".commit";
export const SITE = "site";

/**
 * What stands in for our commands does as they do with commits and moments: a volume is of the commit
 * that was checked out, and a site is put together from volumes of one commit and one moment only.
 * `gh` answers with the head of main, as GitHub's API does; the clock is the test's, and what moments are
 * called is the real program's. All are functions of the shell, which start no processes.
 */
const COMMANDS = `
npm() {
  local commit made folder
  commit=$(< ${COMMIT})
  made="$commit $VESTNIK_NOW"
  case "$*" in
    "run check" | "run --silent build -- --list-volumes" | "run build -- --volume "*)
      if [[ $commit = broken* ]]; then return 1; fi ;;
  esac
  case "$*" in
    "ci --omit=dev --ignore-scripts"* | "run check") ;;
    "run --silent build -- --list-volumes") echo '["2024","2025","2026"]' ;;
    "run build -- --volume "*) mkdir -p "$7" && echo "$made" > "$7/part" ;;
    "run build") echo "$(< .vestnik-cache/parts)" > _site ;;
    "run assemble -- "*)
      if [ $# != 6 ]; then return 1; fi
      for folder in "\${@:4}"; do
        if [ "$(< "$folder/part")" != "$made" ]; then return 1; fi
      done
      mkdir -p _site .vestnik-cache
      echo parts > .vestnik-cache/parts
      echo "$commit$(if isLate; then echo " and what was due"; fi)" > _site/${SITE} ;;
    "run compress -- _site --to public") cp -r _site public ;;
    "run --silent build -- --next-change") if isLate; then echo never; else echo ${DUE}; fi ;;
    *) echo "What is npm $*?" >&2; return 9 ;;
  esac
}
isLate() { [ "$(command date -d "$VESTNIK_NOW" +%s)" -ge ${DUE} ]; }
gh() {
  if [ "$* $GH_TOKEN" != "api repos/a/news/commits/main --jq .sha token" ]; then return 1; fi
  echo "$SIMULATED_HEAD"
}
date() {
  if [ "$*" = +%s ]; then echo "$SIMULATED_NOW"; else command date "$@"; fi
}
`;

/** Bash reads it before a script. */
const BASH_ENV = join(temporaryFolder({ commands: COMMANDS }), "commands");

/** The same script over the same files does the same: it is run once. */
const known = new Map<string, Ran>();

/**
 * Runs a script of a host as the host does, by a real shell.
 *
 * @param options of bash
 */
export function runShell(
  options: readonly string[],
  script: string,
  files: Files,
  variables: Variables,
): Ran {
  const key = JSON.stringify([options, script, [...files].toSorted(), variables]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const folder = temporaryFolder();
  for (const [path, text] of files) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const env = { PATH: process.env.PATH, BASH_ENV, ...variables };
  const { status } = spawnSync("bash", [...options, "-c", script], {
    cwd: folder,
    env,
    // With a socket there Bash takes itself for a remote shell, and reads other files.
    stdio: "ignore",
  });
  const ran = { status: status ?? 1, files: filesIn(folder) };
  known.set(key, ran);
  return ran;
}

function filesIn(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/** @returns the files at a path or under it, by the whole path */
export function under(files: Files, path: string): Files {
  const folder = path.endsWith("/") ? path : `${path}/`;
  return new Map([...files].filter(([name]) => name === path || name.startsWith(folder)));
}
