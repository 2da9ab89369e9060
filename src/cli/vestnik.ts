#!/usr/bin/env node
import { UsageError } from "../build/index.ts";
import { runCommand } from "./command.ts";
import { COMMANDS, type Entry, isCommand } from "./commands.ts";

const TOLD = Object.entries<Entry>(COMMANDS).filter(([, { purpose }]) => purpose !== undefined);
const WIDTH = Math.max(...TOLD.map(([{ length }]) => length));

const HELP = `vestnik КОМАНДА [параметры]

${TOLD.map(([name, { purpose }]) => `  ${name.padEnd(WIDTH)}  ${purpose}`).join("\n")}

Параметры команды: vestnik КОМАНДА --help`;

await runCommand(async () => {
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined || name === "--help" || name === "-h") return console.log(HELP);
  if (!isCommand(name)) {
    const known = TOLD.map(([one]) => one).join(", ");
    throw new UsageError(`Команды «${name}» нет. Есть: ${known}.`);
  }
  const { run } = await COMMANDS[name].load();
  await run(args);
});
