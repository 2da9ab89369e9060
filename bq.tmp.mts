import { chromium } from "@playwright/test";
import { writeEngine } from "./src/build/index.ts";
import { readPages } from "./src/index/lexicon/vocabulary.ts";
import { isStopWord } from "./src/language/index.ts";
import { serveSite } from "./src/serve/index.ts";

const f = "/tmp/bench10k";
await writeEngine(f);
let seed = 11;
const rnd = () => {
  seed = (seed * 1664525 + 1013904223) >>> 0;
  return seed / 4294967296;
};
const pages = readPages(f + "/pagefind");
const mk = () => {
  const d = pages[Math.floor(rnd() * pages.length)]!.words.filter((w) => !isStopWord(w));
  return Array.from(
    { length: 2 + Math.floor(rnd() * 3) },
    () => d[Math.floor(rnd() * d.length)]!,
  ).join(" ");
};
const s = await serveSite({ folder: f, pathPrefix: "/", port: 0 });
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const p = await b.newPage();
await p.goto(s.address);
const run = (x: string) =>
  p.evaluate(async (text) => {
    const m = await import("/search/pagefind.js");
    const t = performance.now();
    const r = await m.search(text);
    return { ms: performance.now() - t, n: r.results.length };
  }, x);
await run(mk());
const a: number[] = [];
for (let i = 0; i < 120; i++) {
  a.push((await run(mk())).ms);
}
a.sort((x, y) => x - y);
console.log("p50", a[60], "p95", a[114]);
await b.close();
await s.close();
