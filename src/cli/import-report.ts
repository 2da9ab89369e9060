import type { Mention, NoteGroup, SourceOptions, SourceReport } from "../content/importing.ts";
import { displayPath, formatProblem } from "../content/index.ts";
import { withPlural } from "../language/index.ts";

/** How many of what is alike a report names, unless it is asked for all. */
const FIRST = 5;

/** How long nobody is told that something is going on, and how often then; in milliseconds. */
const PATIENCE_MS = 2000;

const STEPS = {
  archive: "Архив: просмотрено",
  addresses: "Адреса: просмотрено",
  source: "Перенесено",
};

/** @returns tells on stderr how far an import has come, where it takes longer than two seconds */
export function slowProgress(): NonNullable<SourceOptions["progress"]> {
  let last = performance.now();
  return (step, done, count) => {
    if (performance.now() - last < PATIENCE_MS) return;
    last = performance.now();
    const percent = Math.floor(done * 100);
    const items = withPlural(count, ["материал", "материала", "материалов"]);
    console.error(`${STEPS[step]} ${items}: ${percent} %…`);
  };
}

interface ReportForm {
  readonly isDryRun: boolean;
  /** Whether everything is named, and not only the first of what is alike. */
  readonly isFull: boolean;
}

/** @returns what became of a source, for an editor */
export function sourceReport(report: SourceReport, { isDryRun, isFull }: ReportForm): string {
  const most = isFull ? Number.POSITIVE_INFINITY : FIRST;
  return [
    ...(isDryRun ? ["Проба: ничего не записано. При настоящем импорте будет так.", ""] : []),
    ...countLines(report),
    ...mapLines(report, isDryRun),
    ...changedLines(report.changed, most),
    ...groupLines("Пропущено", report.skipped, most),
    ...groupLines("Изменено при переносе или не перенесено", report.notes, most),
    ...problemLines(report, most),
  ].join("\n");
}

function countLines(report: SourceReport): string[] {
  const { read, added, updated, known, changed, headlines, images, skipped, problems } = report;
  const lines: readonly (readonly [string, number])[] = [
    ["Прочитано", read],
    ["Статей добавлено", added],
    ["Статей переписано", updated],
    ["Статей уже было", known],
    ["Заголовков добавлено", headlines.added],
    ["Заголовков переписано", headlines.updated],
    ["Заголовков уже было", headlines.known],
    ["Изменились в источнике, не тронуты", changed.length],
    ["Пропущено", skipped.reduce((sum, { count }) => sum + count, 0)],
    ["Не прочитано из-за ошибок", problems.length],
    ["Картинок взято", images],
  ];
  return lines
    .filter(([name, count]) => count > 0 || name === "Прочитано")
    .map(([name, count]) => `${name}: ${count}.`);
}

function mapLines({ addressMap }: SourceReport, isDryRun: boolean): string[] {
  if (addressMap === undefined) return [];
  const { file, count } = addressMap;
  const verb = isDryRun ? "будет записано" : "записано";
  return [`Прежних и новых адресов ${verb} в ${displayPath(file)}: ${count}.`];
}

function changedLines(changed: readonly Mention[], most: number): string[] {
  if (changed.length === 0) return [];
  const lines = changed.slice(0, most).map((one) => {
    const title = one.detail ?? "без заголовка";
    return `  ${placeOf(one)}: изменился, не тронут: «${title}»; --update перезапишет.`;
  });
  return ["", "Изменились в источнике с прошлого импорта:", ...lines, ...more(changed, most)];
}

function groupLines(title: string, groups: readonly NoteGroup[], most: number): string[] {
  if (groups.length === 0) return [];
  return ["", `${title}:`, ...groups.flatMap((group) => groupOf(group, most))];
}

function groupOf({ what, count, mentions }: NoteGroup, most: number): string[] {
  const named = mentions.slice(0, most).map((one) => {
    return `    ${placeOf(one)}${one.detail === undefined ? "" : `: ${one.detail}`}`;
  });
  return [`  ${what} — ${count}`, ...named, ...more(mentions, most).map((line) => `  ${line}`)];
}

function problemLines({ problems }: SourceReport, most: number): string[] {
  if (problems.length === 0) return [];
  const lines = problems.slice(0, most * 4).map(formatProblem);
  return ["", "Ошибки (остальное перенесено):", ...lines, ...more(problems, most * 4)];
}

function more({ length }: readonly unknown[], most: number): string[] {
  return length > most ? [`  … и ещё ${length - most} (все назовёт --verbose)`] : [];
}

function placeOf({ place: { file, line, column } }: Mention): string {
  return [displayPath(file), line, column].filter((part) => part !== undefined).join(":");
}
