import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readHashes } from "../../../src/build/index.ts";
import { temporaryFolder } from "../temporary.ts";
import { buildIn, refusalOf } from "./build-in.ts";

/** Of what a change needs, some of it has room. */
const LEFT_BYTES = 60_000;

const mount = (...flags: readonly string[]) => spawnSync("mount", flags).status === 0;

/** A disk of some megabytes in memory; nothing where this process may not mount one. */
function smallDisk(): string | undefined {
  const disk = join(temporaryFolder(), "disk");
  mkdirSync(disk);
  if (!mount("-t", "tmpfs", "-o", "size=24m", "tmpfs", disk)) return undefined;
  onTestFinished(() => void spawnSync("umount", [disk]));
  return disk;
}

test("a disk that is full, or open for reading only, costs no site", {
  timeout: 120_000,
}, async ({ skip }) => {
  const disk = smallDisk();
  if (disk === undefined) return skip("no disk can be mounted here");
  const folder = temporaryFolder({ "content/a.md": "---\ntitle: А\n---\n\nТекст.\n" });
  const [site, filler] = [join(disk, "site"), join(disk, "filler")];
  const build = () => buildIn(folder, { output: site, cache: join(disk, "cache") });
  await build();
  const before = [...readHashes(site)];
  writeFileSync(join(folder, "content/b.md"), "---\ntitle: Б\n---\n\nТекст.\n");

  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(filler, Buffer.alloc(bavail * bsize - LEFT_BYTES));
  expect(await refusalOf(build(), folder)).toContain("на диске нет места");
  expect([...readHashes(site)]).toEqual(before);
  rmSync(filler);

  expect(mount("-o", "remount,ro", disk)).toBe(true);
  expect(await refusalOf(build(), folder)).toContain("диск открыт только для чтения");
  expect(mount("-o", "remount,rw", disk)).toBe(true);
  expect([...readHashes(site)]).toEqual(before);

  expect((await build()).articles).toBe(2);
});
