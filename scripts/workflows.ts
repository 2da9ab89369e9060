import { writeFileSync } from "node:fs";
import { githubPublish } from "../src/hosting/index.ts";
import { GITHUB_CI } from "./workflows/github-ci.ts";
import { GITHUB_NIGHTLY } from "./workflows/github-nightly.ts";
import { GITLAB } from "./workflows/gitlab.ts";

/** What hosts do with this repository, by file. */
export const WORKFLOWS: Readonly<Record<string, string>> = {
  ".github/workflows/ci.yml": GITHUB_CI,
  ".github/workflows/publish.yml": githubPublish(),
  ".github/workflows/nightly.yml": GITHUB_NIGHTLY,
  ".gitlab-ci.yml": GITLAB,
};

for (const [file, text] of Object.entries(WORKFLOWS)) {
  writeFileSync(file, text);
  console.log(`Written: ${file}`);
}
