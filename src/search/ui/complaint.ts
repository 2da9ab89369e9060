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
  switch (nameOf(error)) {
    case "UnsupportedError":
      return again(MESSAGES["fault.unsupported"], retry);
    case "OutdatedError":
      return again(MESSAGES["fault.outdated"], () => location.reload(), MESSAGES["fault.reload"]);
    case "RenewedError":
      return again(MESSAGES["fault.renewed"], retry, MESSAGES["fault.again"]);
    default:
      return again(navigator.onLine ? MESSAGES["fault.broken"] : MESSAGES["fault.offline"], retry);
  }
}

/** The message about a search that takes very long. */
export function lateness(retry: () => void): Complaint {
  return again(MESSAGES["fault.slow"], retry);
}

function again(text: string, act: () => void, action: string = MESSAGES["fault.retry"]): Complaint {
  return { text, action, act };
}

/** @param name the class of the button */
export function complaintButton({ action, act }: Complaint, name: string): HTMLButtonElement {
  return button({ class: name, text: action }, act);
}
