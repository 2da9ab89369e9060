import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CheckResult } from "./result.ts";

const USES = /^\s*(?:-\s+)?["']?uses["']?\s*:\s*(.*)$/;
const PINNED = /^[\w.-]+(?:\/[\w.-]+)+@[0-9a-f]{40}\s+#\s*v?\d[\w.-]*$/;

/**
 * Every action of a workflow goes by the full hash of a commit, with the version beside it for people
 * and for Dependabot.
 *
 * @param folder of the project
 */
export function checkActions(folder = "."): CheckResult {
  const workflows = join(".github", "workflows");
  const files = readdirSync(join(folder, workflows)).filter((name) => /\.ya?ml$/.test(name));
  const found = files.flatMap((name) => {
    const lines = readFileSync(join(folder, workflows, name), "utf8").split("\n");
    return lines.flatMap((line, index) => {
      const uses = USES.exec(line)?.[1];
      return uses === undefined ? [] : [{ place: `${name}:${index + 1}`, uses: uses.trim() }];
    });
  });
  const failures = found
    .filter(({ uses }) => !isPinned(uses))
    .map(({ place, uses }) => `${place}: «${uses}» is not pinned: owner/name@40 digits # version`);
  const summary = `${found.length} uses in ${files.length} workflows, each by a commit's hash`;
  return { check: "actions", summary, failures, notes: [] };
}

/** What lies in the project itself is as good as the project. */
function isPinned(uses: string): boolean {
  return uses.startsWith("./") || PINNED.test(uses);
}
