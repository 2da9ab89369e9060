import { writeFileSync } from "node:fs";
import { toRecords } from "../src/index/index.ts";
import { readArchive } from "../src/content/index.ts";
import { makeArchive } from "./bench/archive.ts";
const n = Number(process.argv[2]); const folder = process.argv[3]!;
const made = await makeArchive(n, folder, () => {});
const records = toRecords(readArchive(made).articles, "ru");
writeFileSync(`${folder}/records`, records.map((one) => JSON.stringify(one)).join("\n"));
