/** How often a line of a terminal is written anew, and how often one more line elsewhere; in milliseconds. */
const TERMINAL_MS = 100;
const PATIENCE_MS = 2000;

/** What a line moves on: a stream that may be a terminal, and a clock in milliseconds. */
export interface MovingLineOptions {
  readonly stream: {
    readonly isTTY?: boolean;
    readonly columns?: number;
    write(text: string): unknown;
  };
  readonly now: () => number;
}

/** Tells how far a command has come, beside its output, which a program may read. */
export class MovingLine {
  readonly #stream: MovingLineOptions["stream"];
  readonly #now: () => number;
  #last: number;
  #isShown = false;

  constructor({ stream, now }: MovingLineOptions = SYSTEM) {
    this.#stream = stream;
    this.#now = now;
    this.#last = now();
  }

  /** @param line replaces the one before on a terminal; elsewhere most of them are left out */
  show(line: string): void {
    const { isTTY = false, columns = 80 } = this.#stream;
    const now = this.#now();
    if (now - this.#last < (isTTY ? TERMINAL_MS : PATIENCE_MS)) return;
    this.#last = now;
    // A line that is wrapped would not be rewritten whole.
    const cut = line.length < columns ? line : `${line.slice(0, columns - 2)}…`;
    this.#stream.write(isTTY ? `\r${cut}\x1b[K` : `${line}…\n`);
    this.#isShown = isTTY;
  }

  /** Takes the line away, so that the output begins where it stood. */
  end(): void {
    if (this.#isShown) this.#stream.write("\r\x1b[K");
    this.#isShown = false;
  }
}

const SYSTEM: MovingLineOptions = { stream: process.stderr, now: () => performance.now() };
