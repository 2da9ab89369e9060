/** How a question ended: answered, or with an error. */
export type Outcome<Answer> = { readonly answer: Answer } | { readonly error: unknown };

/** Sooner answers feel immediate. */
const WAIT_MS = 200;

/** After this time a reader wants to know whether anything still happens. */
const LATE_MS = 10_000;

/**
 * Asks one question at a time, and answers only the last. While one is under way the next waits for a short
 * time: unwanted answers would make it later.
 */
export class Asking<Question, Answer> {
  readonly #answer: (question: Question) => Promise<Answer>;
  readonly #waiting: () => void;
  readonly #late: () => void;
  #latest = 0;
  #under: Promise<unknown> = Promise.resolve();

  /**
   * @param answer finds the answer to a question
   * @param waiting called when the last question takes longer than 200 ms
   * @param late called when it takes longer than ten seconds
   */
  constructor(
    answer: (question: Question) => Promise<Answer>,
    waiting: () => void = () => {},
    late: () => void = () => {},
  ) {
    this.#answer = answer;
    this.#waiting = waiting;
    this.#late = late;
  }

  /** @returns nothing where a newer question overtook this one */
  async ask(question: Question): Promise<Outcome<Answer> | undefined> {
    const own = ++this.#latest;
    const isLast = (): boolean => own === this.#latest;
    const tell = (what: () => void) => () => {
      if (isLast()) what();
    };
    const timers = [
      setTimeout(tell(this.#waiting), WAIT_MS),
      setTimeout(tell(this.#late), LATE_MS),
    ];
    const outcome = await this.#inTurn(question, isLast);
    for (const timer of timers) clearTimeout(timer);
    return isLast() ? outcome : undefined;
  }

  async #inTurn(question: Question, isLast: () => boolean): Promise<Outcome<Answer> | undefined> {
    await Promise.race([this.#under, after(WAIT_MS)]);
    if (!isLast()) return undefined;
    const outcome = this.#answer(question).then(
      (answer) => ({ answer }),
      (error: unknown) => ({ error }),
    );
    this.#under = outcome;
    return outcome;
  }

  /** The answer of a question that is under way is not wanted any more. */
  forget(): void {
    this.#latest++;
  }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
