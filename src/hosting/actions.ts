/**
 * Actions by the full hash of a commit: the owner of a repository can move a tag. These versions run on Node
 * 24.
 */
const ACTIONS = {
  checkout: ["actions/checkout", "08c6903cd8c0fde910a37f88322edcfb5dd907a8", "v5.0.0"],
  node: ["actions/setup-node", "a0853c24544627f65ddf259abe73b1d18a591444", "v5.0.0"],
  cache: ["actions/cache", "9255dc7a253b0ccc959486e2bca901246202afeb", "v5.0.1"],
  restore: ["actions/cache/restore", "9255dc7a253b0ccc959486e2bca901246202afeb", "v5.0.1"],
  save: ["actions/cache/save", "9255dc7a253b0ccc959486e2bca901246202afeb", "v5.0.1"],
  upload: ["actions/upload-artifact", "b7c566a772e6b6bfb58ed0dc250532a479d7789f", "v6.0.0"],
  download: ["actions/download-artifact", "37930b1c2abaa49bbe596cd826c3c89aef350131", "v7.0.0"],
  pages: ["actions/upload-pages-artifact", "fc324d3547104276b827a68afc52ff2a11cc49c9", "v5.0.0"],
  deploy: ["actions/deploy-pages", "d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e", "v4.0.5"],
} as const;

/** @returns the value of «uses:» */
export function action(name: keyof typeof ACTIONS): string {
  const [repository, commit, version] = ACTIONS[name];
  return `${repository}@${commit} # ${version}`;
}

/** What commands of editors need, and no more: a third of the bytes of all packages. */
export const INSTALL = "npm ci --omit=dev --ignore-scripts";

/** What tests and the audit need too. */
export const INSTALL_ALL = "npm ci --ignore-scripts";

/**
 * The steps with which a job begins that runs our commands.
 *
 * @param install the command that installs packages
 * @param commit which to take; by default the one of the event
 */
export function setup(install: string, commit?: string): string {
  const ref = commit === undefined ? "" : `\n        with:\n          ref: ${commit}`;
  return `      - uses: ${action("checkout")}${ref}
      - uses: ${action("node")}
        with: { node-version: 22, cache: npm }
      - run: ${install}`;
}
