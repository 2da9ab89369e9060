import {
  type Harm,
  harmless,
  type Mention,
  type NoteGroup,
  type SourceReport,
} from "../content/importing.ts";
import { displayPath, formatProblem } from "../content/index.ts";

/** What the harm of notes is called, the worst first. */
export const HARMS: Readonly<Record<Harm, string>> = {
  lost: "Потеряно: этого читателю не хватит",
  changed: "Изменено: это показано иначе",
  left: "Осталось в источнике намеренно",
};

/** A terminal shows so many lines at once. */
const MOST_LINES = 40;

/** Of what is alike a terminal names no more. */
const EXAMPLES = 3;
const MOST_PARTS = 5;
const MOST_PROBLEMS = 4;

/** What is told of an import beside its report. */
export interface ReportSurroundings {
  readonly isDryRun: boolean;
  /** The file of the full list. */
  readonly file: string;
  /** What stands before the notes: the site's name, the front page. */
  readonly about: readonly string[];
}

/** @returns what became of a source, for an editor who looks at a terminal */
export function sourceReport(
  report: SourceReport,
  { isDryRun, file, about }: ReportSurroundings,
): string {
  const head = headLines(report, isDryRun);
  const problems = problemLines(report);
  const end = ["", `Всё по порядку, с местами: ${displayPath(file)}`];
  const room = MOST_LINES - head.length - problems.length - end.length;
  const harms = harmLines(groupsOf(report), room);
  return [...head, ...about, ...problems, ...harms, ...end].join("\n");
}

/** @returns how much was read, and what became of it */
export function headLines(report: SourceReport, isDryRun: boolean): string[] {
  return [
    ...(isDryRun ? ["Проба: архив не тронут. При настоящем импорте будет так.", ""] : []),
    ...countLines(report),
    ...mapLines(report, isDryRun),
  ];
}

/** @returns what was passed over and what was changed, the worst first, the most frequent of it first */
export function groupsOf({ skipped, notes }: SourceReport): NoteGroup[] {
  const order = Object.keys(HARMS);
  const rank = ({ harm }: NoteGroup): number => order.indexOf(harm);
  return [...notes, ...skipped].sort((a, b) => rank(a) - rank(b) || b.count - a.count);
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
    ["Изменились в источнике, не тронуты (переписать: --update)", changed.length],
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

function problemLines({ problems }: SourceReport): string[] {
  if (problems.length === 0) return [];
  const shown = problems.slice(0, MOST_PROBLEMS).flatMap((one) => formatProblem(one).split("\n"));
  const rest = problems.length - MOST_PROBLEMS;
  const more = rest > 0 ? [`  … и ещё ${rest}`] : [];
  return ["", "Не прочитано из-за ошибок (остальное перенесено):", ...shown, ...more];
}

/** Every kind has a line while there is room, then examples come, those of what is lost first. */
function harmLines(groups: readonly NoteGroup[], room: number): string[] {
  const harms = (Object.keys(HARMS) as Harm[]).filter((harm) =>
    groups.some((group) => group.harm === harm),
  );
  // A blank line, a heading and a line of what is left out of each.
  const kinds = Math.max(harms.length, room - harms.length * 3);
  const shown = groups.slice(0, kinds);
  const examples = examplesFor(shown, kinds - shown.length);
  return harms.flatMap((harm) => {
    const all = groups.filter((group) => group.harm === harm);
    const named = shown.filter((group) => group.harm === harm);
    const count = all.reduce((sum, group) => sum + group.count, 0);
    const more = all.length - named.length;
    return [
      ...["", `${HARMS[harm]} — ${count}`],
      ...named.flatMap((group) => groupLines(group, examples.get(group) ?? 0)),
      ...(more > 0 ? [`  … и ещё видов: ${more}`] : []),
    ];
  });
}

/** Which kinds get an example more, in this order. */
const TURNS: readonly (readonly [Harm, number])[] = [
  ["lost", 1],
  ["changed", 1],
  ["lost", 2],
  ["lost", EXAMPLES],
  ["left", 1],
  ["changed", 2],
  ["changed", EXAMPLES],
  ["left", 2],
  ["left", EXAMPLES],
];

function examplesFor(groups: readonly NoteGroup[], room: number): Map<NoteGroup, number> {
  const counts = new Map<NoteGroup, number>();
  let free = room;
  for (const [harm, turn] of TURNS) {
    for (const group of groups) {
      if (group.harm !== harm || group.mentions.length < turn || free === 0) continue;
      counts.set(group, turn);
      free--;
    }
  }
  return counts;
}

function groupLines(group: NoteGroup, count: number): string[] {
  const examples = group.mentions.slice(0, count).map((one) => `    ${mentionLine(group, one)}`);
  return [`  ${groupTitle(group, MOST_PARTS)}`, ...examples];
}

/** @returns «картинки нет — 12 (нет в папке 10, записана в тексте 2). Взять из сети: --fetch-images» */
export function groupTitle({ what, count, parts, mend }: NoteGroup, most: number): string {
  const [only] = parts;
  const isOne = parts.length === 1 && only?.count === count;
  const named = isOne
    ? [`«${only.name}»`]
    : parts.slice(0, most).map((part) => `«${part.name}» ${part.count}`);
  const more = parts.length > most ? [`и ещё ${parts.length - most}`] : [];
  const inner = named.length === 0 ? "" : ` (${[...named, ...more].join(", ")})`;
  const mending = mend === undefined ? "" : `. ${mend.charAt(0).toUpperCase()}${mend.slice(1)}`;
  return `${what} — ${count}${inner}${mending}`;
}

/** @returns where one thing stands and which one it is, in one line */
export function mentionLine({ parts = [] }: Partial<NoteGroup>, mention: Mention): string {
  const { place, part, detail } = mention;
  const { file, line, column } = place;
  const where = [displayPath(file), line, column].filter((one) => one !== undefined).join(":");
  const which = [parts.length > 1 ? part : undefined, detail]
    .filter((one) => one !== undefined && one !== "")
    .join(": ");
  return harmless(which === "" ? where : `${where}: ${which.replace(/\s+/g, " ")}`);
}
