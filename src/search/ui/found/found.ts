import { loadStyles } from "../styles.ts";
import { foundBar } from "./bar.ts";
import { markAll } from "./marks.ts";
import { findMatches, type Match, namesOf } from "./matches.ts";

/** Written by the build: where the styles of marks lie beside the scripts (src/build/tasks/assets.ts). */
declare const FOUND_STYLES: string;

/** The parameter of a result's address with the stems of the query (src/search/ui/result.ts). */
const PARAMETER = "found";
/** As many as a link has at most. */
const MOST_STEMS = 12;

/** The parts of an article that are searched. */
const SEARCHED = "article h1, article .summary, .prose";

/**
 * Marks the words of the query on an article, and offers to go from one to the next. Without matches the page
 * stays as it is.
 */
export async function showFound(): Promise<void> {
  const stems = stemsOf(location.search);
  const matches = findMatches(document.querySelectorAll(SEARCHED), stems);
  if (matches.length === 0) return;
  await loadStyles(FOUND_STYLES);
  const marks = markAll(matches);
  const [first] = matches;
  if (first !== undefined && isFreshVisit()) reveal(first, "instant");
  marks.go(0);
  const bar = foundBar(
    matches.map(({ text }) => text),
    namesOf(matches),
    {
      go: (index) => {
        marks.go(index);
        const match = matches[index];
        if (match !== undefined) reveal(match, "auto");
      },
      remove: () => {
        marks.remove();
        bar.remove();
        forget();
      },
    },
  );
}

function stemsOf(search: string): Set<string> {
  const stems = new URLSearchParams(search).get(PARAMETER)?.split(".") ?? [];
  return new Set(stems.filter((stem) => stem !== "").slice(0, MOST_STEMS));
}

/** A page that is come back to is where it was left; an address with a place in it names one. */
function isFreshVisit(): boolean {
  const [visit] = performance.getEntriesByType("navigation");
  const type = visit instanceof PerformanceNavigationTiming ? visit.type : "navigate";
  return type === "navigate" && location.hash === "";
}

/** A third from the top, so that the text before it can be read too. */
const PLACE = 1 / 3;

/** @param behavior «auto» is what the styles say, which is smooth where motion is welcome */
function reveal({ range }: Match, behavior: ScrollBehavior): void {
  // A folded text has no place on the page.
  range.startContainer.parentElement?.closest("details")?.setAttribute("open", "");
  const { top, bottom } = range.getBoundingClientRect();
  const bar = document.querySelector(".found-bar")?.getBoundingClientRect().top ?? innerHeight;
  if (top >= 0 && bottom <= Math.min(bar, innerHeight)) return;
  scrollTo({ top: scrollY + top - innerHeight * PLACE, behavior });
}

function forget(): void {
  const address = new URL(location.href);
  address.searchParams.delete(PARAMETER);
  history.replaceState(history.state, "", address);
  // The bar held the focus.
  document.querySelector("main")?.focus({ preventScroll: true });
}
