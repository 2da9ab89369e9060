import fc from "fast-check";
import { SEED } from "../../sizes.ts";

/** fast-check, the generator behind every test of a property; `npm run fuzz` tries many more cases. */
fc.configureGlobal({ seed: SEED });

export { fc };
