import { withPlural } from "../../../language/index.ts";
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
    attributes: { "aria-label": "Найденное на странице" },
  });
  const status = element("p", { class: "found-status", attributes: { role: "status" } });
  let current = 0;
  const go = (step: number): void => {
    current = (current + step + texts.length) % texts.length;
    actions.go(current);
    status.textContent = `${current + 1} из ${texts.length}: «${texts[current]}»`;
  };
  const remove = button({ class: "found-button", text: "Убрать" }, actions.remove);
  const moves = [
    button(moveParts("up", "Предыдущее совпадение"), () => go(-1)),
    button(moveParts("down", "Следующее совпадение"), () => go(1)),
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
  return withPlural(count, ["совпадение", "совпадения", "совпадений"]);
}

function listOf(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `«${name}»`);
  return shown.join(", ") + (names.length > MOST_NAMES ? " и другие" : "");
}

/** Styles draw an arrow. */
function moveParts(direction: "up" | "down", name: string): ElementParts {
  const attributes = { "aria-label": name, title: name };
  return { class: `found-button found-${direction}`, attributes };
}
