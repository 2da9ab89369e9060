/** How a question ended: answered, or with an error. */
export type Outcome<Answer> = { readonly answer: Answer } | { readonly error: unknown };

/** Sooner answers feel immediate. */
const WAIT_MS = 200;

/** Who has waited so long wants to know whether anything still happens. */
const LATE_MS = 10_000;

/**
 * Asks one question after the other; only the last one is answered. While one is under way the next
 * waits, for a short time: answers that nobody waits for any more would make it later.
 */
export class Asking<Question, Answer> {
  readonly #answer: (question: Question) => Promise<Answer>;
  readonly #waiting: () => void;
  readonly #late: () => void;
  #latest = 0;
  #under: Promise<unknown> = Promise.resolve();

  /**
   * @param answer finds the answer to a question
   * @param waiting is told when the last question is not answered within 200 ms
   * @param late is told when it is not within ten seconds
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
    const outcome = this.#outcome(question);
    this.#under = outcome;
    return outcome;
  }

  /** The answer of a question that is under way is not wanted any more. */
  forget(): void {
    this.#latest++;
  }

  async #outcome(question: Question): Promise<Outcome<Answer>> {
    try {
      return { answer: await this.#answer(question) };
    } catch (error) {
      return { error };
    }
  }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
