import { join } from "node:path";
import { MODULES, moduleFile } from "../project/project.ts";

/** A piece of the CMS's code, how often it must occur, and its replacement. */
interface Change {
  readonly what: string;
  readonly place: RegExp;
  readonly becomes: string;
  readonly times: number;
}

const HOOKS = join(MODULES, moduleFile("admin/browser/cms-hooks"));

/** Asked of a third party before anybody has logged in: whether GitHub or GitLab has troubles. */
const NO_ANSWER = "`data:application/json,{}`";

/**
 * Changes that the CMS has no option for. Its version is pinned; a piece that is not found stops the build by
 * name.
 */
const CHANGES: readonly Change[] = [
  {
    what: "which files a collection has",
    place: /fullPathRegEx:(\w+)===void 0\?void 0:\w+\(\{[^{}]*\}\)/g,
    becomes: "fullPathRegEx:$1===void 0?void 0:vestnik.filesIn($1)",
    times: 1,
  },
  {
    what: "names of files in Latin letters",
    place: /(\w+)=[\w$]+\(\1\.normalize\(`NFD`\),\{locale:[^{}]*\}\)/g,
    becomes: "$1=vestnik.nameOf($1)",
    times: 1,
  },
  {
    what: "the folder of a new file",
    place:
      /(\{ellipsis:``\}\)\.replace\(\/-\$\/,``\)\),[\w$]+\()([\w$]+)(,[\w$]+\(([\w$]+),[\w$]+\)\))/g,
    becomes: "$1vestnik.placed($2,$4)$3",
    times: 1,
  },
  {
    what: "a folder of this machine as the first choice at the door",
    place:
      /variant:`primary`(?=,get label\(\)\{[^}]*\},get disabled\(\)\{[^}]*\},onclick:async\(\)=>\{await \w+\(`local`\))/g,
    becomes: "variant:`secondary`",
    times: 1,
  },
  {
    what: "logging in as the second choice at the door",
    place:
      /\w+\(\w+\)\?`secondary`:`primary`(?=\),\w+=\w+\(\(\)=>\w+\(\w+\)\?\w+\(`work_with_test_repo`)/g,
    becomes: "`primary`",
    times: 1,
  },
];

/** Styles that would fetch fonts from a host of others, beside the script that takes those at hand. */
const FOREIGN_FONTS = /@font-face \{[^{}]*https:\/\/[^{}]*\}/g;
const STATUS_QUESTIONS =
  /`https:\/\/[a-z.-]*status[a-z.-]*\/[^`]+\.json`|`https:\/\/status-[^`]+`/g;

/**
 * Lets the CMS call our hooks, and no third party.
 *
 * @param code of the CMS
 * @param path where it lies, for messages
 * @throws Error where it has another form than the version that we know
 */
export function changedCms(code: string, path: string): string {
  let changed = code.replace(FOREIGN_FONTS, "").replace(STATUS_QUESTIONS, NO_ANSWER);
  if (changed.includes("@font-face")) throw new Error(`${path} has fonts of another form`);
  for (const { what, place, becomes, times } of CHANGES) {
    const found = changed.match(place)?.length ?? 0;
    if (found !== times) throw new Error(`${path} has ${found} places of «${what}», not ${times}`);
    changed = changed.replace(place, becomes);
  }
  return `import * as vestnik from ${JSON.stringify(HOOKS)};\n${changed}`;
}
