import { setTimeout } from "node:timers/promises";
import { groupBy } from "../../../language/maps.ts";
import { writeWhole } from "../../model/write-file.ts";
import type { ImageStore } from "./image-store.ts";
import { isPrivateHost } from "./private-host.ts";

/** How pictures are fetched. */
export interface FetchOptions {
  readonly store: ImageStore;
  /** In bytes, of one picture. */
  readonly maxBytes: number;
  /** Milliseconds for one. */
  readonly timeout: number;
  /** Milliseconds between two pictures of one host. */
  readonly pause: number;
  /** Hosts of the source, which may be in the editor's own network. */
  readonly trusted: ReadonlySet<string>;
  readonly progress?: ((done: number, count: number) => void) | undefined;
}

export interface FetchReport {
  readonly fetched: number;
  /** In the store already. */
  readonly known: number;
  readonly failed: readonly { readonly address: string; readonly reason: string }[];
}

/** Tells servers who asks. */
const USER_AGENT = "vestnik-import (+https://www.npmjs.com/package/vestnik)";

/** Hosts that are asked at the same time, each for one picture after the other. */
const MOST_HOSTS = 4;

/** Redirects; browsers follow 20. */
const MOST_STEPS = 5;

/** Failures in a row after which a host is not asked again. */
const MOST_FAILURES = 5;

/**
 * Brings pictures from the web: one at a time from each host, none that is there already.
 *
 * @param addresses of http and https
 */
export async function fetchImages(
  addresses: Iterable<string>,
  options: FetchOptions,
): Promise<FetchReport> {
  const all = [...new Set(addresses)];
  const wanted = all.filter((address) => options.store.find(address) === undefined);
  const hosts = byHost(wanted);
  const failed: { address: string; reason: string }[] = [];
  let done = 0;
  const told = (address: string, reason: string | undefined): void => {
    if (reason !== undefined) failed.push({ address, reason });
    options.progress?.(++done, wanted.length);
  };
  const workers = Array.from({ length: Math.min(MOST_HOSTS, hosts.length) }, async () => {
    for (let host = hosts.shift(); host !== undefined; host = hosts.shift())
      await fetchFromHost(host, options, told);
  });
  await Promise.all(workers);
  const fetched = wanted.length - failed.length;
  return { fetched, known: all.length - wanted.length, failed };
}

function byHost(addresses: readonly string[]): string[][] {
  return [...groupBy(addresses, (address) => new URL(address).host).values()];
}

async function fetchFromHost(
  addresses: readonly string[],
  options: FetchOptions,
  told: (address: string, reason: string | undefined) => void,
): Promise<void> {
  let failures = 0;
  for (const [index, address] of addresses.entries()) {
    if (failures >= MOST_FAILURES) {
      told(address, "сервер не отвечает");
      continue;
    }
    if (index > 0) await setTimeout(options.pause);
    const { reason, isDead } = await fetchOne(address, options);
    failures = isDead ? failures + 1 : 0;
    told(address, reason);
  }
}

interface Outcome {
  /** In Russian. */
  readonly reason?: string;
  /** Whether the host itself gave no answer. */
  readonly isDead?: boolean;
}

async function fetchOne(address: string, options: FetchOptions): Promise<Outcome> {
  try {
    const response = await answerOf(address, options, AbortSignal.timeout(options.timeout));
    const bytes =
      typeof response === "string" ? response : await bodyOf(response, options.maxBytes);
    if (typeof bytes === "string") return { reason: bytes };
    writeWhole(options.store.fileOf(address), bytes);
    return {};
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const isLate = error.name === "TimeoutError";
    return {
      reason: isLate ? "сервер отвечает слишком долго" : "сервер не отвечает",
      isDead: true,
    };
  }
}

/** Every redirect is checked before it is followed. */
async function answerOf(
  address: string,
  { trusted }: FetchOptions,
  signal: AbortSignal,
): Promise<Response | string> {
  const headers = { "user-agent": USER_AGENT, accept: "image/*" };
  let url = new URL(address);
  for (let step = 0; step <= MOST_STEPS; step++) {
    const isRefused = isPrivateHost(url.hostname) && !trusted.has(url.hostname);
    if (isRefused || !/^https?:$/.test(url.protocol)) return "адрес во внутренней сети";
    const response = await fetch(url, { headers, signal, redirect: "manual" });
    const next = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || next === null) return response;
    await response.body?.cancel();
    url = new URL(next, url);
  }
  return "сервер посылает по кругу";
}

/** @returns the bytes, or why there are none */
async function bodyOf(response: Response, most: number): Promise<Buffer | string> {
  const type = response.headers.get("content-type") ?? "";
  const refused = refusalOf(response, type, most);
  if (refused !== undefined || response.body === null) {
    await response.body?.cancel();
    return refused ?? "сервер ответил пустым файлом";
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  // A server may send more than it says.
  for await (const part of response.body) {
    size += part.length;
    if (size > most) return tooLarge(most);
    parts.push(part);
  }
  return size === 0 ? "сервер ответил пустым файлом" : Buffer.concat(parts);
}

function refusalOf(response: Response, type: string, most: number): string | undefined {
  if (!response.ok) return `сервер ответил ${response.status}`;
  if (!/^(?:image\/|application\/octet-stream)/i.test(type) && type !== "")
    return `это не картинка: ${type.slice(0, 60)}`;
  return Number(response.headers.get("content-length") ?? 0) > most ? tooLarge(most) : undefined;
}

function tooLarge(most: number): string {
  return `файл больше ${Math.floor(most / 1_000_000)} МБ`;
}
