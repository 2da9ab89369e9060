import { say, sayCount } from "../../../interface/say.ts";
import { button, type ElementParts, element } from "../dom.ts";

interface Actions {
  /** @param index of the match to go to */
  go(index: number): void;
  remove(): void;
}

/** More names would not fit on one line of a phone. */
const MOST_NAMES = 3;

/**
 * The bar at the bottom of the window that counts the matches and leads from one to the next. It
 * stands before the text in the order of the keyboard.
 *
 * @param texts the matches as they stand, in the order of the page; one at least
 * @param names the words that are named
 */
export function foundBar(
  texts: readonly string[],
  names: readonly string[],
  actions: Actions,
): HTMLElement {
  const bar = element("section", {
    class: "found-bar",
    attributes: { "aria-label": MESSAGES["found.label"] },
  });
  const status = element("p", { class: "found-status", attributes: { role: "status" } });
  let current = 0;
  const go = (step: number): void => {
    current = (current + step + texts.length) % texts.length;
    actions.go(current);
    const [number, count] = [current + 1, texts.length];
    status.textContent = say(MESSAGES["found.place"], {
      number,
      count,
      text: texts[current] ?? "",
    });
  };
  const remove = button({ class: "found-button", text: MESSAGES["found.remove"] }, actions.remove);
  const moves = [
    button(moveParts("up", MESSAGES["found.previous"]), () => go(-1)),
    button(moveParts("down", MESSAGES["found.next"]), () => go(1)),
  ];
  bar.append(status, ...(texts.length > 1 ? moves : []), remove);
  bar.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") actions.remove();
  });
  document.querySelector("main")?.before(bar);
  // Text that comes after its element is read out.
  status.textContent = `${countOf(texts.length)}: ${listOf(names)}`;
  return bar;
}

function countOf(count: number): string {
  return sayCount(MESSAGES["found.count"], { count });
}

function listOf(names: readonly string[]): string {
  const shown = names
    .slice(0, MOST_NAMES)
    .map((name) => say(MESSAGES["search.quoted"], { text: name }));
  const words = shown.join(", ");
  return names.length > MOST_NAMES ? say(MESSAGES["found.andOthers"], { words }) : words;
}

/** Styles draw an arrow. */
function moveParts(direction: "up" | "down", name: string): ElementParts {
  const attributes = { "aria-label": name, title: name };
  return { class: `found-button found-${direction}`, attributes };
}
