/** A package that stays behind its last release. */
export interface HeldBack {
  /** The version that package.json names; with another one the reason has to be thought over. */
  readonly version: string;
  readonly reason: string;
}

const OLDEST_NODE = "the project runs on Node 20.19, the oldest that its readme names";

export const HELD_BACK: Readonly<Record<string, HeldBack>> = {
  "@axe-core/playwright": {
    version: "4.11.3",
    reason: `later ones want Node 22: ${OLDEST_NODE}`,
  },
  "@types/node": {
    version: "20.19.43",
    reason: `the types of later ones know what Node 20 does not have: ${OLDEST_NODE}`,
  },
  chokidar: { version: "5.0.0", reason: `6 wants Node 22: ${OLDEST_NODE}` },
  "html-validate": { version: "10.17.0", reason: `11 wants Node 22: ${OLDEST_NODE}` },
  lighthouse: { version: "12.8.2", reason: `13 wants Node 22: ${OLDEST_NODE}` },
  vitest: { version: "4.1.12", reason: `5 wants Node 22: ${OLDEST_NODE}` },
};
