import { writeFileSync } from "node:fs";
import { OpenCorpora, toFilterFile, WORD_FILTER } from "../src/index/index.ts";

/** Writes anew which words the dictionary has, for the browser. */

const bytes = toFilterFile((await OpenCorpora.load()).words());
writeFileSync(WORD_FILTER, bytes);
console.log(`${bytes.length} bytes`);
