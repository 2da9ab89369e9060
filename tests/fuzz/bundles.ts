import { readFileSync } from "node:fs";
import { join } from "node:path";
import { artifactsIn, copyArtifact, problemsOf } from "../../src/build/bundle-contents.ts";
import { filesIn } from "../../src/build/disk/changes.ts";
import { hashOfBytes } from "../../src/build/tasks/image-hashes.ts";
import { throwIfAny } from "../../src/content/index.ts";
import { fc } from "../unit/language/property.ts";
import { type CaseFiles, demand, type Target } from "./case.ts";
import { CORPUS } from "./corpus.ts";
import { outcomeOf } from "./messages.ts";
import { asFile, hostileName, hostileText } from "./texts.ts";

const KEY = `read-${"0".repeat(32)}`;
const FILE = "slice.json";

/** All files hold the same, so that a list is right of whatever it leads to. */
const BYTES = "мост";
const SUM = Buffer.from(hashOfBytes(Buffer.from(BYTES)), "base64").toString("hex");

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

const list = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(key, { maxLength: 2 })
      .map((artifacts) => JSON.stringify({ generator: "vestnik-volumes", format: 2, artifacts })),
  },
  { weight: 1, arbitrary: asFile(hostileText) },
);

const stamped = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .dictionary(
        path,
        sum.map((hash) => [Buffer.byteLength(BYTES), 0, hash]),
        { maxKeys: 2 },
      )
      .map((files) => JSON.stringify({ files })),
  },
  { weight: 1, arbitrary: asFile(hostileText) },
);

/** A bundle of artifacts from who knows where, with a folder beside it that is nobody's business. */
export const bundles: Target = {
  name: "bundle",
  weight: 1,
  cases: fc.tuple(list, stamped).map(([names, files]): CaseFiles => {
    return {
      "bundle/bundle.json": names,
      [`bundle/${KEY}/stamp.json`]: files,
      [`bundle/${KEY}/${FILE}`]: BYTES,
      "victim/index.html": BYTES,
    };
  }),
  run: (folder) => {
    const before = new Set(filesIn(folder));
    const outcome = outcomeOf(() => {
      const brought = artifactsIn(join(folder, "bundle"));
      throwIfAny(brought.flatMap((artifact) => problemsOf(artifact)));
      for (const artifact of brought) copyArtifact(artifact, join(folder, "cache", KEY));
    });
    const written = filesIn(folder).filter((file) => !before.has(file));
    const rights = [FILE, "stamp.json"].map((file) => `cache/${KEY}/${file}`);
    const isRight = (file: string): boolean => rights.includes(file);
    demand(written.every(isRight), "a bundle writes its artifacts and nothing else", written);
    const victim = readFileSync(join(folder, "victim/index.html"), "utf8");
    demand(victim === BYTES, "a bundle changes nothing outside");
    return outcome;
  },
};
