import { readManifest } from "../src/build/index.ts";
import { siteArguments } from "./arguments.ts";
import { runCommand } from "./command.ts";
import { show } from "./show.ts";

await runCommand(async () => {
  const given = siteArguments("serve", "Показывает собранный сайт на этом компьютере.");
  if (given === undefined) return;
  const { output: folder } = given.options;
  const { pathPrefix } = await readManifest(folder);
  await show({ command: "serve", site: { folder, pathPrefix }, given });
});
