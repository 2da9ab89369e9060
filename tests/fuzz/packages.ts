import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { copyPart, partsIn, problemsOf } from "../../src/build/package-contents.ts";
import { throwIfAny } from "../../src/content/index.ts";
import { fc } from "../unit/language/property.ts";
import { type CaseFiles, demand, type Target } from "./case.ts";
import { CORPUS } from "./corpus.ts";
import { outcomeOf } from "./messages.ts";
import { asFile, hostileName, hostileText } from "./texts.ts";

const KEY = `pages-${"0".repeat(32)}`;
const FILE = "site/index.html";

/** All files hold the same, so that a list is right of whatever it leads to. */
const BYTES = "мост";
const SUM = createHash("sha256").update(BYTES).digest("hex");

const any = (list: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...list);

const key = fc.oneof(
  { weight: 4, arbitrary: fc.constant(KEY) },
  {
    weight: 3,
    arbitrary: any(["../victim", `${KEY}/../../victim`, "../victim/", "./../victim", `${KEY}\0`]),
  },
  { weight: 2, arbitrary: any(CORPUS.names) },
  { weight: 1, arbitrary: hostileName },
);

const path = fc.oneof(
  { weight: 4, arbitrary: fc.constant(FILE) },
  {
    weight: 2,
    arbitrary: any(["index.html", "../../victim/index.html", "site/../../../victim/index.html"]),
  },
  { weight: 1, arbitrary: any(CORPUS.names) },
  { weight: 1, arbitrary: hostileName },
);

const sum = fc.oneof(
  { weight: 6, arbitrary: fc.constant(SUM) },
  { weight: 1, arbitrary: fc.oneof(hostileText, fc.constant("0".repeat(64))) },
);

const parts = fc.dictionary(key, fc.dictionary(path, sum, { maxKeys: 2 }), { maxKeys: 2 });

const list = fc.oneof(
  {
    weight: 6,
    arbitrary: parts.map((own) => JSON.stringify({ generator: "vestnik-volumes", parts: own })),
  },
  { weight: 1, arbitrary: asFile(hostileText) },
);

/** A package of volumes from who knows where, with a folder beside it that is nobody's business. */
export const packages: Target = {
  name: "package",
  weight: 1,
  cases: list.map((text): CaseFiles => {
    return {
      "package/package.json": text,
      [`package/${KEY}/${FILE}`]: BYTES,
      "victim/index.html": BYTES,
    };
  }),
  run: (folder) => {
    const before = new Set(filesIn(folder));
    const outcome = outcomeOf(() => {
      const brought = partsIn(join(folder, "package"));
      throwIfAny(brought.flatMap(problemsOf));
      for (const part of brought) copyPart(part, join(folder, "cache", part.key));
    });
    const written = filesIn(folder).filter((file) => !before.has(file));
    const isRight = (file: string): boolean => file === `cache/${KEY}/${FILE}`;
    demand(written.every(isRight), "a package writes its parts and nothing else", written);
    const victim = readFileSync(join(folder, "victim/index.html"), "utf8");
    demand(victim === BYTES, "a package changes nothing outside");
    return outcome;
  },
};

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
