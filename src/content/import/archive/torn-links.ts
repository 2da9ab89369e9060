/**
 * Keeps count of links to items that were planned and are not written yet: only those can come to
 * nothing, so that a large import holds few of them at a time.
 */
export class TornLinks {
  readonly #settled = new Set<string>();
  /** From items that are awaited to those that lead to them. */
  readonly #awaited = new Map<string, Set<string>>();

  add(from: string, to: string): void {
    if (this.#settled.has(to)) return;
    const all = this.#awaited.get(to) ?? new Set();
    this.#awaited.set(to, all.add(from));
  }

  /** Says that an item is there. */
  settle(id: string): void {
    this.#settled.add(id);
    this.#awaited.delete(id);
  }

  /** @returns the items that others lead to and that are not there */
  lost(): string[] {
    return [...this.#awaited.keys()];
  }

  /** @returns the items that are there and lead to those */
  items(): Set<string> {
    const all = [...this.#awaited.values()].flatMap((from) => [...from]);
    return new Set(all.filter((id) => this.#settled.has(id)));
  }
}
