import { mean, round } from "../figures.ts";
import { progressOf } from "../progress.ts";
import { evalArguments } from "./arguments.ts";
import { readForms } from "./data.ts";

const { values, engine, factory } = evalArguments({
  about: "Measures whether forms find the other forms of their lemmas.",
  needed: { forms: "forms with their lemmas, JSON Lines" },
});
const forms = readForms(values.forms ?? "");
const docs = forms.map(({ form }, number) => ({ id: String(number), text: form }));
console.log(`${engine}: indexing ${forms.length} forms`);
const index = await factory(docs, { fuzzy: false });

const lemma = (text: string): string => text.toLowerCase().replaceAll("ё", "е");
const byLemma = new Map<string, Set<number>>();
for (const [number, { lemmas }] of forms.entries()) {
  for (const key of lemmas.map(lemma)) {
    byLemma.set(key, (byLemma.get(key) ?? new Set()).add(number));
  }
}

const recalls: number[] = [];
const precisions: number[] = [];
const tell = progressOf(forms.length, "forms");
for (const [number, { form, lemmas }] of forms.entries()) {
  const wanted = new Set(lemmas.flatMap((key) => [...(byLemma.get(lemma(key)) ?? [])]));
  wanted.delete(number);
  const { ids } = await index.search(form);
  const found = ids.map(Number).filter((id) => id !== number);
  const right = found.filter((id) => wanted.has(id)).length;
  if (wanted.size > 0) recalls.push(right / wanted.size);
  if (found.length > 0) precisions.push(right / found.length);
  tell(number + 1);
}
await index.close();

console.log(
  JSON.stringify({
    engine,
    forms: forms.length,
    recall: round(mean(recalls), 4),
    precision: round(mean(precisions), 4),
  }),
);
