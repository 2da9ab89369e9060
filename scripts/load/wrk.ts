import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

/** What a server held. */
export interface Load {
  readonly requests: number;
  readonly perSecond: number;
  readonly megabytesPerSecond: number;
  /** Milliseconds within which 99 of 100 answers came. */
  readonly p99: number;
  /** Answers other than 2xx and 3xx, and what broke or did not come in time. */
  readonly errors: number;
}

/** wrk tells its figures to a script in Lua, which asks for one path after the other. */
const SCRIPT = (paths: readonly string[]): string => `
local paths = { ${paths.map((path) => JSON.stringify(path)).join(", ")} }
local number = 0
request = function()
  number = number + 1
  return wrk.format("GET", paths[number % #paths + 1], { ["Accept-Encoding"] = "br, gzip" })
end
done = function(summary, latency)
  local failed = summary.errors
  local errors = failed.connect + failed.read + failed.write + failed.status + failed.timeout
  local answer = '{"requests":%d,"microseconds":%d,"bytes":%d,"p99":%d,"errors":%d}'
  local p99 = latency:percentile(99)
  print(string.format(answer, summary.requests, summary.duration, summary.bytes, p99, errors))
end
`;

const MICROSECONDS = 1e6;

/**
 * @param address of the site, without a slash at the end
 * @param paths what is asked for, in turn; with a slash at the start
 * @param seconds how long
 * @param connections how many at once
 * @param work a folder for its script
 * @throws Error where there is no wrk, or it fails
 */
export async function loadWith(
  address: string,
  paths: readonly string[],
  { seconds, connections, work }: { seconds: number; connections: number; work: string },
): Promise<Load> {
  const script = join(work, "paths.lua");
  writeFileSync(script, SCRIPT(paths));
  const flags = ["-t", "1", "-c", String(connections), "-d", `${seconds}s`, "-s", script, address];
  const { stdout } = await promisify(execFile)("wrk", flags);
  const told = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Record<string, number>;
  const { requests = 0, microseconds = 0, bytes = 0, p99 = 0, errors = 0 } = told;
  const time = microseconds / MICROSECONDS;
  return {
    requests,
    perSecond: Math.round(requests / time),
    megabytesPerSecond: Math.round(bytes / time / 1e6),
    p99: p99 / 1000,
    errors,
  };
}
