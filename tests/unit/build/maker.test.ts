import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ArtifactCache } from "../../../src/build/cache/artifact-cache.ts";
import type { CodeKeys } from "../../../src/build/tasks/code-keys.ts";
import { differences, readRecord } from "../../../src/build/tasks/inputs.ts";
import { allMade, Maker, type Making, type Step } from "../../../src/build/tasks/maker.ts";
import type { Job, TaskName } from "../../../src/build/tasks/tasks.ts";
import { ContentError } from "../../../src/content/index.ts";
import { temporaryFolder } from "../temporary.ts";

const CODES = { segment: "code of segments", leaf: "code of leaves" } as CodeKeys;

interface Options {
  readonly codes?: CodeKeys;
  readonly refused?: readonly TaskName[];
}

/** Tasks that write the name of the task. */
function makerIn(cache: string, { codes = CODES, refused = [] }: Options = {}) {
  const ran: string[] = [];
  const run = async ({ task, folder }: Job): Promise<void> => {
    ran.push(task);
    writeFileSync(join(folder, "made"), task);
  };
  return { maker: new Maker(new ArtifactCache(cache), codes, run, refused), ran };
}

const step = (
  inputs: Step["inputs"],
  task: "segment" | "leaf" = "segment",
): Making<typeof task> => ({ task, id: "2021", inputs, order: () => ({}) as never });

test("a task runs once for the same inputs and the same code, in every build", async () => {
  const cache = temporaryFolder();
  const { maker, ran } = makerIn(cache);
  const first = await maker.make(step({ a: 1 }));
  expect(readFileSync(join(first.folder, "made"), "utf8")).toBe("segment");
  expect(first.isNew).toBe(true);
  expect(await maker.make(step({ a: 1 }))).toEqual({ ...first, isNew: false });
  expect(await makerIn(cache).maker.make(step({ a: 1 }))).toEqual({
    ...first,
    isNew: false,
  });
  await maker.make(step({ a: 2 }));
  await maker.make(step({ a: 1 }, "leaf"));
  await makerIn(cache, { codes: { ...CODES, segment: "other" } }).maker.make(step({ a: 1 }));
  expect(ran).toEqual(["segment", "segment", "leaf"]);
});

test("two that are asked for at once are made once", async () => {
  const { maker, ran } = makerIn(temporaryFolder());
  const made = await allMade([maker.make(step({ a: 1 })), maker.make(step({ a: 1 }))]);
  expect(new Set(made.map(({ key }) => key)).size).toBe(1);
  expect(ran).toEqual(["segment"]);
});

test("an artifact knows what it was made from", async () => {
  const cache = temporaryFolder();
  const { maker } = makerIn(cache);
  const first = await maker.make(step({ site: { name: "А", zone: "UTC" }, list: [1] }));
  const record = readRecord(first.folder);
  expect(record).toMatchObject({ task: "segment", id: "2021" });
  const next = makerIn(cache, { codes: { ...CODES, segment: "other" } }).maker;
  const second = await next.make(step({ site: { name: "Б", zone: "UTC" }, list: [1, 2] }));
  const inputs = readRecord(second.folder)?.inputs ?? {};
  expect(differences(record?.inputs ?? {}, inputs)).toEqual(["code", "list", "site.name"]);
});

test("what another machine was to make is named, all of it, and is not made here", async () => {
  const { maker, ran } = makerIn(temporaryFolder(), { refused: ["leaf"] });
  const making = ["2021", "2020"].map((id) => maker.make({ ...step({ id }, "leaf"), id }));
  const error = await allMade(making).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ContentError);
  expect((error as ContentError).problems.map(({ file }) => file)).toEqual(["2021", "2020"]);
  expect(ran).toEqual([]);
});
