import { spawn } from "node:child_process";
import { once } from "node:events";

/**
 * Runs a command to its end; what it says is shown.
 *
 * @param name what stands above its output
 * @param command a program of node_modules with its arguments
 * @param environment variables besides those of this process
 * @returns the exit code; 1 where it did not start or was killed
 */
export async function run(
  name: string,
  command: readonly string[],
  environment = {},
): Promise<number> {
  console.log(`\n== ${name}`);
  const child = spawn("npx", ["--no-install", ...command], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...environment },
  });
  try {
    const [code] = await once(child, "close");
    return typeof code === "number" ? code : 1;
  } catch (error) {
    console.error(error);
    return 1;
  }
}
