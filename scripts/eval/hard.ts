import { readArchive } from "../../src/content/index.ts";
import { toRecords } from "../../src/index/index.ts";
import { breakWords, escapeHtml } from "../../src/language/index.ts";
import { readOptions } from "../options.ts";
import { readHardQueries, readTitledDocs, type TitledDoc } from "./data.ts";
import { idOfAddress, recordOf, searchOf, toPage } from "./engines/browser.ts";

const HELP = `npm run eval:hard -- --docs FILE --queries FILE [--content FOLDER --data FOLDER]

Measures a search on hard queries, of which one page must come first: an id of a collection, «seed» for
the article of a content folder, «hl:WORD» for its headline that holds the word. The last line is one
JSON object.`;

const values = readOptions(HELP, {
  docs: { type: "string", default: "" },
  queries: { type: "string", default: "" },
  content: { type: "string", default: "" },
  data: { type: "string", default: "" },
});
if (values.docs === "" || values.queries === "" || (values.content === "") !== (values.data === ""))
  throw new Error(HELP);
const queries = readHardQueries(values.queries);
const own = archiveOf(values.content, values.data);
const docs = readTitledDocs(values.docs).map((doc) => recordOf(doc, breakWords(htmlOf(doc))));
console.log(`indexing ${docs.length + own.records.length} pages`);
const search = await searchOf([...docs, ...own.records], { synonyms: own.synonyms });
const firsts = new Map<string, { queries: number; first: number }>();
for (const { query, page, phenomenon } of queries) {
  const wanted = own.idOf(page);
  const { ids } = await search.search(query);
  const known = firsts.get(phenomenon) ?? { queries: 0, first: 0 };
  const isFirst = ids[0] === wanted;
  firsts.set(phenomenon, { queries: known.queries + 1, first: known.first + Number(isFirst) });
  if (isFirst) continue;
  const rank = ids.indexOf(wanted) + 1;
  console.log(`${phenomenon}: ${shortened(query)} → ${ids[0] ?? "nothing"}; ${page} is ${rank}`);
}
await search.close();

for (const [phenomenon, { queries, first }] of firsts) {
  console.log(`${String(first).padStart(3)} of ${queries}  ${phenomenon}`);
}
const all = [...firsts.values()].reduce((sum, { first }) => sum + first, 0);
console.log(
  JSON.stringify({
    queries: queries.length,
    first: Number((all / Math.max(1, queries.length)).toFixed(4)),
    byPhenomenon: Object.fromEntries(firsts),
  }),
);

/** A content folder as the build gives it to the index, and what its pages are called here. */
function archiveOf(content: string, data: string) {
  if (content === "") return { records: [], synonyms: [], idOf: (page: string) => page };
  const { site, articles, headlines, synonyms } = readArchive({ content, data });
  const idOf = (page: string): string => {
    const word = /^hl:(.+)$/.exec(page)?.[1];
    if (page !== "seed" && word === undefined) return page;
    const item =
      word === undefined ? articles[0] : headlines.find((one) => one.text.includes(word));
    if (item === undefined) throw new Error(`No page ${page} in ${content}`);
    return idOfAddress(item.path);
  };
  return { records: toRecords([...articles, ...headlines], site.language), synonyms, idOf };
}

function htmlOf({ title, text: body }: TitledDoc): string {
  const paragraphs = body.split("\n").map((one) => `<p>${escapeHtml(one)}</p>`);
  return toPage([`<h1>${escapeHtml(title)}</h1>`, ...paragraphs].join(""));
}

/** A pasted paragraph is told by its beginning. */
function shortened(query: string): string {
  return query.length > 60 ? `${query.slice(0, 60)}…` : query;
}
