import type { Panel } from "./panel.ts";

/** What keys do besides moving through the panel. */
interface Actions {
  show(): void;
  close(): void;
  clear(): void;
}

/**
 * The keys of a combobox with a list; other keys go to the field or the form.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function onBoxKey(event: KeyboardEvent, panel: Panel, actions: Actions): void {
  const { key, isComposing, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (isComposing || ctrlKey || metaKey || altKey || shiftKey) return;
  const act = panel.isOpen ? opened(key, panel, actions) : closed(key, actions);
  if (act === undefined) return;
  event.preventDefault();
  act();
}

/** @returns nothing for a key that is not the panel's */
function opened(key: string, panel: Panel, actions: Actions): (() => void) | undefined {
  if (key === "Escape") return () => actions.close();
  if (key === "ArrowDown") return () => panel.move(1);
  if (key === "ArrowUp") return () => panel.move(-1);
  const { active } = panel;
  if (active === undefined) return undefined;
  if (key === "Enter") return () => active.click();
  if (key === "Home") return () => panel.activateAt(0);
  return key === "End" ? () => panel.activateAt(-1) : undefined;
}

function closed(key: string, actions: Actions): (() => void) | undefined {
  if (key === "Escape") return () => actions.clear();
  return key === "ArrowDown" || key === "ArrowUp" ? () => actions.show() : undefined;
}
