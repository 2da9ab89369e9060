import { parseArgs } from "node:util";
import { percentile, round } from "./figures.ts";
import { drawQueries } from "./queries.ts";
import { filesIn } from "./site-figures.ts";
import { firstQueries } from "./visits.ts";

/**
 * What the first search of a visit moves, compressed, code and all; a process of its own, so that
 * a page that never answers can be ended. The last line is one JSON object.
 */

const QUERIES = 20;

const { values } = parseArgs({
  options: {
    content: { type: "string", default: "content" },
    site: { type: "string", default: "_site" },
  },
});
const queries = drawQueries(filesIn(values.content), QUERIES);
const kilobytes = (await firstQueries(values.site, queries)).map((visit) => visit.kilobytes);
const figures = {
  firstSearchKbP50: round(percentile(kilobytes, 0.5)),
  firstSearchKbMax: round(percentile(kilobytes, 1)),
};
console.log(JSON.stringify(figures));
