import { readServed } from "../build/index.ts";
import { siteArguments } from "./arguments.ts";
import { show } from "./show.ts";
import { build } from "./steps.ts";

export async function run(args: string[]): Promise<void> {
  const given = siteArguments(args, "start", "Собирает сайт и показывает его на этом компьютере.");
  if (given === undefined) return;
  await build(given.options);
  const site = await readServed(given.options.output);
  await show({ command: "start", site, given });
}
