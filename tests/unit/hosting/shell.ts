import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
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
 */
const NPM = `#!/bin/bash -e
commit=$(cat ${COMMIT})
made="$commit $VESTNIK_NOW"
case "$*" in
  "ci --omit=dev --ignore-scripts"*) ;;
  "run check" | "run --silent build -- --list-volumes" | "run build -- --volume "*)
    [[ $commit != broken* ]] || exit 1 ;;&
  "run --silent build -- --list-volumes") echo '["2024","2025","2026"]' ;;
  "run build -- --volume "*) mkdir -p "$7"; echo "$made" > "$7/part" ;;
  "run build") cat .vestnik-cache/parts > _site ;;
  "run assemble -- "*)
    [ $# = 6 ]
    for folder in "\${@:4}"; do [ "$(cat "$folder/part")" = "$made" ]; done
    mkdir -p _site .vestnik-cache
    echo parts > .vestnik-cache/parts
    if [ "$(date -d "$VESTNIK_NOW" +%s)" -lt ${DUE} ]; then late=; else late=" and what was due"; fi
    echo "$commit$late" > _site/${SITE} ;;
  "run compress -- _site --to public") cp -r _site public ;;
  "run --silent build -- --next-change")
    if [ "$(date -d "$VESTNIK_NOW" +%s)" -lt ${DUE} ]; then echo ${DUE}; else echo never; fi ;;
  "run check") ;;
  *) echo "What is npm $*?" >&2; exit 9 ;;
esac
`;

/** Answers with the head of main alone, as GitHub's API does. */
const GH = `#!/bin/bash -e
[ "$*" = "api repos/a/news/commits/main --jq .sha" ]
[ "$GH_TOKEN" = token ]
echo "$SIMULATED_HEAD"
`;

/** The clock is the test's; what moments are called is the real program's. */
const DATE = `#!/bin/bash -e
if [ "$*" = +%s ]; then echo "$SIMULATED_NOW"; else exec ${realDate()} "$@"; fi
`;

function realDate(): string {
  return spawnSync("bash", ["-c", "command -v date"], { encoding: "utf8" }).stdout.trim();
}

const COMMANDS = temporaryFolder({ npm: NPM, gh: GH, date: DATE });
for (const name of ["npm", "gh", "date"]) chmodSync(join(COMMANDS, name), 0o755);

/** The same script over the same files does the same: it is run once. */
const known = new Map<string, Ran>();

/**
 * Runs a script of a host as the host does, by a real shell.
 *
 * @param flags of bash
 */
export function runShell(flags: string, script: string, files: Files, variables: Variables): Ran {
  const key = JSON.stringify([flags, script, [...files].toSorted(), variables]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const folder = temporaryFolder();
  for (const [path, text] of files) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const env = { PATH: `${COMMANDS}:${process.env.PATH}`, ...variables };
  const { status } = spawnSync("bash", [flags, "-c", script], { cwd: folder, env });
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
