import { siteArguments } from "./arguments.ts";
import { runCommand } from "./command.ts";
import { build } from "./steps.ts";

await runCommand(async () => {
  const given = siteArguments("build", "Собирает сайт из статей и заголовков.");
  if (given !== undefined) await build(given.options);
});
