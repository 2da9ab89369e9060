/** A hand that rests on a screen moves a page by a pixel or two. */
const LEAST_MOVE = 6;

/**
 * How the masthead stands: in its place; scrolled out of sight; back, over the page; or on its way out
 * again, which is shown.
 */
type Following = "" | "passed" | "back" | "away";

/**
 * Lets the masthead follow: it comes back whenever a reader scrolls up, and goes on the way down. Of the
 * front page's tall one only the row of sections does.
 */
export function startMasthead(): void {
  const masthead = document.querySelector<HTMLElement>(".masthead");
  if (masthead === null) return;
  let last = scrollY;
  let state: Following = "";
  const follow = (): void => {
    const moved = scrollY - last;
    if (Math.abs(moved) < LEAST_MOVE && scrollY > 0) return;
    last = scrollY;
    state = nextState(state, moved, scrollY, masthead.offsetHeight);
    masthead.style.setProperty("--above-sections", `${-aboveSections(masthead)}px`);
    masthead.dataset.follow = state;
  };
  addEventListener("scroll", follow, { passive: true });
}

/**
 * @param moved by how much the page was scrolled, in pixels; up is below 0
 * @param top how far it is scrolled now, in pixels
 * @param height of the masthead, in pixels
 */
export function nextState(state: Following, moved: number, top: number, height: number): Following {
  if (top <= 0) return "";
  const isPassed = top > height;
  if (state === "" || state === "passed") {
    if (moved < 0 && state === "passed") return "back";
    return isPassed ? "passed" : "";
  }
  return moved > 0 && isPassed ? "away" : "back";
}

/** How much of the masthead stands above its sections, where that is a row of its own, in pixels. */
function aboveSections(masthead: HTMLElement): number {
  if (!masthead.classList.contains("masthead-front")) return 0;
  return masthead.querySelector<HTMLElement>(".sections")?.offsetTop ?? 0;
}
