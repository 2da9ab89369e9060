export { BUILD_FLAGS, OPTIONS_HELP, readArguments } from "./arguments.ts";
export { explain, runCommand } from "./command.ts";
export { COMMANDS, isCommand } from "./commands.ts";
export { build } from "./steps.ts";
