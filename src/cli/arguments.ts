import {
  BUILD_FLAGS,
  type BuildOptions,
  buildOptions,
  OPTIONS_HELP,
  readArguments,
  UsageError,
} from "../build/index.ts";

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
