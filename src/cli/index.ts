export { explain, runCommand } from "./command.ts";
export { COMMANDS, isCommand } from "./commands.ts";
export { build } from "./steps.ts";
