import { withPlural } from "../../language/index.ts";
import { displayPath } from "../problem.ts";
import { harmless } from "../signs.ts";
import type { ChangedLine } from "./changed-lines.ts";
import type { Finding, Severity } from "./finding.ts";
import type { CheckReport } from "./index.ts";

/** For people, for GitHub Actions, for programs. */
export type CheckFormat = "text" | "github" | "json";

/** Of one kind, so many are shown of a file; a report is read by people. */
const MOST_ALIKE = 3;

const NAMES: Readonly<Record<Severity, string>> = {
  error: "ошибка",
  warning: "замечание",
  note: "сведения",
};

/** @returns the report as it is printed, ending in a summary */
export function formatReport(report: CheckReport, format: CheckFormat): string {
  if (format === "json") return toJson(report);
  const findings =
    format === "github" ? report.findings.map(toAnnotation).join("\n") : toText(report);
  const changes = (report.changes ?? []).map(changeText).join("\n");
  return [changes, findings, summaryOf(report)].filter((part) => part !== "").join("\n\n");
}

/** @returns how many findings of each kind there are, in Russian */
export function summaryOf({ findings, files, mended, changes = [] }: CheckReport): string {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const parts = [
    `Проверено файлов: ${files}`,
    withPlural(count("error"), ["ошибка", "ошибки", "ошибок"]),
    withPlural(count("warning"), ["замечание", "замечания", "замечаний"]),
    ...(count("note") > 0 ? [`тем добавлено по словам: ${count("note")}`] : []),
    ...(mended.size > 0 ? [`исправлено файлов: ${mended.size}`] : []),
    ...(changes.length > 0 ? [`--fix изменит строк: ${changes.length}`] : []),
  ];
  const fixable = findings.filter(({ isFixable }) => isFixable === true).length;
  const hint = fixable > 0 ? `\nМожно исправить само: ${fixable} (npm run check -- --fix).` : "";
  return `${parts.join(", ")}.${hint}`;
}

/** As a diff shows it, with the spaces and the line end that go or come where they cannot be seen. */
function changeText({ file, line, before, after }: ChangedLine): string {
  const shown = (sign: string, text: string | undefined): string[] => {
    if (text === undefined) return [];
    const words = text.trimEnd();
    const ending = text === "" ? "⏎" : "·".repeat(text.length - words.length);
    return [`${sign} ${harmless(words)}${ending}`];
  };
  return [`${displayPath(file)}:${line}`, ...shown("-", before), ...shown("+", after)].join("\n");
}

function toText({ findings }: CheckReport): string {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = byFile.get(finding.file);
    if (own === undefined) byFile.set(finding.file, [finding]);
    else own.push(finding);
  }
  return [...byFile].map(([file, own]) => fileText(file, own)).join("\n\n");
}

function fileText(file: string, findings: readonly Finding[]): string {
  const seen = new Map<string, number>();
  const shown = findings.filter((finding) => {
    const kind = `${finding.severity} ${finding.rule}`;
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    return finding.severity === "error" || count <= MOST_ALIKE;
  });
  const more = findings.length - shown.length;
  const rest = more === 0 ? [] : [`  и ещё таких же: ${more} (все — с --format json)`];
  return [displayPath(file), ...shown.map(findingText), ...rest].join("\n");
}

function findingText({ severity, message, mend, ...place }: Finding): string {
  const where = [displayPath(place.file), place.line, place.column];
  const start = where.filter((part) => part !== undefined).join(":");
  return `  ${start}: ${NAMES[severity]}: ${message}\n      Как исправить: ${mend}`;
}

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  note: "notice",
};

/** @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function toAnnotation({ severity, file, line = 1, column = 1, message, mend }: Finding): string {
  const where = `file=${property(displayPath(file))},line=${line},col=${column}`;
  return `::${COMMANDS[severity]} ${where}::${escaped(`${message}\nКак исправить: ${mend}`)}`;
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function toJson({ findings, files, mended, changes = [] }: CheckReport): string {
  const shown = findings.map(({ file, isFixable = false, ...finding }) => {
    return { file: displayPath(file), ...finding, fixable: isFixable };
  });
  const changed = [...mended].map(([file, places]) => ({ file: displayPath(file), places }));
  const would = changes.map(({ file, ...change }) => ({ file: displayPath(file), ...change }));
  return JSON.stringify({ files, findings: shown, mended: changed, changes: would }, null, 2);
}
