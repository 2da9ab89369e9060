import type { HTMLAttributes } from "preact";

/** The elements of Pagefind's Component UI that the search page is made of. */
declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "pagefind-config": HTMLAttributes & { "bundle-path": string };
      "pagefind-input": HTMLAttributes & { placeholder?: string };
      "pagefind-filter-dropdown": HTMLAttributes & {
        filter: string;
        label: string;
        "hide-clear"?: boolean;
      };
      "pagefind-summary": HTMLAttributes;
      "pagefind-results": HTMLAttributes;
    }
  }
}
