/** The plugins of markdown-it ship no types. */
declare module "markdown-it-footnote" {
  import type { MarkdownIt } from "markdown-it";

  /** `[^1]` and `[^1]: text`; renders by rules that may be replaced. */
  export default function footnotes(md: MarkdownIt): void;
}

declare module "markdown-it-container" {
  import type { MarkdownIt } from "markdown-it";

  interface Options {
    /** @param parameters what stands behind the colons */
    readonly validate: (parameters: string) => boolean;
  }

  /** `::: name` … `:::`; tokens of the types container_NAME_open and container_NAME_close. */
  export default function container(md: MarkdownIt, name: string, options: Options): void;
}

declare module "markdown-it-deflist" {
  import type { MarkdownIt } from "markdown-it";

  /** «Term», and below it «: Definition», as <dl>. */
  export default function definitions(md: MarkdownIt): void;
}
