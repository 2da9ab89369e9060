import { readManifest } from "../build/index.ts";
import { siteArguments } from "./arguments.ts";
import { show } from "./show.ts";

export async function run(args: string[]): Promise<void> {
  const given = siteArguments(args, "serve", "Показывает собранный сайт на этом компьютере.");
  if (given === undefined) return;
  const { output: folder } = given.options;
  const { pathPrefix } = await readManifest(folder);
  await show({ command: "serve", site: { folder, pathPrefix }, given });
}
