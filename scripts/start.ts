import { readManifest } from "../src/build/index.ts";
import { siteArguments } from "./arguments.ts";
import { runCommand } from "./command.ts";
import { show } from "./show.ts";
import { build } from "./steps.ts";

await runCommand(async () => {
  const given = siteArguments("start", "Собирает сайт и показывает его на этом компьютере.");
  if (given === undefined) return;
  await build(given.options);
  const { output: folder } = given.options;
  const { pathPrefix } = await readManifest(folder);
  await show({ command: "start", site: { folder, pathPrefix }, given });
});
