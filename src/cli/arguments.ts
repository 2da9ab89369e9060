import { parseArgs } from "node:util";
import { type BuildOptions, buildOptions, UsageError } from "../build/index.ts";

/** One line of help for each option, with its environment variable and its default. */
export const OPTIONS_HELP = `  --content ПАПКА        статьи                      VESTNIK_CONTENT      content
  --data ПАПКА           site.yaml, headlines.yaml   VESTNIK_DATA         _data
  --output ПАПКА         готовый сайт                VESTNIK_OUTPUT       _site
  --url АДРЕС            https://example.org         VESTNIK_URL          из site.yaml
  --path-prefix /news/   папка сайта на сервере      VESTNIK_PATH_PREFIX  из site.yaml
  --now ВРЕМЯ            какой момент считать нынешним  VESTNIK_NOW       по часам
  --preview              показать и черновики, и то, что ждёт своего времени
  --cache ПАПКА          готовые тома указателя      VESTNIK_CACHE        node_modules/.cache/vestnik
  --workers ЧИСЛО        сколько процессов строят сайт  VESTNIK_WORKERS   по ядрам и памяти`;

/** The options that every command of a site takes, as node:util reads them. */
export const BUILD_FLAGS = {
  content: { type: "string" },
  data: { type: "string" },
  output: { type: "string" },
  url: { type: "string" },
  "path-prefix": { type: "string" },
  cache: { type: "string" },
  workers: { type: "string" },
  now: { type: "string" },
  preview: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

export interface SiteArguments {
  readonly options: BuildOptions;
  readonly port: number | undefined;
  /** The address to listen on, or a name of it. */
  readonly host: string | undefined;
}

const SERVING_HELP = `  --port ЧИСЛО           порт                        PORT                 8080 или следующий свободный
  --host АДРЕС           откуда сайт виден           VESTNIK_HOST         только с этого компьютера`;

/**
 * Reads the command line of serve, start and dev, or prints their help.
 *
 * @param args what stands behind the command
 * @param command its name
 * @param purpose one line in Russian
 * @returns nothing where help was asked for
 * @throws UsageError where the command line cannot be understood
 */
export function siteArguments(
  args: string[],
  command: string,
  purpose: string,
): SiteArguments | undefined {
  const options = { ...BUILD_FLAGS, port: { type: "string" }, host: { type: "string" } } as const;
  const { values } = readArguments({ args, options });
  if (values.help) {
    console.log(`npm run ${command} -- [параметры]\n\n${purpose}\n\n${OPTIONS_HELP}`);
    console.log(SERVING_HELP);
    return undefined;
  }
  return {
    options: buildOptions(values, process.env),
    port: toPort(values.port ?? process.env.PORT),
    host: toHost(values.host ?? process.env.VESTNIK_HOST),
  };
}

/** An address of IPv6 may stand in brackets, as in a browser. */
function toHost(text: string | undefined): string | undefined {
  return text?.replace(/^\[(.*)\]$/, "$1") || undefined;
}

function toPort(text: string | undefined): number | undefined {
  if (text === undefined || text === "") return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new UsageError(`Порт «${text}» невозможен: нужно число от 0 до 65535.`);
}

/**
 * node:util's parseArgs, strict, with its complaints as a UsageError.
 *
 * @param config its configuration
 */
export function readArguments<Config extends NonNullable<Parameters<typeof parseArgs>[0]>>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Не понимаю параметры: ${reason}`, { cause: error });
  }
}
