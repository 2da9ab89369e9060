import { type SlicePlan, sizeOf } from "../slices/slice-cuts.ts";

/** Reports the steps of a build in Russian, with the time that each took. */
export class Progress {
  readonly #tell: (line: string) => void;
  readonly #seconds: Record<string, number> = {};
  #step = "";
  #start = performance.now();

  /** @param tell gets each line */
  constructor(tell: (line: string) => void) {
    this.#tell = tell;
  }

  /** A step begins. */
  step(name: string): void {
    this.#end();
    this.#step = name.replace(/:.*$/, "");
    this.#tell(`${name}…`);
  }

  /** How far the step has come. */
  told(line: string): void {
    this.#tell(`  ${line}`);
  }

  #end(): void {
    const now = performance.now();
    if (this.#step !== "") {
      this.#seconds[this.#step] = (this.#seconds[this.#step] ?? 0) + (now - this.#start) / 1000;
    }
    this.#start = now;
  }

  /** @returns the seconds of every step so far */
  seconds(): Readonly<Record<string, number>> {
    this.#end();
    this.#step = "";
    return { ...this.#seconds };
  }
}

/** Tells of slices as they are made: how many, how fast, how long yet. */
export class SliceProgress {
  readonly #progress: Progress;
  /** How many articles and headlines each holds that is to be made, by name. */
  readonly #sizes: ReadonlyMap<string, number>;
  readonly #items: number;
  readonly #start = performance.now();
  #madeSlices = 0;
  #madeItems = 0;

  /** @param slices those that are to be made */
  constructor(progress: Progress, slices: readonly SlicePlan[]) {
    this.#progress = progress;
    this.#sizes = new Map(slices.map((slice) => [slice.name, sizeOf(slice)]));
    this.#items = slices.reduce((sum, slice) => sum + sizeOf(slice), 0);
  }

  /** A slice is there; those that were there before are not told of. */
  made({ name }: SlicePlan): void {
    const items = this.#sizes.get(name);
    if (items === undefined) return;
    this.#madeSlices++;
    this.#madeItems += items;
    if (this.#sizes.size === 1) return;
    const seconds = (performance.now() - this.#start) / 1000;
    const rate = this.#madeItems / seconds;
    const left = Math.ceil((this.#items - this.#madeItems) / rate);
    const rest = this.#madeItems < this.#items ? `, осталось около ${duration(left)}` : "";
    const done = `готово ${this.#madeSlices} из ${this.#sizes.size}`;
    this.#progress.told(`${done}, материалов ${pace(rate)}${rest}`);
  }
}

/** Pictures take seconds each: fewer than one item a second would be shown as none. */
function pace(perSecond: number): string {
  const isSlow = perSecond < 1;
  return `в ${isSlow ? "минуту" : "секунду"}: ${Math.round(isSlow ? perSecond * 60 : perSecond)}`;
}

/** @param seconds a whole number */
function duration(seconds: number): string {
  return seconds < 90 ? `${seconds} с` : `${Math.round(seconds / 60)} мин`;
}
