/** Whoever publishes a site with the project may do so under any of these, which ask for a notice at most. */
const PERMISSIVE = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "PSF-2.0",
  "Python-2.0",
] as const;

/**
 * For what builds sites. libvips, which sharp calls as a library of its own, is under the LGPL: it is
 * neither changed nor handed on, and nothing of it is in a site.
 */
export const ALLOWED_IN_PRODUCTION: ReadonlySet<string> = new Set([
  ...PERMISSIVE,
  "LGPL-3.0-or-later",
]);

/** For what only tests and measures, and the typefaces, whose own licence travels with them. */
export const ALLOWED_IN_DEVELOPMENT: ReadonlySet<string> = new Set([
  ...ALLOWED_IN_PRODUCTION,
  "MPL-1.1",
  "MPL-2.0",
  "OFL-1.1",
  "Zlib",
]);

/** Licences of packages that name none as SPDX wants it, read in the package itself. */
export const LICENCES_READ: Readonly<Record<string, { licence: string; where: string }>> = {
  "parse-cache-control@1.0.1": {
    licence: "BSD-3-Clause",
    where: "its LICENSE is the text of this licence; package.json says «BSD» in the old form",
  },
};

/** What the project carries or publishes that is no package, or not under its package's licence. */
export const CARRIED: readonly { what: string; licence: string; where: string }[] = [
  {
    what: "Literata, Golos Text: typefaces, cut down to the letters that sites need",
    licence: "OFL-1.1",
    where:
      "`src/site/fonts`, with the text of the licence in `OFL.txt`; in every site under `assets/`",
  },
  {
    what: "The OpenCorpora dictionary of Russian",
    licence: "CC-BY-SA-3.0",
    where:
      "files of the package `az`, whose code is MIT; made with it: `src/index/lexicon/dictionary.filter` and `search/pack/` of every Russian site, which names it in `search/pack/LICENSE.txt` and on «О сайте»",
  },
  {
    what: "The seed's article and headlines",
    licence: "their authors' rights",
    where: "`content/`, `_data/headlines.yaml`",
  },
];
