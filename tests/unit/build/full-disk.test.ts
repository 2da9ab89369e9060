import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readHashes } from "../../../src/build/index.ts";
import { explainDisk } from "../../../src/build/staging.ts";
import { temporaryFolder } from "../temporary.ts";

/** Of what a change needs, some of it has room. */
const LEFT_BYTES = 60_000;

test("what a disk refuses is told whoever wraps it", () => {
  const disk = Object.assign(new Error("ENOSPC: no space left on device, write"), {
    code: "ENOSPC",
  });
  const byEleventy = Object.assign(new Error("Having trouble"), { originalError: disk });
  const outer = new Error("Pages failed", { cause: byEleventy });
  for (const error of [disk, byEleventy, outer]) {
    expect(String(explainDisk(error, "cache"))).toContain("на диске нет места");
  }
  const other = new Error("Having trouble", { cause: new Error("no such page") });
  expect(explainDisk(other, "cache")).toBe(other);
});

const mount = (...flags: readonly string[]) => spawnSync("mount", flags).status === 0;

/** A disk of some megabytes in memory; nothing where this process may not mount one. */
function smallDisk(): string | undefined {
  const disk = join(temporaryFolder(), "disk");
  mkdirSync(disk);
  if (!mount("-t", "tmpfs", "-o", "size=24m", "tmpfs", disk)) return undefined;
  onTestFinished(() => void spawnSync("umount", [disk]));
  return disk;
}

test("a disk that is full, or open for reading only, costs no site", ({ skip }) => {
  const disk = smallDisk();
  if (disk === undefined) return skip("no disk can be mounted here");
  const folder = temporaryFolder({ "content/a.md": "---\ntitle: А\n---\n\nТекст.\n" });
  const [site, filler] = [join(disk, "site"), join(disk, "filler")];
  // In a process each: Pagefind's own, which many builds of one share, dies of a full disk.
  const build = () => {
    const places = ["--content", join(folder, "content"), "--data", join(folder, "data")];
    const outputs = ["--output", site, "--cache", join(disk, "cache")];
    const command = ["--import", "tsx", "scripts/build.ts", ...places, ...outputs];
    return spawnSync(process.execPath, command, { encoding: "utf8" });
  };
  expect(build().status).toBe(0);
  const before = [...readHashes(site)];
  writeFileSync(join(folder, "content/b.md"), "---\ntitle: Б\n---\n\nТекст.\n");

  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(filler, Buffer.alloc(bavail * bsize - LEFT_BYTES));
  const full = build();
  expect(full.stderr).toContain("на диске нет места");
  expect(full.status).toBe(1);
  expect([...readHashes(site)]).toEqual(before);
  rmSync(filler);

  expect(mount("-o", "remount,ro", disk)).toBe(true);
  const closed = build();
  expect(closed.stderr).toContain("диск открыт только для чтения");
  expect(closed.status).toBe(1);
  expect(mount("-o", "remount,rw", disk)).toBe(true);
  expect([...readHashes(site)]).toEqual(before);

  const { status, stdout } = build();
  expect(status).toBe(0);
  expect(stdout).toContain("2 статьи");
});
