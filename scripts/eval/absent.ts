import { progressOf } from "../progress.ts";
import { heldIn, SEED, slipsIn, Vocabulary } from "./absent-words.ts";
import { evalArguments } from "./arguments.ts";
import { readDocs } from "./data.ts";
import type { Answer } from "./engines/engine.ts";
import { stemOf, wordsOf } from "./variants.ts";

const { values, engine, factory } = evalArguments({
  about: `Measures whether a search admits that it has nothing: what it makes of words of the language whose
root a collection lacks, and of slips in words that it holds.`,
  needed: { docs: "pages, JSON Lines" },
  others: { count: "how many words, 500 by default", seed: "by which they are drawn" },
});
const count = Number(values.count ?? 500);
const seed = Number(values.seed ?? SEED);
const docs = readDocs(values.docs ?? "");
const held = heldIn(docs);
const vocabulary = await Vocabulary.load();
const absent = vocabulary.absentFrom(held, count, seed);
const slips = slipsIn(held, count, seed);
console.log(`${engine}: indexing ${docs.length} pages`);
const index = await factory(docs, { fuzzy: true });
const tell = progressOf(absent.length + slips.length, "words");
const ofAbsent = { words: absent.length, answered: 0, asked: 0, left: 0 };
const ofSlips = { words: slips.length, right: 0, other: 0, askedRight: 0, asked: 0, left: 0 };

for (const [number, word] of absent.entries()) {
  const answer = await index.search(word);
  const { ids, taken = [], asked } = answer;
  if (ids.length > 0) console.log(`${word} → ${taken.join(", ")} (${ids.length} pages)`);
  if (ids.length > 0) ofAbsent.answered++;
  else ofAbsent[asked === undefined ? "left" : "asked"]++;
  tell(number + 1);
}
for (const [number, { word, typed }] of slips.entries()) {
  ofSlips[outcomeOf(word, await index.search(typed))]++;
  tell(absent.length + number + 1);
}
await index.close();

function outcomeOf(word: string, answer: Answer): Exclude<keyof typeof ofSlips, "words"> {
  const { ids, asked } = answer;
  if (ids.length > 0) return isRight(word, answer) ? "right" : "other";
  if (asked === undefined) return "left";
  return vocabulary.areAkin(word, asked) ? "askedRight" : "asked";
}

/** Where an engine does not say what it took a word for, one of its pages is enough. */
function isRight(word: string, { ids, taken = [] }: Answer): boolean {
  const holding = held.pages.get(stemOf(word));
  if (taken.length === 0) return ids.some((id) => holding?.has(id));
  return taken.flatMap(wordsOf).some((other) => vocabulary.areAkin(word, other));
}

console.log(JSON.stringify({ engine, absent: ofAbsent, slips: ofSlips }));
