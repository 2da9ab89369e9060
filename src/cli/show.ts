import { UsageError } from "../build/index.ts";
import {
  isLoopback,
  nextFreePort,
  type RunningServer,
  type ServeOptions,
  serveSite,
} from "../serve/index.ts";
import type { SiteArguments } from "./arguments.ts";

/** The port where none is asked for. */
const DEFAULT_PORT = 8080;

/** Why nothing can listen there, by the system's code. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: "система не разрешает занять такой порт: возьмите номер больше 1023",
  EADDRNOTAVAIL: "у этого компьютера нет такого адреса",
  EAFNOSUPPORT: "этот компьютер не знает адресов такого вида",
  EINVAL: "такого адреса не бывает",
  ENOTFOUND: "такого имени нет в сети",
};

/** How a site is shown: what of it, and where. */
export interface Showing {
  /** The name in package.json, for what is advised. */
  readonly command: string;
  readonly site: Omit<ServeOptions, "host" | "port">;
  readonly given: Pick<SiteArguments, "host" | "port">;
  /** Ends what else runs, when the command is ended. */
  readonly close?: () => Promise<void>;
}

/**
 * Serves a site until Ctrl+C or SIGTERM, and prints where.
 *
 * @throws UsageError where nothing can listen on the port or the address that was asked for
 */
export async function show(showing: Showing): Promise<void> {
  const { given, close } = showing;
  const server = await openServer(showing);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, async () => {
      await Promise.all([server.close(), close?.()]);
      process.exit();
    });
  }
  if (given.host !== undefined && !isLoopback(given.host)) {
    console.warn("Внимание: сайт виден всем, кто может обратиться к этому компьютеру по сети.");
  }
  console.log(`\n  Сайт открыт: ${server.address}\n  Остановить: Ctrl+C\n`);
}

async function openServer(showing: Showing): Promise<RunningServer> {
  const { site, given } = showing;
  const { host, port = DEFAULT_PORT } = given;
  try {
    return await serveSite({ ...site, host, port });
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") return openNext(showing, port);
    const reason = REASONS[code];
    throw reason === undefined ? error : new UsageError(`Сайт нельзя показать: ${reason}.`);
  }
}

/** Who insists on a port is told of the next free one; who does not gets it. */
async function openNext({ command, site, given }: Showing, port: number): Promise<RunningServer> {
  const { host } = given;
  const next = await nextFreePort(port, host);
  const taken = `Порт ${port} занят другой программой`;
  if (next === undefined) throw new UsageError(`${taken}, и за ним свободных нет.`);
  if (given.port !== undefined) {
    const advice = `npm run ${command} -- --port ${next}`;
    throw new UsageError(`${taken}. Следующий свободный — ${next}: ${advice}`);
  }
  console.log(`${taken}, взят следующий свободный: ${next}.`);
  return serveSite({ ...site, host, port: next });
}
