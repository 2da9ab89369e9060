/** An npm that people have, and where they have it from. */
export interface NpmVersion {
  readonly version: string;
  readonly from: string;
}

/**
 * Whoever installs has one of these: the first and the last npm of each supported Node where they read
 * lockfiles in different ways, and the newest, which stands last. The lockfile is written by the oldest.
 */
export const NPM_VERSIONS: readonly [NpmVersion, ...NpmVersion[]] = [
  { version: "10.8.2", from: "Node 20" },
  { version: "10.9.4", from: "Node 22" },
  { version: "11.3.0", from: "the first Node 24" },
  { version: "11.6.2", from: "Node 24" },
  { version: "12.2.2", from: "the newest" },
];
