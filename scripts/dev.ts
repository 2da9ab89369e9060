import { spawn } from "node:child_process";
import { join } from "node:path";
import EleventyDevServer from "@11ty/eleventy-dev-server";
import { watch } from "chokidar";
import { type BuildOptions, PROJECT, readManifest } from "../src/build/index.ts";
import { siteArguments } from "./arguments.ts";
import { runCommand } from "./command.ts";
import { build } from "./steps.ts";

/** Editors save several files at once: wait until it is quiet for so long. */
const QUIET_MS = 60;

await runCommand(async () => {
  const given = siteArguments("dev", "Показывает сайт и пересобирает его, когда файлы меняются.");
  if (given === undefined) return;
  await build(given.options);
  const { pathPrefix } = await readManifest(given.options.output);
  const server = EleventyDevServer.getServer("vestnik", given.options.output, {
    pathPrefix,
    domDiff: false,
    port: given.port ?? 8080,
    messageOnStart: ({ hosts }) => `\n  Сайт открыт: ${hosts?.[0]}\n  Остановить: Ctrl+C\n`,
  });
  server.serve(given.port ?? 8080);
  rebuildOnChange(given.options, () => server.reload({}));
});

function rebuildOnChange(options: BuildOptions, afterBuild: () => void): void {
  const sources = [options.content, options.data, join(PROJECT, "src")];
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(run, QUIET_MS);
  };
  const run = async (): Promise<void> => {
    if (running !== undefined) return schedule();
    running = rebuild(options).then((succeeded) => {
      if (succeeded) afterBuild();
    });
    await running;
    running = undefined;
  };
  watch(sources, { ignoreInitial: true }).on("all", schedule);
}

/** In a process of its own, so that a changed template or module is read anew. */
function rebuild(options: BuildOptions): Promise<boolean> {
  const script = join(PROJECT, "scripts/build.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, ...toFlags(options)], {
    cwd: PROJECT,
    stdio: "inherit",
  });
  return new Promise((resolve) => child.once("exit", (code) => resolve(code === 0)));
}

function toFlags({ content, data, output, overrides }: BuildOptions): string[] {
  const flags = ["--content", content, "--data", data, "--output", output];
  if (overrides.url !== undefined) flags.push("--url", overrides.url);
  if (overrides.pathPrefix !== undefined) flags.push("--path-prefix", overrides.pathPrefix);
  return flags;
}
