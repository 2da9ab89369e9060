import { withPlural } from "../../src/language/index.ts";

/** What stands for a name in phrases, by its key: «town.in» → «в Заречном». */
export type Names = Readonly<Record<string, string>>;

const CHOICE = /\[([^[\]]*\|[^[\]]*)\]/g;
const NUMBER = /\{(\d+)-(\d+)(?: ([^{}|]*)\|([^{}|]*)\|([^{}|]*))?\}/g;
const NAME = /\{([a-z]+(?:\.[a-z]+)?)\}/g;

/** Draws from lists and makes phrases of templates; the same numbers always give the same ones. */
export class Phrases {
  readonly #random: () => number;

  /** @param random gives numbers from 0 to 1 */
  constructor(random: () => number) {
    this.#random = random;
  }

  /** @returns whether it happens: once in so many times on average */
  oneIn(times: number): boolean {
    return this.#random() * times < 1;
  }

  /** @returns a whole number, both ends included */
  between(from: number, to: number): number {
    return from + Math.floor(this.#random() * (to - from + 1));
  }

  /** @throws Error where there is nothing to pick from */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new Error("Nothing to pick from");
    return item;
  }

  /** Some of the items, none twice; all of them where there are fewer. */
  some<Item>(items: readonly Item[], count: number): Item[] {
    const left = [...items];
    const picked: Item[] = [];
    while (picked.length < count && left.length > 0) {
      picked.push(...left.splice(this.between(0, left.length - 1), 1));
    }
    return picked;
  }

  /**
   * Makes a phrase of a template (texts.yaml tells the signs), with a capital letter at its start.
   *
   * @throws Error where a name is not known
   */
  phrase(template: string, names: Names = {}): string {
    const text = template
      .replace(CHOICE, (_, options: string) => this.pick(options.split("|")))
      .replace(NUMBER, (_, from: string, to: string, ...forms: (string | undefined)[]) =>
        this.#number(Number(from), Number(to), forms),
      )
      .replace(NAME, (_, key: string) => nameOf(names, key));
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  #number(from: number, to: number, forms: readonly (string | undefined)[]): string {
    const count = this.between(from, to);
    const [one, few, many] = forms;
    if (one === undefined || few === undefined || many === undefined) return String(count);
    return withPlural(count, [one, few, many]);
  }
}

function nameOf(names: Names, key: string): string {
  const name = names[key];
  if (name === undefined) throw new Error(`No name for {${key}}`);
  return name;
}
