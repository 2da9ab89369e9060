import { compileChanged } from "./compile.js";

/** `vestnik` of this repository: as it is installed elsewhere, but compiled anew when its code has changed. */
await compileChanged();
await import("../dist/cli/vestnik.js");
