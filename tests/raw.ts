import { connect } from "node:net";

/** What a server said to bytes that no client of HTTP would send. */
export interface RawAnswer {
  /** 0 where it closed the connection without a word. */
  readonly status: number;
  /** Of the first answer, in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** All that came, as Latin-1. */
  readonly text: string;
}

/**
 * Sends bytes as they are and waits until the connection is closed.
 *
 * @param address of the server; its path is not looked at
 * @param bytes as Latin-1
 * @param isEnough whether what has come is enough, so that the connection is cut; all by default
 */
export function sendRaw(
  address: string,
  bytes: string,
  isEnough: (text: string) => boolean = () => false,
): Promise<RawAnswer> {
  const { port } = new URL(address);
  return new Promise((resolve) => {
    let text = "";
    const socket = connect({ host: "127.0.0.1", port: Number(port) });
    socket.setEncoding("latin1").on("data", (chunk: string) => {
      text += chunk;
      if (isEnough(text)) socket.destroy();
    });
    // A server that refuses a request does not read it to its end, and the system says so.
    socket.on("error", () => {});
    socket.on("close", () => resolve(parse(text)));
    socket.write(Buffer.from(bytes, "latin1"));
  });
}

function parse(text: string): RawAnswer {
  const [head = ""] = text.split("\r\n\r\n");
  const [first = "", ...lines] = head.split("\r\n");
  const pairs = lines.map((line) => {
    const [name = "", ...value] = line.split(": ");
    return [name.toLowerCase(), value.join(": ")] as const;
  });
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0);
  return { status, headers: Object.fromEntries(pairs), text };
}

/** @returns a request of one line and headers, after which the server closes the connection */
export function requestOf(line: string, headers: readonly string[] = ["Host: localhost"]): string {
  return [line, ...headers, "Connection: close", "", ""].join("\r\n");
}
