import { siteArguments } from "./arguments.ts";
import { runCommand } from "./command.ts";
import { serve } from "./steps.ts";

await runCommand(async () => {
  const given = siteArguments("serve", "Показывает собранный сайт на этом компьютере.");
  if (given !== undefined) await serve(given.options.output, given.port);
});
