import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SETTINGS = `name: Проба
description: Статьи для испытаний
address: https://vestnik.example
language: ru
timeZone: UTC
volumeItems: 6
`;

/** A small archive of its own in a temporary folder, that changes when it is told to. */
export class FaultArchive {
  readonly folder = mkdtempSync(join(tmpdir(), "vestnik-faults-"));
  readonly content = join(this.folder, "content");
  readonly data = join(this.folder, "data");

  readonly #articles: number;

  /** @param articles more than 6 make several volumes, and more than 20 several processes */
  constructor(articles: number) {
    this.#articles = articles;
    for (const one of [this.content, this.data]) mkdirSync(one);
    writeFileSync(join(this.data, "site.yaml"), SETTINGS);
    for (let number = 0; number < articles; number++) {
      const date = `20${String(10 + (number % 15))}-0${1 + (number % 9)}-10`;
      const fields = `title: Статья номер ${number}\ndate: ${date}\ntopics: [Проба]`;
      writeFileSync(this.#file(number), `---\n${fields}\n---\n\nТекст статьи ${number}.\n`);
    }
  }

  #file(number: number): string {
    return join(this.content, `statia-${number}.md`);
  }

  /** An editor corrects an article. */
  change(number: number): void {
    const file = this.#file(number % this.#articles);
    writeFileSync(file, `${readFileSync(file, "utf8")}\nПравка номер ${number}.\n`);
  }

  /** A correction that goes through all of them. */
  changeAll(number: number): void {
    for (let article = 0; article < this.#articles; article++)
      this.change(number * this.#articles + article);
  }

  /** @returns options of the build, with a folder of its own for what it makes */
  options(name: string): string[] {
    const [output, cache] = [join(this.folder, name), join(this.folder, `${name}-cache`)];
    return ["--content", this.content, "--data", this.data, "--output", output, "--cache", cache];
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
