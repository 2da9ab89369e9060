import { type ParseArgsConfig, parseArgs } from "node:util";

/**
 * Reads the options of a command of this folder. Where its help is asked for, it is printed and the command ends.
 *
 * @param help what the command does, and its options
 * @param options as parseArgs takes them
 * @throws TypeError where an option is given that is not among them
 */
export function readOptions<const Options extends NonNullable<ParseArgsConfig["options"]>>(
  help: string,
  options: Options,
) {
  if (process.argv.slice(2).some((one) => one === "--help" || one === "-h")) {
    console.log(help);
    process.exit(0);
  }
  return parseArgs({ options }).values;
}
