import { button } from "./dom.ts";
import { nameOf } from "./engine.ts";

/** What an interface says of a search that failed, and what the button beside it does. */
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
  const again = { action: "Повторить", act: retry };
  if (nameOf(error) === "UnsupportedError") {
    const text =
      "Этот браузер не может запустить поиск: он не умеет распаковывать файлы. Обновите его или откройте сайт в другом.";
    return { text, ...again };
  }
  if (nameOf(error) === "OutdatedError") {
    const text = "Сайт обновился, пока эта страница была открыта. Обновите её, и поиск заработает.";
    return { text, action: "Обновить страницу", act: () => location.reload() };
  }
  if (nameOf(error) === "RenewedError") {
    const text = "Сайт обновился, пока эта страница была открыта: список составлен до этого.";
    return { text, action: "Искать заново", act: retry };
  }
  return { text: navigator.onLine ? BROKEN : OFFLINE, ...again };
}

const BROKEN = "Поиск не загрузился: связь прервалась или сайт не отвечает.";

const OFFLINE =
  "Нет связи. Без неё поиск находит только то, что уже загрузил. Страницы, которые вы недавно открывали, читаются и так.";

/** What is said of a search that is still under way and takes very long. */
export function lateness(retry: () => void): Complaint {
  const text =
    "Связь очень медленная: поиск ещё загружается. Можно подождать или попробовать снова.";
  return { text, action: "Повторить", act: retry };
}

/** @param name the class of the button */
export function complaintButton({ action, act }: Complaint, name: string): HTMLButtonElement {
  return button({ class: name, text: action }, act);
}
