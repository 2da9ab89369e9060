import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { SynonymGroup } from "../content/index.ts";
import { type VolumePlan, writeVolume } from "../index/index.ts";

/** What a process of its own is sent: one volume to index. */
export interface VolumeOrder {
  readonly plan: VolumePlan;
  /** Where it goes. */
  readonly folder: string;
  readonly synonyms: readonly SynonymGroup[];
}

/**
 * Indexes a volume in a process of its own, whose memory is given back when it ends.
 *
 * @throws Error with what the process said where it fails
 */
export function writeVolumeApart(order: VolumeOrder): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [], {
      execArgv: ["--import", "tsx"],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let complaint = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      complaint += text;
    });
    child.once("error", reject);
    child.once("exit", (code) => {
      const name = order.plan.language;
      if (code === 0) resolve();
      else reject(new Error(`Indexing the volume ${name} ended with ${code}: ${complaint}`));
    });
    child.send(order);
  });
}

if (process.send !== undefined && process.argv[1] === fileURLToPath(import.meta.url)) {
  process.once("message", async (order: VolumeOrder) => {
    await writeVolume(order.plan, order.folder, order.synonyms);
    process.disconnect();
  });
}
