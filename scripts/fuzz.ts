import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { UsageError } from "../src/build/index.ts";
import { readArguments, runCommand } from "../src/cli/index.ts";
import { replay, runFuzz } from "../tests/fuzz/campaign.ts";

const HELP = `npm run fuzz -- [параметры]

Даёт программе враждебные файлы: сначала огромные, затем случайные. На каждый она отвечает сайтом или
сообщением; если нет, случай показан и код выхода 1. В конце собирает сайты из враждебных картинок и
адресов и открывает каждый их файл в Chromium: один случай на сотню остальных.

  --cases ЧИСЛО     сколько случайных случаев        100000
  --seed ЧИСЛО      с чего они начинаются            1
  --only ИМЯ        один вид: article, data, import, raw text, check, words,
                    pictures, hosting, big, opened
  --replay ПАПКА    повторить случай, который остался от неудачи`;

const FLAGS = {
  cases: { type: "string", default: "100000" },
  seed: { type: "string", default: "1" },
  only: { type: "string" },
  replay: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

await runCommand(async () => {
  const { values } = readArguments({ options: FLAGS });
  if (values.help) return console.log(HELP);
  if (values.replay !== undefined) return replay(resolve(values.replay));
  const work = mkdtempSync(join(tmpdir(), "vestnik-fuzz-"));
  const isRight = await runFuzz({
    cases: wholeNumber("--cases", values.cases),
    seed: wholeNumber("--seed", values.seed),
    only: values.only,
    work,
    tell: (line) => console.error(line),
  });
  if (isRight) rmSync(work, { recursive: true, force: true });
  else process.exitCode = 1;
});

function wholeNumber(flag: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(`${flag} ${text}: нужно целое число.`);
}
