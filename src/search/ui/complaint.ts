import { button } from "./dom.ts";
import { nameOf } from "./load-engine.ts";

/** The message about a failed search, and the action of its button. */
export interface Complaint {
  readonly text: string;
  readonly action: string;
  act(): void;
}

/**
 * @param error that the engine threw; nothing where no answer has come for long
 * @param retry asks once more
 */
export function complaintOf(error: unknown, retry: () => void): Complaint {
  const again = { action: MESSAGES["fault.retry"], act: retry };
  if (nameOf(error) === "UnsupportedError") {
    return { text: MESSAGES["fault.unsupported"], ...again };
  }
  if (nameOf(error) === "OutdatedError") {
    const [text, action] = [MESSAGES["fault.outdated"], MESSAGES["fault.reload"]];
    return { text, action, act: () => location.reload() };
  }
  if (nameOf(error) === "RenewedError") {
    return { text: MESSAGES["fault.renewed"], action: MESSAGES["fault.again"], act: retry };
  }
  return {
    text: navigator.onLine ? MESSAGES["fault.broken"] : MESSAGES["fault.offline"],
    ...again,
  };
}

/** The message about a search that takes very long. */
export function lateness(retry: () => void): Complaint {
  return { text: MESSAGES["fault.slow"], action: MESSAGES["fault.retry"], act: retry };
}

/** @param name the class of the button */
export function complaintButton({ action, act }: Complaint, name: string): HTMLButtonElement {
  return button({ class: name, text: action }, act);
}
