/**
 * The first and the last npm of each supported Node where they read lockfiles differently, and the newest.
 * The first, of Node 20, writes the lockfile: `npx npm@10.8.2 install --package-lock-only`.
 */
const NPM_VERSIONS = "10.8.2 10.9.4 11.3.0 11.6.2 12.2.2";

/** Fails at the first npm that refuses the lockfile. */
export const TRY_LOCKFILE = `for npm in ${NPM_VERSIONS}; do npx --yes "npm@$npm" ci --dry-run || exit 1; done`;

/** Vulnerabilities of high and critical severity in what builds sites. */
export const AUDIT = "npm audit --package-lock-only --omit=dev --audit-level=high";

/** Everything that builds sites, with versions, hashes and licences, as CycloneDX. */
export const BILL =
  "npm sbom --package-lock-only --omit=dev --sbom-format=cyclonedx > sbom.cdx.json";
