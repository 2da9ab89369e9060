import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { explainDisk } from "../../../src/build/disk/staging.ts";
import { readHashes } from "../../../src/build/index.ts";
import { TRIES_ALL } from "../../sizes.ts";
import { temporaryFolder } from "../temporary.ts";
import { mount, mountAt, NO_MOUNT } from "./mounting.ts";

/** Of what a change needs, some of it has room. */
const LEFT_BYTES = 60_000;
const LEFT_FILES = 20;

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

/** A disk of some megabytes in memory; nothing where this process may not mount one. */
function smallDisk(size: string): string | undefined {
  const disk = join(temporaryFolder(), "disk");
  return mountAt(disk, "-t", "tmpfs", "-o", size, "tmpfs") ? disk : undefined;
}

/** In a process each: Pagefind's own, which many builds of one share, dies of a full disk. */
function buildOn(disk: string, folder: string) {
  const places = ["--content", join(folder, "content"), "--data", join(folder, "data")];
  const outputs = ["--output", join(disk, "site"), "--cache", join(disk, "cache")];
  const command = ["scripts/vestnik.js", "build", ...places, ...outputs];
  return spawnSync(process.execPath, command, { encoding: "utf8" });
}

test("a disk that is full, or open for reading only, costs no site", ({ skip }) => {
  const disk = smallDisk("size=24m");
  if (disk === undefined) return skip(NO_MOUNT);
  const folder = temporaryFolder({ "content/a.md": "---\ntitle: А\n---\n\nТекст.\n" });
  const [site, filler] = [join(disk, "site"), join(disk, "filler")];
  const build = () => buildOn(disk, folder);
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

// The same error of the system as above, with the same words for it.
if (TRIES_ALL) {
  test("a disk that takes no more files costs no site", ({ skip }) => {
    const disk = smallDisk("size=64m,nr_inodes=1000");
    if (disk === undefined) return skip(NO_MOUNT);
    const folder = temporaryFolder({ "content/a.md": "---\ntitle: А\n---\n\nТекст.\n" });
    expect(buildOn(disk, folder).status).toBe(0);
    const [site, fillers] = [join(disk, "site"), join(disk, "fillers")];
    const before = [...readHashes(site)];
    writeFileSync(join(folder, "content/b.md"), "---\ntitle: Б\n---\n\nТекст.\n");

    mkdirSync(fillers);
    const { ffree } = statfsSync(disk);
    for (let file = 0; file < ffree - LEFT_FILES; file++)
      writeFileSync(join(fillers, `${file}`), "");
    const full = buildOn(disk, folder);
    expect(full.stderr).toContain("кончились номера файлов (inode)");
    expect(full.status).toBe(1);
    expect([...readHashes(site)]).toEqual(before);

    rmSync(fillers, { recursive: true });
    const { status, stdout } = buildOn(disk, folder);
    expect(status).toBe(0);
    expect(stdout).toContain("2 статьи");
  });
}
