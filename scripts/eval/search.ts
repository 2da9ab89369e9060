import { mean, percentile, round } from "../figures.ts";
import { progressOf } from "../progress.ts";
import { evalArguments } from "./arguments.ts";
import { readDocs, readQueries } from "./data.ts";
import { typist, VARIANTS } from "./variants.ts";

const { values, engine, factory } = evalArguments({
  about: "Measures a search on judged queries.",
  needed: { docs: "pages, JSON Lines", queries: "queries with the pages that answer, JSON Lines" },
  others: { variant: `how they are typed: ${VARIANTS.join(", ")}` },
});
const variant = VARIANTS.find((name) => name === (values.variant ?? "question"));
if (variant === undefined) throw new Error(`--variant is one of ${VARIANTS.join(", ")}`);
const docs = readDocs(values.docs ?? "");
const queries = readQueries(values.queries ?? "");
const type = typist(variant, docs);
console.log(`${engine}: indexing ${docs.length} pages`);
const index = await factory(docs, { fuzzy: variant === "typo" });
const times: number[] = [];
const ranks: number[] = [];
let empty = 0;
const tell = progressOf(queries.length, "queries");
for (const [number, { query, relevant }] of queries.entries()) {
  const { ids, milliseconds } = await index.search(type(query));
  times.push(milliseconds);
  ranks.push(ids.findIndex((id) => relevant.includes(id)) + 1);
  if (ids.length === 0) empty++;
  tell(number + 1);
}
const kilobytes = index.kilobytes();
await index.close();

const share = (limit: number): number =>
  mean(ranks.map((rank) => Number(rank >= 1 && rank <= limit)));
console.log(
  JSON.stringify({
    engine,
    variant,
    queries: queries.length,
    mrr10: round(mean(ranks.map((rank) => (rank >= 1 && rank <= 10 ? 1 / rank : 0))), 4),
    recall1: round(share(1), 4),
    recall10: round(share(10), 4),
    zeroResults: round(empty / Math.max(1, queries.length), 4),
    p50Ms: round(percentile(times, 0.5), 1),
    p95Ms: round(percentile(times, 0.95), 1),
    kbPerQuery: round(kilobytes / Math.max(1, queries.length), 1),
  }),
);
