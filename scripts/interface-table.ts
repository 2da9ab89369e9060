import { readFileSync, writeFileSync } from "node:fs";
import { withInterfaceTable } from "./docs/interface-table.ts";

const FILE = "docs/interface.md";

writeFileSync(FILE, withInterfaceTable(readFileSync(FILE, "utf8")));
console.log(`Written: ${FILE}`);
