import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FaultArchive } from "./archive.ts";
import { runBuild } from "./build-process.ts";
import { built, bytesOf } from "./built-site.ts";
import { lockFaults } from "./lock-faults.ts";
import { FaultOnce, PROCESS_FAULTS, type ProcessFault } from "./process-faults.ts";

/** @returns what is wrong with how a build took a fault */
async function sufferOnce(fault: ProcessFault, archive: FaultArchive, number: number) {
  const [options, site] = [archive.options("site"), join(archive.folder, "site")];
  if (fault.isLarge) archive.changeAll(number);
  else archive.change(number);
  const before = bytesOf(site);
  const once = new FaultOnce(fault);
  const { code, signal, text } = await runBuild(options, (pid, over) => once.act(pid, over));
  const isLocked = existsSync(`${site}.lock`) && fault.signal !== "SIGKILL";
  const living = await once.livingOn();
  const wrong = [
    ...(once.hasHappened ? [] : ["it did not happen"]),
    ...(code === 0 ? ["the build succeeded"] : []),
    ...(fault.victim === undefined && signal !== fault.signal ? ["the build went on"] : []),
    ...(fault.told.test(text) ? [] : [`an editor was told:\n${text}`]),
    ...(living === 0 ? [] : [`${living} processes live on`]),
    ...(isLocked ? ["its lock stayed"] : []),
    ...(bytesOf(site) === before ? [] : ["the site changed"]),
  ];
  await built(options);
  return wrong.map((one) => `${fault.name}: ${one}`);
}

/** @returns what is wrong with how a build took a lock that it found */
async function findLocks(archive: FaultArchive): Promise<string[]> {
  const [options, site] = [archive.options("site"), join(archive.folder, "site")];
  const wrong: string[] = [];
  for (const { name, lock } of lockFaults()) {
    archive.change(0);
    writeFileSync(`${site}.lock`, lock);
    const milliseconds = await built(options);
    console.log(`  ${name}: taken over, built in ${(milliseconds / 1000).toFixed(1)} s`);
    if (existsSync(`${site}.lock`)) wrong.push(`${name}: it stayed`);
  }
  return wrong;
}

/**
 * Faults of single processes, and locks that are left; the system has to tell of processes.
 *
 * @param archive of 24 articles at least: so many that change are made by several processes
 * @param most how many of the faults; the locks come after the last of them
 * @returns what is wrong
 */
export async function sufferAll(archive: FaultArchive, most: number): Promise<string[]> {
  const faults = existsSync("/proc/self/stat") ? PROCESS_FAULTS.slice(0, most) : [];
  if (faults.length === 0) return [];
  await built(archive.options("site"));
  const wrong: string[] = [];
  for (const [number, fault] of faults.entries()) {
    const faulty = await sufferOnce(fault, archive, number);
    if (faulty.length === 0) console.log(`  ${fault.name}: told, nothing lives on, then built`);
    wrong.push(...faulty);
  }
  if (faults.length === PROCESS_FAULTS.length) wrong.push(...(await findLocks(archive)));
  return wrong;
}
