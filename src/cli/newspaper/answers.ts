import { createInterface, type Interface } from "node:readline/promises";
import { UsageError } from "../../build/index.ts";
import { faultOfSetting } from "../../content/index.ts";
import { isRussian } from "../../language/index.ts";

/** Where a newspaper is published, by the names of `--hosting`. */
export const HOSTINGS = {
  github: "GitHub Pages",
  gitlab: "GitLab Pages",
  netlify: "Netlify",
  cloudflare: "Cloudflare Pages",
  none: "свой сервер или решу потом",
} as const;

/** What a newspaper is begun with. */
export interface Answers {
  readonly name: string;
  readonly address: string;
  readonly language: string;
  readonly timeZone: string;
  readonly hosting: string;
}

interface Question {
  readonly flag: string;
  readonly text: string;
  readonly usual: string;
  /** The same for a newspaper in another language. */
  readonly usualElsewhere?: string;
  /** @returns what is wrong with an answer, in Russian */
  readonly faultOf: (answer: string) => string | undefined;
}

/** In the order in which they are asked. */
const QUESTIONS: Readonly<Record<keyof Answers, Question>> = {
  name: {
    flag: "--name",
    text: "Как называется газета",
    usual: "Моя газета",
    usualElsewhere: "My Newspaper",
    faultOf: (answer) => faultOfSetting("name", answer),
  },
  address: {
    flag: "--address",
    text: "Адрес сайта",
    usual: "https://example.org",
    faultOf: (answer) => faultOfSetting("address", answer),
  },
  language: {
    flag: "--language",
    text: "Язык",
    usual: "ru",
    faultOf: (answer) => faultOfSetting("language", answer),
  },
  timeZone: {
    flag: "--time-zone",
    text: "Часовой пояс",
    usual: "Europe/Moscow",
    faultOf: (answer) => faultOfSetting("timeZone", answer),
  },
  hosting: {
    flag: "--hosting",
    text: `Где сайт будет жить: ${Object.entries(HOSTINGS)
      .map(([name, label]) => `${name} (${label})`)
      .join(", ")}`,
    usual: "github",
    faultOf: (answer) =>
      Object.hasOwn(HOSTINGS, answer) ? undefined : `есть: ${Object.keys(HOSTINGS).join(", ")}.`,
  },
};

const NAMES = Object.keys(QUESTIONS) as (keyof Answers)[];

/**
 * Completes what the command line says: a person is asked for the rest, and `--yes` takes what is usual.
 *
 * @param given what the command line says
 * @param takesUsual whether nothing is asked
 * @throws UsageError where an answer cannot be right, or nobody is there to be asked
 */
export async function completeAnswers(
  given: Partial<Answers>,
  takesUsual: boolean,
): Promise<Answers> {
  for (const name of NAMES) refuseWrong(name, given[name]);
  const missing = NAMES.filter((name) => given[name] === undefined);
  const canAsk = process.stdin.isTTY === true && !takesUsual;
  if (missing.length > 0 && !canAsk && !takesUsual) {
    const flags = missing.map((name) => QUESTIONS[name].flag).join(", ");
    throw new UsageError(`Укажите ${flags}, или --yes: тогда они будут обычными.`);
  }
  const rest = canAsk
    ? await askFor(missing, given)
    : missing.map((name) => usualOf(QUESTIONS[name], given));
  const added = Object.fromEntries(missing.map((name, index) => [name, rest[index] ?? ""]));
  return { ...added, ...given } as unknown as Answers;
}

function refuseWrong(name: keyof Answers, answer: string | undefined): void {
  const { flag, faultOf } = QUESTIONS[name];
  const fault = answer === undefined ? undefined : faultOf(answer);
  if (fault !== undefined) throw new UsageError(`${flag} «${answer}»: ${fault}`);
}

/** @returns what a newspaper in a language is called until its editor names it */
export function usualName(language: string): string {
  return usualOf(QUESTIONS.name, { language });
}

/** @param given what is known of the newspaper before it is asked for */
function usualOf({ usual, usualElsewhere = usual }: Question, given: Partial<Answers>): string {
  return isRussian(given.language ?? "ru") ? usual : usualElsewhere;
}

async function askFor(
  names: readonly (keyof Answers)[],
  given: Partial<Answers>,
): Promise<string[]> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answers: string[] = [];
    for (const name of names) {
      const question = QUESTIONS[name];
      answers.push(await ask({ ...question, usual: usualOf(question, given) }, terminal));
    }
    return answers;
  } finally {
    terminal.close();
  }
}

/** Asks until the answer may be right; Enter takes what is usual. */
async function ask({ text, usual, faultOf }: Question, terminal: Interface): Promise<string> {
  for (;;) {
    const answer = (await terminal.question(`${text} [${usual}]: `)).trim() || usual;
    const fault = faultOf(answer);
    if (fault === undefined) return answer;
    console.log(`  ${fault}`);
  }
}
