import { type NoteGroup, type SourceReport, writeWhole } from "../content/importing.ts";
import { formatProblem } from "../content/index.ts";
import {
  groupsOf,
  groupTitle,
  HARMS,
  headLines,
  mentionLine,
  type ReportSurroundings,
} from "./import-report.ts";

/** Writes all that is told of an import, every place of it; what an earlier one has told is gone. */
export function writeReport(
  report: SourceReport,
  { isDryRun, file, about }: ReportSurroundings,
): void {
  const lines = [
    ...headLines(report, isDryRun),
    ...about,
    ...problemLines(report),
    ...changedLines(report),
    ...(Object.entries(HARMS) as [NoteGroup["harm"], string][]).flatMap(([harm, title]) => {
      const groups = groupsOf(report).filter((group) => group.harm === harm);
      return groups.length === 0 ? [] : ["", title.toUpperCase(), ...groups.flatMap(groupLines)];
    }),
  ];
  writeWhole(file, `${lines.join("\n")}\n`);
}

function groupLines(group: NoteGroup): string[] {
  const { mentions } = group;
  return [
    "",
    groupTitle(group, group.parts.length),
    ...mentions.map((one) => `  ${mentionLine(group, one)}`),
  ];
}

function problemLines({ problems }: SourceReport): string[] {
  if (problems.length === 0) return [];
  return ["", "НЕ ПРОЧИТАНО ИЗ-ЗА ОШИБОК", "", ...problems.map(formatProblem)];
}

function changedLines({ changed }: SourceReport): string[] {
  if (changed.length === 0) return [];
  const title = "ИЗМЕНИЛОСЬ В ИСТОЧНИКЕ С ПРОШЛОГО ИМПОРТА, НЕ ТРОНУТО (ПЕРЕПИСАТЬ: --update)";
  return ["", title, "", ...changed.map((one) => `  ${mentionLine({}, one)}`)];
}
