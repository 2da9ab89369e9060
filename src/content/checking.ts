/** What `check` needs beside the room's index: no build loads it. */
export {
  type CheckFormat,
  type CheckOptions,
  type CheckReport,
  checkArchive,
  formatReport,
  KINDS,
  type Kind,
} from "./check/index.ts";
