import { fileURLToPath } from "node:url";

/** The folder of Vestnik itself, wherever a command is called from. */
export const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
