import { siteArguments } from "./arguments.ts";
import { runCommand } from "./command.ts";
import { build, serve } from "./steps.ts";

await runCommand(async () => {
  const given = siteArguments("start", "Собирает сайт и показывает его на этом компьютере.");
  if (given === undefined) return;
  await build(given.options);
  await serve(given.options.output, given.port);
});
