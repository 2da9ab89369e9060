import { readServed } from "../build/index.ts";
import { siteArguments } from "./arguments.ts";
import { show } from "./show.ts";

export async function run(args: string[]): Promise<void> {
  const given = siteArguments(args, "serve", "Показывает собранный сайт на этом компьютере.");
  if (given === undefined) return;
  const site = await readServed(given.options.output);
  await show({ command: "serve", site, given });
}
