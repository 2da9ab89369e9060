import { entryOf } from "../../../language/maps.ts";
/**
 * Links to items that are planned and not written yet. Links to written ones are forgotten, so that a
 * large import holds few at a time.
 */
export class TornLinks {
  readonly #settled = new Set<string>();
  /** From planned items to those with links to them. */
  readonly #awaited = new Map<string, Set<string>>();

  add(from: string, to: string): void {
    if (this.#settled.has(to)) return;
    entryOf(this.#awaited, to, () => new Set()).add(from);
  }

  /** The item is written. */
  settle(id: string): void {
    this.#settled.add(id);
    this.#awaited.delete(id);
  }

  /** @returns the planned items that were not written */
  lost(): string[] {
    return [...this.#awaited.keys()];
  }

  /** @returns the written items with links to those */
  items(): Set<string> {
    const all = [...this.#awaited.values()].flatMap((from) => [...from]);
    return new Set(all.filter((id) => this.#settled.has(id)));
  }
}
