import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type IndexRecord, writePagefind, writeRecords } from "../../src/index/index.ts";
import { round } from "../figures.ts";

/**
 * Makes records searchable, by Vestnik or by Pagefind alone, and tells what that took of the processor,
 * the programs that it started too; a process of its own. The last line is one JSON object.
 */

/** An index whose program has ended is counted with this process; it is told to end and does so soon. */
const ENDING_MS = 1000;
/** Of Linux: what /proc counts time in. */
const TICKS_A_SECOND = 100;
/** Where /proc/self/stat has the time of programs that have ended, behind the name of this one. */
const ENDED_TIMES = [13, 14] as const;

const { values } = parseArgs({
  options: {
    records: { type: "string", default: "" },
    how: { type: "string", default: "vestnik" },
    site: { type: "string", default: "" },
  },
});
const lines = readFileSync(values.records, "utf8").split("\n").filter(Boolean);
const records = lines.map((line) => JSON.parse(line) as IndexRecord);
const before = process.cpuUsage();
mkdirSync(values.site, { recursive: true });
if (values.how === "vestnik") await writeRecords(records, "ru", values.site);
else await writePagefind(records, "ru", join(values.site, "pagefind"));
const { user, system } = process.cpuUsage(before);
await setTimeout(ENDING_MS);
const stat = readFileSync("/proc/self/stat", "utf8");
const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
const ended = ENDED_TIMES.reduce((sum, at) => sum + Number(fields[at]) / TICKS_A_SECOND, 0);
console.log(JSON.stringify({ cpuSeconds: round((user + system) / 1e6 + ended) }));
