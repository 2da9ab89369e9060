import { listPagePath, type Site } from "../../content/index.ts";
import { text } from "../../interface/index.ts";
import { PAGE_SIZE } from "../list-pages.ts";
import { replaceable } from "./replaceable.tsx";

/** One page of a list that is cut into several. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  /** Counted from 1. */
  readonly number: number;
  readonly total: number;
}

/**
 * Cuts a list into pages.
 *
 * @param items any list; an empty one is one empty page
 * @param size items on a page
 */
export function paginate<Item>(items: readonly Item[], size: number = PAGE_SIZE): ListPage<Item>[] {
  const total = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: total }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    number: index + 1,
    total,
  }));
}

/** @returns the title of a page of a list that has several; of the first one the list's own */
export function numberedTitle(title: string, number: number, site: Site): string {
  return number === 1 ? title : text(site, "list.numbered", { title, number });
}

/** How the neighbours of a page are called where the newest are not first. */
export function inOrder(site: Site): { before: string; after: string } {
  return { before: text(site, "list.previous"), after: text(site, "list.next") };
}

interface PagerProps {
  readonly page: ListPage<unknown>;
  /** Where the first page of the list is, with the path prefix. */
  readonly href: string;
  readonly site: Site;
  /** How its neighbours are called, where the newest are not first. */
  readonly before?: string;
  readonly after?: string;
}

/** Links to the neighbours of a page of a list; nothing where there is one page only. */
export const Pager = replaceable("Pager", OurPager);

function OurPager({ page, href, site, before, after }: PagerProps) {
  if (page.total === 1) return null;
  return (
    <nav class="pager" aria-label={text(site, "list.pages")}>
      {page.number === 1 ? (
        <span />
      ) : (
        <a href={listPagePath(href, page.number - 1)}>← {before ?? text(site, "list.newer")}</a>
      )}
      <span>{text(site, "list.place", { number: page.number, total: page.total })}</span>
      {page.number === page.total ? (
        <span />
      ) : (
        <a href={listPagePath(href, page.number + 1)}>{after ?? text(site, "list.older")} →</a>
      )}
    </nav>
  );
}
